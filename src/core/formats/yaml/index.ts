import type { ConfigFormat } from '../format';
import { readYaml } from './read';
import { printYaml, printYamlDraft } from './write/print';
import { writeYaml } from './write/write';

/** YAML as NVFLARE reads it (`nvflare/fuel_opt/utils/omegaconf_loader.py`). */
export const yaml: ConfigFormat = {
  name: 'yaml',
  title: 'YAML',
  read: readYaml,
  write: writeYaml,
  print: printYaml,
  printDraft: printYamlDraft,
};
