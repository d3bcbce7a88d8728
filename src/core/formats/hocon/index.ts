import type { ConfigFormat } from '../format';
import { hoconFolds } from './folds';
import { hoconPlace } from './place';
import { printHocon, printHoconDraft } from './print';
import { readHocon } from './read';
import { writeHocon } from './write/write';

/** HOCON as NVFLARE reads it (`nvflare/fuel_opt/utils/pyhocon_loader.py`). */
export const hocon: ConfigFormat = {
  name: 'hocon',
  title: 'HOCON',
  read: readHocon,
  write: writeHocon,
  placeAt: hoconPlace,
  print: printHocon,
  printDraft: printHoconDraft,
  folds: hoconFolds,
};
