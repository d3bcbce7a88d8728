/**
 * The third door of the core: what judges the configurations of apps. Hosts load it after the first findings are shown, because
 * it brings the classes of NVFLARE.
 */
import type { WiringPart } from '../analyze';
import { type Catalog, readCatalog } from '../catalog/catalog';
import type { CatalogData } from '../catalog/data';
import { type ClassHistory, type HistoryData, readHistory } from '../catalog/history';
import type { ClassFound } from '../job/config/known-class';
import { buildWiring, missingCode, missingModules, needsHistory, type Wiring } from '../job/config/wiring';
import type { Job } from '../job/model';
import { lineOf } from '../job/release';
import { WIRING_RULES } from '../rules/wiring.generated';

/** The catalogues that a host has loaded, by release line. */
export type Catalogs = ReadonlyMap<string, Catalog>;

/** The rules about what apps run, and the model that they look at. Without the catalogue of a release its classes are unknown. */
export function wiringPart(catalogs: Catalogs = new Map(), history?: ClassHistory): WiringPart {
  const known = new Map<Catalog, Map<string, ClassFound>>();
  const build = (job: Job, previous?: Wiring) => {
    const catalog = catalogs.get(lineOf(job.target));
    const own = catalog && (known.get(catalog) ?? new Map<string, ClassFound>());
    if (catalog && own) known.set(catalog, own);
    return buildWiring(job, { catalog, history, ...(own && { known: own }) }, previous);
  };
  return { rules: WIRING_RULES, build, missingCode, missingModules, needsHistory };
}

export { classPaths, lookupClass, lookupShortName } from '../catalog/catalog';
export { type ClassChanges, classChanges } from '../catalog/class-changes';
export { classOfKind, kindsBy, kindsOf } from '../catalog/kinds';
// For other parts that are loaded when needed: what is in this one does not come with them once more.
export { isPartOfTask } from '../catalog/task-template';
export { readAppConfig } from '../job/config/app-config';
export { ClassIndex } from '../job/config/class-index';
export { CLASS_KEYS, componentOf } from '../job/config/components';
export { moduleFiles, NOT_READ } from '../job/config/custom-modules';
export { idReferences } from '../job/config/id-references';
export { scriptFile, scriptsOf } from '../job/config/scripts';
export { SYSTEM_VARIABLES, systemVariables } from '../job/config/system-variables';
export { delegated, taskFlow, usesOf } from '../job/config/task-flow';
export { takesTask } from '../job/config/task-pattern';
export { executorFor, executorsAreKnown } from '../job/config/task-takers';
export { readBody } from '../python/body';
export { callsIn } from '../python/expression-tree';
export { readLiteral } from '../python/literal';
export { boundName, lastNamed, type PythonClass, type PythonModule } from '../python/module';
export { parametersOf } from '../python/parameters';
export { scanModule } from '../python/scan';
export { WIRING_RULES } from '../rules/wiring.generated';
export { analyzeWithCode } from './analyze-with-code';
export { moduleAt } from './load-modules';
export { type Catalog, type CatalogData, type ClassHistory, type HistoryData, readCatalog, readHistory };
