import { check } from './check';
import type { Command } from './command';
import { convert } from './convert';
import { diff } from './diff';
import { explain } from './explain';
import { leaves } from './leaves';
import { manifest } from './manifest';
import { newJob } from './new';
import { preview } from './preview';
import { schedule } from './schedule';
import { show } from './show';
import { steps } from './steps';

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [
  check,
  show,
  preview,
  leaves,
  steps,
  diff,
  schedule,
  manifest,
  newJob,
  convert,
  explain,
];
