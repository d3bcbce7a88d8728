import * as vscode from 'vscode';
import type { JobAction } from '../../core/actions/index';
import { NEWEST, type Range, releaseName } from '../../core/index';
import { fileUri, type OpenJob } from '../open-job';
import { type ActionPlace, isWanted, MOVE, OfferedAction, ORGANISE } from './offered';
import { copyFolder, workspaceEdit } from './workspace-edit';

const KINDS: { readonly [kind in JobAction['kind']]: vscode.CodeActionKind } = {
  move: MOVE,
  extract: vscode.CodeActionKind.RefactorExtract,
  organise: ORGANISE,
};

/** What can be done with a meta file: with the site at a place, and with the file as a whole. */
export function metaActions(
  place: ActionPlace,
  at: Range,
  only: vscode.CodeActionKind | undefined,
): readonly vscode.CodeAction[] {
  const { core, job } = place;
  const site = job.analysis.job.deployment.sites.find(({ range }) => range.start <= at.end && at.start <= range.end);
  const actions = site ? [...core.siteActions(job.analysis.job, site)] : [];
  if (only && isWanted(only, ORGANISE)) {
    const organised = core.organiseMeta(job.analysis.job);
    if (organised) actions.push(organised);
  }
  return [
    ...actions.flatMap((action) => (isWanted(only, KINDS[action.kind]) ? offered(place, action) : [])),
    ...(only && isWanted(only, vscode.CodeActionKind.RefactorRewrite) ? migration(job) : []),
  ];
}

function offered({ store, job }: ActionPlace, action: JobAction): OfferedAction {
  return new OfferedAction(action.title, KINDS[action.kind], async () => {
    await store.loadWriters();
    const edit = workspaceEdit(store, job, action);
    for (const { from, to } of edit ? action.copies : []) {
      await copyFolder(edit as vscode.WorkspaceEdit, fileUri(job, from), fileUri(job, to));
    }
    return edit;
  });
}

/** A later release than the one that the job is checked for. */
function migration(job: OpenJob): readonly vscode.CodeAction[] {
  const { target } = job.settings;
  if (target.major === NEWEST.major && target.minor === NEWEST.minor) return [];
  const action = new vscode.CodeAction('Migrate job to another NVFLARE release…', vscode.CodeActionKind.RefactorRewrite);
  action.command = {
    command: 'flareJobs.migrateJob',
    title: `Migrate from NVFLARE ${releaseName(target)}`,
    arguments: [job.uri],
  };
  return [action];
}
