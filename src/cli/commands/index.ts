import { check } from './check';
import type { Command } from './command';
import { convert } from './convert';
import { explain } from './explain';
import { schedule } from './schedule';
import { show } from './show';

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [check, show, schedule, convert, explain];
