import type { ConfigFormat } from '../format';
import { yamlPlace } from './place';
import { readYaml } from './read';
import { printYaml, printYamlDraft } from './write/print';
import { writeYaml } from './write/write';

/** YAML as NVFLARE reads it (`nvflare/fuel_opt/utils/omegaconf_loader.py`). */
export const yaml: ConfigFormat = {
  name: 'yaml',
  title: 'YAML',
  read: readYaml,
  write: writeYaml,
  placeAt: yamlPlace,
  print: printYaml,
  printDraft: printYamlDraft,
};
