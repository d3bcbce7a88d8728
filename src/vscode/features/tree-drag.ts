import * as vscode from 'vscode';
import type { JobStore } from '../job-store';
import { isJobItem, type JobItem, type TreeRow } from './tree-row';

/** How the editor calls what is dragged out of the view "Jobs". */
const DRAGGED = 'application/vnd.code.tree.flarejobs.jobs';

/** Sites are dragged from app to app, several at once. */
export function siteDragging(store: JobStore): vscode.TreeDragAndDropController<TreeRow> {
  return {
    dragMimeTypes: [],
    dropMimeTypes: [DRAGGED],
    handleDrag(items, transfer) {
      const sites = items
        .filter(isJobItem)
        .filter(({ node }) => node.kind === 'server' || node.kind === 'client' || node.kind === 'all-sites');
      if (sites.length > 0) transfer.set(DRAGGED, new vscode.DataTransferItem(sites));
    },
    async handleDrop(target, transfer) {
      const dragged: unknown = transfer.get(DRAGGED)?.value;
      if (!Array.isArray(dragged)) return;
      const { dropSites } = await import('../editing/index');
      await dropSites(store, dragged as readonly JobItem[], target && isJobItem(target) ? target : undefined);
    },
  };
}
