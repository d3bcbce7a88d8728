import type { Catalog } from '../catalog/catalog';
import type { InstalledRelease } from '../settings/index';

/**
 * Whether the catalogue of a published release says what an installed NVFLARE has, so that nobody need read its code: it is that very
 * version, and as it was published.
 */
export function isCatalogued({ version, isOwnBuild }: InstalledRelease, catalog: Catalog): boolean {
  return !isOwnBuild && version === catalog.data.release;
}
