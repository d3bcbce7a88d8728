import * as vscode from 'vscode';
import { packFiles } from '../../pack-files';
import type { HostSection } from '../section';

/** Files of more bytes are listed, but not read on every change; there is no hash then. */
const LARGEST_READ = 32 * 1024 * 1024;

/** What would be uploaded if the job were submitted now. */
export const upload: HostSection<'upload'> = {
  input: () => null,
  async model({ job, sites }) {
    const { manifestOf, readPack, sizeText } = await import('../../../core/manifest/index');
    const { job: model, wiring } = job.analysis;
    const pack = await readPack(packFiles(job.folder.uri), job.uri.path, { name: model.sources.name, largestRead: LARGEST_READ });
    const manifest = manifestOf(model, pack, { wiring, policies: await sites.policies(), largest: largestFile(job.uri) });
    const sizes = {
      files: sizeText(manifest.size),
      archive: sizeText(manifest.archiveSize),
      entries: manifest.entries.map(({ size }) => sizeText(size)),
      concerns: manifest.concerns.map(({ size }) => sizeText(size)),
    };
    return { manifest, sizes };
  },
};

/** More bytes in a file are worth a word. */
function largestFile(scope: vscode.Uri): number {
  const megabytes = vscode.workspace.getConfiguration('flareJobs', scope).get<unknown>('upload.largestFile');
  return (typeof megabytes === 'number' ? megabytes : 10) * 1024 * 1024;
}
