import { contentsOf, type FileInfo, type JobSources, type SourceText } from '../../src/core/job/sources';
import { fixedText, type ResolvedFix } from '../../src/core/rules/resolve-fix';

/** The job after a fix: new texts, and changes of the folder as a host makes them. */
export function afterFix(sources: JobSources, { edits, fileChanges }: ResolvedFix): JobSources {
  const texts = new Map(sources.texts);
  const files = new Map(sources.files);
  const folders = new Map(sources.folders);
  for (const file of edits.keys()) {
    const source = texts.get(file);
    if (source?.kind === 'text') texts.set(file, { kind: 'text', text: fixedText({ edits, fileChanges }, file, source.text) });
  }
  const addFolder = (path: string) => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) folders.set(path.slice(0, end), { link: false });
  };
  const move = <T>(map: Map<string, T>, from: string, to: string) => {
    for (const [path, value] of [...map]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      map.delete(path);
      map.set(to + path.slice(from.length), value);
    }
  };
  for (const change of fileChanges) {
    if (change.kind === 'create-file') {
      files.set(change.file, { size: change.text.length, link: false } satisfies FileInfo);
      texts.set(change.file, { kind: 'text', text: change.text } satisfies SourceText);
      addFolder(change.file.slice(0, Math.max(0, change.file.lastIndexOf('/'))));
    } else if (change.kind === 'create-folder') addFolder(change.folder);
    else if (change.kind === 'delete-folder') folders.delete(change.folder);
    else if (change.kind === 'delete-file') {
      files.delete(change.file);
      texts.delete(change.file);
    } else {
      move(files, change.from, change.to);
      move(texts, change.from, change.to);
      move(folders, change.from, change.to);
    }
  }
  return { ...sources, files, folders, texts, contents: contentsOf(files.keys(), folders.keys()) };
}
