/** Changes of jobs that are asked for by name, as the editor makes them. A part of its own, loaded with the first such change. */

export { addAppByName, removeRows, renameRow } from './app-commands';
export { applyPlan } from './apply-plan';
export { editForMoves } from './folder-moves';
export { prepareRename, renameEdits } from './rename';
export { addSiteByName, dropSites, moveSitesByName, setSitesMandatory } from './site-commands';
export { calledOn } from './tree-rows';
