/** What a file seems to hold, by its name or by how its bytes begin. */
export type DataKind = 'table' | 'image' | 'dicom' | 'nifti' | 'array' | 'pickle' | 'weights' | 'archive' | 'database';

const ENDINGS: readonly (readonly [DataKind, RegExp])[] = [
  ['nifti', /\.(?:nii|nii\.gz|mgh|mgz|mha|mhd|nrrd)$/],
  ['dicom', /\.(?:dcm|dicom)$/],
  ['table', /\.(?:csv|tsv|parquet|feather|arrow|orc|xlsx?|sas7bdat|dta|sav|arff|libsvm|svmlight)(?:\.gz)?$/],
  ['image', /\.(?:png|jpe?g|tiff?|bmp|gif|webp|svs|ndpi|mrxs|czi|vsi|jp2)$/],
  ['array', /\.(?:npy|npz|h5|hdf5|mat|tfrecords?|zarr|lmdb)$/],
  ['pickle', /\.(?:pkl|pickle|joblib|dill)$/],
  ['weights', /\.(?:pt|pth|ckpt|safetensors|onnx|keras|tflite|gguf|ubj|model)$/],
  ['database', /\.(?:sqlite3?|db|duckdb|mdb)$/],
  ['archive', /\.(?:zip|tar|tgz|tar\.(?:gz|bz2|xz|zst)|7z|rar|gz|bz2|xz|zst|whl|jar)$/],
];

/** The kind that a name says. */
export function kindOfName(name: string): DataKind | undefined {
  const lower = name.toLowerCase();
  return ENDINGS.find(([, pattern]) => pattern.test(lower))?.[0];
}

/** How far into a file the marks of its kind are looked for; those of NIfTI stand at 344. */
export const HEAD_SIZE = 352;

/** Marks that files of a kind begin with, and where they stand. */
const MARKS: readonly (readonly [DataKind, number, readonly number[]])[] = [
  ['dicom', 128, bytesOf('DICM')],
  ['nifti', 344, [...bytesOf('n+1'), 0]],
  ['nifti', 344, [...bytesOf('ni1'), 0]],
  ['image', 0, [0x89, ...bytesOf('PNG')]],
  ['image', 0, [0xff, 0xd8, 0xff]],
  ['image', 0, [...bytesOf('II'), 42, 0]],
  ['image', 0, [...bytesOf('MM'), 0, 42]],
  ['table', 0, bytesOf('PAR1')],
  ['table', 0, bytesOf('ARROW1')],
  ['array', 0, [0x93, ...bytesOf('NUMPY')]],
  ['array', 0, [0x89, ...bytesOf('HDF\r\n')]],
  ['database', 0, bytesOf('SQLite format 3')],
  ['weights', 0, bytesOf('GGUF')],
  ['archive', 0, [...bytesOf('PK'), 3, 4]],
  ['archive', 0, [0x1f, 0x8b]],
  ['archive', 0, bytesOf('BZh')],
  ['archive', 0, [0xfd, ...bytesOf('7zXZ')]],
  ['archive', 0, bytesOf('7z\u00bc\u00af')],
  ['pickle', 0, [0x80, 3]],
  ['pickle', 0, [0x80, 4, 0x95]],
  ['pickle', 0, [0x80, 5, 0x95]],
];

/** The kind that the first bytes say. */
export function kindOfBytes(head: Uint8Array): DataKind | undefined {
  const found = MARKS.find(([, at, mark]) => mark.every((byte, i) => head[at + i] === byte));
  return found?.[0];
}

function bytesOf(text: string): readonly number[] {
  return [...text].map((character) => character.charCodeAt(0));
}

/** A kind in words, to be read behind "looks like". */
export const KIND_WORDS: { readonly [kind in DataKind]: string } = {
  table: 'a table of data',
  image: 'an image',
  dicom: 'a DICOM image',
  nifti: 'a medical image volume',
  array: 'an array of data',
  pickle: 'a pickled Python object',
  weights: 'weights of a model',
  archive: 'an archive',
  database: 'a database',
};
