import { plainOf, type Setup, textOf } from '../setup';

const NUMPY = 'nvflare.app_common.np.np_model_locator.NPModelLocator';

/** How many models of the server the locator finds; `undefined` where only the run shows it, 0 without a locator. */
export function modelsLocated(setup: Setup): number | undefined {
  const id = textOf(setup, 'model_locator_id');
  if (id === undefined) return plainOf(setup, 'model_locator_id') === undefined ? undefined : 0;
  const server = setup.wiring.configs.find(({ side }) => side === 'server');
  const locator = server?.ids.byId.get(id);
  if (!server || !locator) return undefined;
  const found = setup.wiring.classes.of(locator, server.app);
  if (found.kind !== 'known' || found.path !== NUMPY) return undefined;
  const names = plainOf({ component: locator, found, file: setup.file }, 'model_name');
  if (names === null || typeof names === 'string') return 1;
  return typeof names === 'object' && names !== undefined && !Array.isArray(names) ? Object.keys(names).length : undefined;
}
