import { type GraphLayout, svgFile } from '../../../../core/graph/index';

/** Pixels per unit, for a sharp picture, and the most that a browser draws along one side. */
const SHARPNESS = 2;
const MOST_PIXELS = 8192;

/** The drawing as a PNG file in base 64; `undefined` where the browser cannot draw it. */
export async function pngOf(layout: GraphLayout, title: string): Promise<string | undefined> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgFile(layout, title))}`;
  await image.decode();
  const scale = Math.min(SHARPNESS, MOST_PIXELS / Math.max(layout.width, layout.height, 1));
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(layout.width * scale);
  canvas.height = Math.ceil(layout.height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const url = canvas.toDataURL('image/png');
  return url.startsWith('data:image/png;base64,') ? url.slice('data:image/png;base64,'.length) : undefined;
}
