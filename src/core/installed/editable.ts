/** What pip writes down of a package that did not come from an index (PEP 610). */
interface DirectUrl {
  readonly url?: unknown;
  readonly dir_info?: { readonly editable?: unknown };
}

/**
 * The folder of a project that was installed with `pip install --editable`, by the text of its `direct_url.json`; `undefined` for
 * other packages, and for a folder of another machine.
 */
export function editableFolder(text: string): string | undefined {
  const { url, dir_info: info } = directUrl(text) ?? {};
  if (typeof url !== 'string' || info?.editable !== true) return undefined;
  const path = /^file:\/\/(?:localhost)?(\/[^?#]*)$/i.exec(url)?.[1];
  // Two slashes at its beginning name another machine on Windows.
  if (path === undefined || path.startsWith('//')) return undefined;
  try {
    return decodeURIComponent(path).replace(/\/+$/, '');
  } catch {
    // A broken escape names no folder.
    return undefined;
  }
}

function directUrl(text: string): DirectUrl | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as DirectUrl) : undefined;
  } catch {
    // pip writes JSON; what is none says nothing.
    return undefined;
  }
}
