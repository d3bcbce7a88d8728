// Made by scripts/generate.mjs; change the rules instead.
import { rule as componentsArgsNotAnObject } from './components/args-not-an-object';
import { rule as componentsNoClass } from './components/no-class';
import { rule as componentsNoId } from './components/no-id';
import { rule as configFormatVersion } from './config/format-version';
import { rule as configMisspeltSection } from './config/misspelt-section';
import { rule as configNothingToRun } from './config/nothing-to-run';
import { rule as configSectionNotAList } from './config/section-not-a-list';
import { rule as filtersPattern } from './filters/pattern';
import { rule as idsDuplicate } from './ids/duplicate';
import { rule as tasksNotAList } from './tasks/not-a-list';
import { rule as tasksTwoExecutors } from './tasks/two-executors';
import type { WiringRule } from './rule';

/** The rules about what apps run, by code. */
export const WIRING_RULES: readonly WiringRule[] = [
  componentsArgsNotAnObject,
  componentsNoClass,
  componentsNoId,
  configFormatVersion,
  configMisspeltSection,
  configNothingToRun,
  configSectionNotAList,
  filtersPattern,
  idsDuplicate,
  tasksNotAList,
  tasksTwoExecutors,
];
