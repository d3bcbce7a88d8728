import { draftOf } from '../../tree/draft';
import type { ConfigFormat } from '../format';
import { jsonPlace } from './place';
import { printJson } from './print';
import { readJson } from './read';
import { writeJson } from './write';

/** JSON as NVFLARE reads it (`nvflare/fuel/utils/json_config_loader.py`). */
export const json: ConfigFormat = {
  name: 'json',
  title: 'JSON',
  read: readJson,
  write: writeJson,
  placeAt: jsonPlace,
  print: (value) => printJson(draftOf(value)),
  printDraft: printJson,
};
