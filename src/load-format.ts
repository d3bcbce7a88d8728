import type { LoadFormat } from './core/index';

/** Loads the parts of formats that not every check needs; in the Node builds each is a file of its own. */
export const loadFormat: LoadFormat = async (name) => {
  if (name === 'json') return (await import('./core/formats/json/index')).json;
  if (name === 'yaml') return (await import('./core/formats/yaml/index')).yaml;
  return (await import('./core/formats/hocon/index')).hocon;
};
