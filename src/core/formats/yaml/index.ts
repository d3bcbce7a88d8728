import type { ConfigFormat } from '../format';
import { printYaml, printYamlDraft } from './print';
import { readYaml } from './read';
import { writeYaml } from './write';

/** YAML as NVFLARE reads it (`nvflare/fuel_opt/utils/omegaconf_loader.py`). */
export const yaml: ConfigFormat & Required<Pick<ConfigFormat, 'printDraft'>> = {
  name: 'yaml',
  title: 'YAML',
  read: readYaml,
  write: writeYaml,
  print: printYaml,
  printDraft: printYamlDraft,
};
