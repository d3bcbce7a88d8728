import type { ConfigFormat } from '../format';
import { printHocon, printHoconDraft } from './print';
import { readHocon } from './read';

/** HOCON as NVFLARE reads it (`nvflare/fuel_opt/utils/pyhocon_loader.py`). */
export const hocon: ConfigFormat = {
  name: 'hocon',
  title: 'HOCON',
  read: readHocon,
  write: () => undefined,
  print: printHocon,
  printDraft: printHoconDraft,
};
