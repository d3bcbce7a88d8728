import * as vscode from 'vscode';
import type { NewJob } from '../../core/create/index';
import { isAllSites, NEWEST, type Release, releaseName, SERVER_SITE } from '../../core/index';
import { loadFormat } from '../../load-format';
import type { JobStore } from '../job-store';
import type { Answers } from '../wizard/answers';
import { createSteps, jobOf } from '../wizard/create-steps';
import { givenPlace, usualPlaces } from '../wizard/places';
import { askAll } from '../wizard/steps';
import { tellNext } from './after-create';

/** Asks what a new job is to be, makes its folder in one step that can be undone, and opens its meta file. */
export async function createJob(extension: vscode.ExtensionContext, store: JobStore, target: unknown): Promise<void> {
  const part = await import('../../core/create/index');
  const given = givenPlace(store, target);
  const places = () => (given ? [given] : usualPlaces(store));
  const release = await releaseAt(store, places()[0]?.uri);
  const problem = part.releaseProblem(release);
  if (problem) return await offerReleases(problem);
  const choices = {
    part,
    places,
    isPlaceGiven: given !== undefined,
    formats: part.formatsOf(release),
    releaseName: releaseName(release),
    knownSites: knownSites(store),
  };
  const answers = await askAll<Answers>({}, createSteps(choices));
  const place = answers?.place ?? given;
  const job = answers && jobOf(answers, choices);
  if (job && place) await makeJob(extension, vscode.Uri.joinPath(place.uri, job.name), { ...job, release });
}

/** Writes the files of a new job into a folder, all at once, and opens its meta file. */
async function makeJob(extension: vscode.ExtensionContext, folder: vscode.Uri, job: NewJob): Promise<void> {
  const { newJobFiles, templateSources } = await import('../../core/create/index');
  const [sources, hocon, writer] = await Promise.all([
    textsOf(extension, templateSources(job)),
    loadFormat('hocon'),
    loadFormat(job.format),
  ]);
  const files = newJobFiles(job, sources, hocon, writer);
  const edit = new vscode.WorkspaceEdit();
  for (const { path, text } of files)
    edit.createFile(vscode.Uri.joinPath(folder, path), { contents: new TextEncoder().encode(text), overwrite: false });
  if (!(await vscode.workspace.applyEdit(edit))) {
    const where = vscode.workspace.asRelativePath(folder);
    throw new Error(`${where} was not created. See whether the folder can be written to and has nothing of that name.`);
  }
  const [meta] = files;
  if (meta) await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, meta.path), { preview: false });
  // The command is done; what is offered may wait for long.
  void tellNext(folder, job);
}

/** The texts of template files, by the editor's own file system, so that it works on the web as well. */
async function textsOf(extension: vscode.ExtensionContext, sources: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const read = async (source: string): Promise<[string, string]> => {
    const uri = vscode.Uri.joinPath(extension.extensionUri, 'templates', source);
    return [source, new TextDecoder().decode(await vscode.workspace.fs.readFile(uri))];
  };
  return new Map(await Promise.all(sources.map(read)));
}

/** The release that a job in this folder will be checked for; outside of the workspace, the newest. */
async function releaseAt(store: JobStore, place: vscode.Uri | undefined): Promise<Release> {
  const folder = place && vscode.workspace.getWorkspaceFolder(place);
  return place && folder ? await store.releaseIn(place, folder) : NEWEST;
}

async function offerReleases(problem: string): Promise<void> {
  const pick = 'Pick NVFLARE Release…';
  const message = `${problem} Pick the release that your server runs.`;
  if ((await vscode.window.showWarningMessage(message, pick)) === pick) {
    await vscode.commands.executeCommand('flareJobs.pickRelease');
  }
}

/** More names than these do not fit a line. */
const MOST_NAMES = 5;

/** Clients that the jobs of the workspace name, those of many jobs first. */
function knownSites(store: JobStore): readonly string[] {
  const counts = new Map<string, number>();
  for (const { analysis } of store.jobs) {
    for (const site of analysis.job.deployment.bySite.keys()) {
      if (!isAllSites(site) && site !== SERVER_SITE) counts.set(site, (counts.get(site) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, MOST_NAMES)
    .map(([site]) => site);
}
