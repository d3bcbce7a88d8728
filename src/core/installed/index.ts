/**
 * The door of the part that looks at an NVFLARE that is installed on the machine: as files that are read, never as code that runs.
 * The extension loads it after its first findings.
 */
export { type InstalledOptions, installedIn } from './installed-nvflare';
export { isCatalogued } from './is-catalogued';
export { type PackagePlace, placeInPackage, type Wanted } from './place-in-package';
