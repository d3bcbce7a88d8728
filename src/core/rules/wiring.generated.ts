// Made by scripts/generate.mjs; change the rules instead.
import { rule as argumentsMissing } from './arguments/missing';
import { rule as argumentsTakenForAComponent } from './arguments/taken-for-a-component';
import { rule as argumentsUnknown } from './arguments/unknown';
import { rule as argumentsWrongType } from './arguments/wrong-type';
import { rule as classesBadName } from './classes/bad-name';
import { rule as classesModuleElsewhere } from './classes/module-elsewhere';
import { rule as classesNotInCustomCode } from './classes/not-in-custom-code';
import { rule as classesNotInNvflare } from './classes/not-in-nvflare';
import { rule as classesWrongKind } from './classes/wrong-kind';
import { rule as codeAbsolutePath } from './code/absolute-path';
import { rule as codeNotAllowed } from './code/not-allowed';
import { rule as codeScriptMissing } from './code/script-missing';
import { rule as codeSecret } from './code/secret';
import { rule as componentsArgsNotAnObject } from './components/args-not-an-object';
import { rule as componentsNoClass } from './components/no-class';
import { rule as componentsNoId } from './components/no-id';
import { rule as componentsNotAnObject } from './components/not-an-object';
import { rule as componentsNothingThere } from './components/nothing-there';
import { rule as componentsOutsideArgs } from './components/outside-args';
import { rule as configFormatVersion } from './config/format-version';
import { rule as configMisspeltSection } from './config/misspelt-section';
import { rule as configNotAPositiveNumber } from './config/not-a-positive-number';
import { rule as configNothingToRun } from './config/nothing-to-run';
import { rule as configSectionNotAList } from './config/section-not-a-list';
import { rule as filtersDirection } from './filters/direction';
import { rule as filtersNeverApplied } from './filters/never-applied';
import { rule as filtersNothingInList } from './filters/nothing-in-list';
import { rule as filtersPattern } from './filters/pattern';
import { rule as filtersTwoChains } from './filters/two-chains';
import { rule as filtersUnknownTask } from './filters/unknown-task';
import { rule as idsCleanserMissing } from './ids/cleanser-missing';
import { rule as idsDefaultMissing } from './ids/default-missing';
import { rule as idsDuplicate } from './ids/duplicate';
import { rule as idsUnknown } from './ids/unknown';
import { rule as idsUnused } from './ids/unused';
import { rule as idsWrongKind } from './ids/wrong-kind';
import { rule as privacyNoFilter } from './privacy/no-filter';
import { rule as tasksNeverSent } from './tasks/never-sent';
import { rule as tasksNoExecutor } from './tasks/no-executor';
import { rule as tasksNotAList } from './tasks/not-a-list';
import { rule as tasksNotHandled } from './tasks/not-handled';
import { rule as tasksTooManyClients } from './tasks/too-many-clients';
import { rule as tasksTwoExecutors } from './tasks/two-executors';
import { rule as variablesNotAnObject } from './variables/not-an-object';
import { rule as variablesUndefined } from './variables/undefined';
import type { WiringRule } from './rule';

/** The rules about what apps run, by code. */
export const WIRING_RULES: readonly WiringRule[] = [
  argumentsMissing,
  argumentsTakenForAComponent,
  argumentsUnknown,
  argumentsWrongType,
  classesBadName,
  classesModuleElsewhere,
  classesNotInCustomCode,
  classesNotInNvflare,
  classesWrongKind,
  codeAbsolutePath,
  codeNotAllowed,
  codeScriptMissing,
  codeSecret,
  componentsArgsNotAnObject,
  componentsNoClass,
  componentsNoId,
  componentsNotAnObject,
  componentsNothingThere,
  componentsOutsideArgs,
  configFormatVersion,
  configMisspeltSection,
  configNotAPositiveNumber,
  configNothingToRun,
  configSectionNotAList,
  filtersDirection,
  filtersNeverApplied,
  filtersNothingInList,
  filtersPattern,
  filtersTwoChains,
  filtersUnknownTask,
  idsCleanserMissing,
  idsDefaultMissing,
  idsDuplicate,
  idsUnknown,
  idsUnused,
  idsWrongKind,
  privacyNoFilter,
  tasksNeverSent,
  tasksNoExecutor,
  tasksNotAList,
  tasksNotHandled,
  tasksTooManyClients,
  tasksTwoExecutors,
  variablesNotAnObject,
  variablesUndefined,
];
