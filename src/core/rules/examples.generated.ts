// Made by scripts/generate.mjs; change the rules instead.
import { examples as appsEmptyCustom } from './apps/empty-custom';
import { examples as appsMissing } from './apps/missing';
import { examples as appsNoClientConfig } from './apps/no-client-config';
import { examples as appsNoServerConfig } from './apps/no-server-config';
import { examples as appsNoSites } from './apps/no-sites';
import { examples as appsNotDeployed } from './apps/not-deployed';
import { examples as appsReadDifferently } from './apps/read-differently';
import { examples as appsShadowedConfig } from './apps/shadowed-config';
import { examples as appsUnreadableConfig } from './apps/unreadable-config';
import { examples as appsUnreadableServerConfig } from './apps/unreadable-server-config';
import { examples as argumentsMissing } from './arguments/missing';
import { examples as argumentsTakenForAComponent } from './arguments/taken-for-a-component';
import { examples as argumentsUnknown } from './arguments/unknown';
import { examples as argumentsWrongType } from './arguments/wrong-type';
import { examples as classesBadName } from './classes/bad-name';
import { examples as classesModuleElsewhere } from './classes/module-elsewhere';
import { examples as classesNotInCustomCode } from './classes/not-in-custom-code';
import { examples as classesNotInNvflare } from './classes/not-in-nvflare';
import { examples as classesWrongKind } from './classes/wrong-kind';
import { examples as clientsInvalidMinClients } from './clients/invalid-min-clients';
import { examples as clientsMandatoryNeverThere } from './clients/mandatory-never-there';
import { examples as clientsMandatoryNotAList } from './clients/mandatory-not-a-list';
import { examples as clientsMandatoryNotDeployed } from './clients/mandatory-not-deployed';
import { examples as clientsMinClientsNotAnInteger } from './clients/min-clients-not-an-integer';
import { examples as clientsTooFewSites } from './clients/too-few-sites';
import { examples as codeAbsolutePath } from './code/absolute-path';
import { examples as codeNotAllowed } from './code/not-allowed';
import { examples as codeScriptMissing } from './code/script-missing';
import { examples as codeSecret } from './code/secret';
import { examples as componentsArgsNotAnObject } from './components/args-not-an-object';
import { examples as componentsNoClass } from './components/no-class';
import { examples as componentsNoId } from './components/no-id';
import { examples as componentsNotAnObject } from './components/not-an-object';
import { examples as componentsNothingThere } from './components/nothing-there';
import { examples as componentsOutsideArgs } from './components/outside-args';
import { examples as configFormatVersion } from './config/format-version';
import { examples as configMisspeltSection } from './config/misspelt-section';
import { examples as configNotAPositiveNumber } from './config/not-a-positive-number';
import { examples as configNothingToRun } from './config/nothing-to-run';
import { examples as configSectionNotAList } from './config/section-not-a-list';
import { examples as deployMapAllWithOthers } from './deploy-map/all-with-others';
import { examples as deployMapInvalidAppName } from './deploy-map/invalid-app-name';
import { examples as deployMapInvalidSites } from './deploy-map/invalid-sites';
import { examples as deployMapMissing } from './deploy-map/missing';
import { examples as deployMapNoClient } from './deploy-map/no-client';
import { examples as deployMapNoServer } from './deploy-map/no-server';
import { examples as deployMapNoSite } from './deploy-map/no-site';
import { examples as deployMapNotAnObject } from './deploy-map/not-an-object';
import { examples as deployMapNotForSimulator } from './deploy-map/not-for-simulator';
import { examples as deployMapSimilarSites } from './deploy-map/similar-sites';
import { examples as deployMapSiteNotAString } from './deploy-map/site-not-a-string';
import { examples as deployMapSiteTwice } from './deploy-map/site-twice';
import { examples as deployMapSitesMisread } from './deploy-map/sites-misread';
import { examples as deployMapUnknownEntryKey } from './deploy-map/unknown-entry-key';
import { examples as deployMapUnlikelySiteName } from './deploy-map/unlikely-site-name';
import { examples as filtersDirection } from './filters/direction';
import { examples as filtersNeverApplied } from './filters/never-applied';
import { examples as filtersNothingInList } from './filters/nothing-in-list';
import { examples as filtersPattern } from './filters/pattern';
import { examples as filtersTwoChains } from './filters/two-chains';
import { examples as filtersUnknownTask } from './filters/unknown-task';
import { examples as idsCleanserMissing } from './ids/cleanser-missing';
import { examples as idsDefaultMissing } from './ids/default-missing';
import { examples as idsDuplicate } from './ids/duplicate';
import { examples as idsUnknown } from './ids/unknown';
import { examples as idsUnused } from './ids/unused';
import { examples as idsWrongKind } from './ids/wrong-kind';
import { examples as jobFolderName } from './job/folder-name';
import { examples as jobLegacyApp } from './job/legacy-app';
import { examples as jobLink } from './job/link';
import { examples as jobTemplate } from './job/template';
import { examples as jobTruncated } from './job/truncated';
import { examples as launcherBlockNotAnObject } from './launcher/block-not-an-object';
import { examples as launcherDockerOptionRefusedLater } from './launcher/docker-option-refused-later';
import { examples as launcherHidesResources } from './launcher/hides-resources';
import { examples as launcherIgnoredDockerOption } from './launcher/ignored-docker-option';
import { examples as launcherInvalidDockerOption } from './launcher/invalid-docker-option';
import { examples as launcherInvalidK8sOption } from './launcher/invalid-k8s-option';
import { examples as launcherInvalidSlurmOption } from './launcher/invalid-slurm-option';
import { examples as launcherModeNotAnObject } from './launcher/mode-not-an-object';
import { examples as launcherNoImage } from './launcher/no-image';
import { examples as launcherNotAnObject } from './launcher/not-an-object';
import { examples as launcherSiteNotAString } from './launcher/site-not-a-string';
import { examples as launcherSiteNotDeployed } from './launcher/site-not-deployed';
import { examples as launcherSlurmNodes } from './launcher/slurm-nodes';
import { examples as launcherUnknownDockerOption } from './launcher/unknown-docker-option';
import { examples as launcherUnknownK8sOption } from './launcher/unknown-k8s-option';
import { examples as launcherUnknownMode } from './launcher/unknown-mode';
import { examples as launcherUnknownSlurmOption } from './launcher/unknown-slurm-option';
import { examples as launcherUnlikelySlurmMemory } from './launcher/unlikely-slurm-memory';
import { examples as launcherUnreadProcessOptions } from './launcher/unread-process-options';
import { examples as launcherWrongDefault } from './launcher/wrong-default';
import { examples as metaDuplicateKey } from './meta/duplicate-key';
import { examples as metaInvalidJobId } from './meta/invalid-job-id';
import { examples as metaJobIdSet } from './meta/job-id-set';
import { examples as metaKeyTooNew } from './meta/key-too-new';
import { examples as metaMissing } from './meta/missing';
import { examples as metaMisspeltKey } from './meta/misspelt-key';
import { examples as metaNameNotAString } from './meta/name-not-a-string';
import { examples as metaNoName } from './meta/no-name';
import { examples as metaNotAnObject } from './meta/not-an-object';
import { examples as metaNotChecked } from './meta/not-checked';
import { examples as metaReadDifferently } from './meta/read-differently';
import { examples as metaScheduleCount } from './meta/schedule-count';
import { examples as metaServerKey } from './meta/server-key';
import { examples as metaShadowed } from './meta/shadowed';
import { examples as metaUnknownKey } from './meta/unknown-key';
import { examples as metaUnreadable } from './meta/unreadable';
import { examples as metaWrongType } from './meta/wrong-type';
import { examples as packCannotBePacked } from './pack/cannot-be-packed';
import { examples as packKeepsOnlyFirst } from './pack/keeps-only-first';
import { examples as packKeyChanges } from './pack/key-changes';
import { examples as packValueChanges } from './pack/value-changes';
import { examples as privacyNoFilter } from './privacy/no-filter';
import { examples as resourcesAmountNotANumber } from './resources/amount-not-a-number';
import { examples as resourcesAskedTwice } from './resources/asked-twice';
import { examples as resourcesBlockNotAnObject } from './resources/block-not-an-object';
import { examples as resourcesGpuCountsDiffer } from './resources/gpu-counts-differ';
import { examples as resourcesGpuMemoryWithoutGpus } from './resources/gpu-memory-without-gpus';
import { examples as resourcesIgnoredKey } from './resources/ignored-key';
import { examples as resourcesInvalidAmount } from './resources/invalid-amount';
import { examples as resourcesMisspeltKey } from './resources/misspelt-key';
import { examples as resourcesModeNotAnObject } from './resources/mode-not-an-object';
import { examples as resourcesModeUnusable } from './resources/mode-unusable';
import { examples as resourcesNotAnObject } from './resources/not-an-object';
import { examples as resourcesNotInRelease } from './resources/not-in-release';
import { examples as resourcesNull } from './resources/null';
import { examples as resourcesProcessNotAnObject } from './resources/process-not-an-object';
import { examples as resourcesProcessUnusable } from './resources/process-unusable';
import { examples as resourcesSiteNotDeployed } from './resources/site-not-deployed';
import { examples as resourcesUnknownDefaultKey } from './resources/unknown-default-key';
import { examples as resourcesUnlikelyAmount } from './resources/unlikely-amount';
import { examples as resourcesWrongDefault } from './resources/wrong-default';
import { examples as tasksNeverSent } from './tasks/never-sent';
import { examples as tasksNoExecutor } from './tasks/no-executor';
import { examples as tasksNotAList } from './tasks/not-a-list';
import { examples as tasksNotHandled } from './tasks/not-handled';
import { examples as tasksTooManyClients } from './tasks/too-many-clients';
import { examples as tasksTwoExecutors } from './tasks/two-executors';
import { examples as variablesNotAnObject } from './variables/not-an-object';
import { examples as variablesUndefined } from './variables/undefined';
import type { RuleExamples } from './rule';

/** The examples of all rules, for tests and pages; no product loads them. */
export const ALL_EXAMPLES: Readonly<Record<string, RuleExamples>> = {
  'apps/empty-custom': appsEmptyCustom,
  'apps/missing': appsMissing,
  'apps/no-client-config': appsNoClientConfig,
  'apps/no-server-config': appsNoServerConfig,
  'apps/no-sites': appsNoSites,
  'apps/not-deployed': appsNotDeployed,
  'apps/read-differently': appsReadDifferently,
  'apps/shadowed-config': appsShadowedConfig,
  'apps/unreadable-config': appsUnreadableConfig,
  'apps/unreadable-server-config': appsUnreadableServerConfig,
  'arguments/missing': argumentsMissing,
  'arguments/taken-for-a-component': argumentsTakenForAComponent,
  'arguments/unknown': argumentsUnknown,
  'arguments/wrong-type': argumentsWrongType,
  'classes/bad-name': classesBadName,
  'classes/module-elsewhere': classesModuleElsewhere,
  'classes/not-in-custom-code': classesNotInCustomCode,
  'classes/not-in-nvflare': classesNotInNvflare,
  'classes/wrong-kind': classesWrongKind,
  'clients/invalid-min-clients': clientsInvalidMinClients,
  'clients/mandatory-never-there': clientsMandatoryNeverThere,
  'clients/mandatory-not-a-list': clientsMandatoryNotAList,
  'clients/mandatory-not-deployed': clientsMandatoryNotDeployed,
  'clients/min-clients-not-an-integer': clientsMinClientsNotAnInteger,
  'clients/too-few-sites': clientsTooFewSites,
  'code/absolute-path': codeAbsolutePath,
  'code/not-allowed': codeNotAllowed,
  'code/script-missing': codeScriptMissing,
  'code/secret': codeSecret,
  'components/args-not-an-object': componentsArgsNotAnObject,
  'components/no-class': componentsNoClass,
  'components/no-id': componentsNoId,
  'components/not-an-object': componentsNotAnObject,
  'components/nothing-there': componentsNothingThere,
  'components/outside-args': componentsOutsideArgs,
  'config/format-version': configFormatVersion,
  'config/misspelt-section': configMisspeltSection,
  'config/not-a-positive-number': configNotAPositiveNumber,
  'config/nothing-to-run': configNothingToRun,
  'config/section-not-a-list': configSectionNotAList,
  'deploy-map/all-with-others': deployMapAllWithOthers,
  'deploy-map/invalid-app-name': deployMapInvalidAppName,
  'deploy-map/invalid-sites': deployMapInvalidSites,
  'deploy-map/missing': deployMapMissing,
  'deploy-map/no-client': deployMapNoClient,
  'deploy-map/no-server': deployMapNoServer,
  'deploy-map/no-site': deployMapNoSite,
  'deploy-map/not-an-object': deployMapNotAnObject,
  'deploy-map/not-for-simulator': deployMapNotForSimulator,
  'deploy-map/similar-sites': deployMapSimilarSites,
  'deploy-map/site-not-a-string': deployMapSiteNotAString,
  'deploy-map/site-twice': deployMapSiteTwice,
  'deploy-map/sites-misread': deployMapSitesMisread,
  'deploy-map/unknown-entry-key': deployMapUnknownEntryKey,
  'deploy-map/unlikely-site-name': deployMapUnlikelySiteName,
  'filters/direction': filtersDirection,
  'filters/never-applied': filtersNeverApplied,
  'filters/nothing-in-list': filtersNothingInList,
  'filters/pattern': filtersPattern,
  'filters/two-chains': filtersTwoChains,
  'filters/unknown-task': filtersUnknownTask,
  'ids/cleanser-missing': idsCleanserMissing,
  'ids/default-missing': idsDefaultMissing,
  'ids/duplicate': idsDuplicate,
  'ids/unknown': idsUnknown,
  'ids/unused': idsUnused,
  'ids/wrong-kind': idsWrongKind,
  'job/folder-name': jobFolderName,
  'job/legacy-app': jobLegacyApp,
  'job/link': jobLink,
  'job/template': jobTemplate,
  'job/truncated': jobTruncated,
  'launcher/block-not-an-object': launcherBlockNotAnObject,
  'launcher/docker-option-refused-later': launcherDockerOptionRefusedLater,
  'launcher/hides-resources': launcherHidesResources,
  'launcher/ignored-docker-option': launcherIgnoredDockerOption,
  'launcher/invalid-docker-option': launcherInvalidDockerOption,
  'launcher/invalid-k8s-option': launcherInvalidK8sOption,
  'launcher/invalid-slurm-option': launcherInvalidSlurmOption,
  'launcher/mode-not-an-object': launcherModeNotAnObject,
  'launcher/no-image': launcherNoImage,
  'launcher/not-an-object': launcherNotAnObject,
  'launcher/site-not-a-string': launcherSiteNotAString,
  'launcher/site-not-deployed': launcherSiteNotDeployed,
  'launcher/slurm-nodes': launcherSlurmNodes,
  'launcher/unknown-docker-option': launcherUnknownDockerOption,
  'launcher/unknown-k8s-option': launcherUnknownK8sOption,
  'launcher/unknown-mode': launcherUnknownMode,
  'launcher/unknown-slurm-option': launcherUnknownSlurmOption,
  'launcher/unlikely-slurm-memory': launcherUnlikelySlurmMemory,
  'launcher/unread-process-options': launcherUnreadProcessOptions,
  'launcher/wrong-default': launcherWrongDefault,
  'meta/duplicate-key': metaDuplicateKey,
  'meta/invalid-job-id': metaInvalidJobId,
  'meta/job-id-set': metaJobIdSet,
  'meta/key-too-new': metaKeyTooNew,
  'meta/missing': metaMissing,
  'meta/misspelt-key': metaMisspeltKey,
  'meta/name-not-a-string': metaNameNotAString,
  'meta/no-name': metaNoName,
  'meta/not-an-object': metaNotAnObject,
  'meta/not-checked': metaNotChecked,
  'meta/read-differently': metaReadDifferently,
  'meta/schedule-count': metaScheduleCount,
  'meta/server-key': metaServerKey,
  'meta/shadowed': metaShadowed,
  'meta/unknown-key': metaUnknownKey,
  'meta/unreadable': metaUnreadable,
  'meta/wrong-type': metaWrongType,
  'pack/cannot-be-packed': packCannotBePacked,
  'pack/keeps-only-first': packKeepsOnlyFirst,
  'pack/key-changes': packKeyChanges,
  'pack/value-changes': packValueChanges,
  'privacy/no-filter': privacyNoFilter,
  'resources/amount-not-a-number': resourcesAmountNotANumber,
  'resources/asked-twice': resourcesAskedTwice,
  'resources/block-not-an-object': resourcesBlockNotAnObject,
  'resources/gpu-counts-differ': resourcesGpuCountsDiffer,
  'resources/gpu-memory-without-gpus': resourcesGpuMemoryWithoutGpus,
  'resources/ignored-key': resourcesIgnoredKey,
  'resources/invalid-amount': resourcesInvalidAmount,
  'resources/misspelt-key': resourcesMisspeltKey,
  'resources/mode-not-an-object': resourcesModeNotAnObject,
  'resources/mode-unusable': resourcesModeUnusable,
  'resources/not-an-object': resourcesNotAnObject,
  'resources/not-in-release': resourcesNotInRelease,
  'resources/null': resourcesNull,
  'resources/process-not-an-object': resourcesProcessNotAnObject,
  'resources/process-unusable': resourcesProcessUnusable,
  'resources/site-not-deployed': resourcesSiteNotDeployed,
  'resources/unknown-default-key': resourcesUnknownDefaultKey,
  'resources/unlikely-amount': resourcesUnlikelyAmount,
  'resources/wrong-default': resourcesWrongDefault,
  'tasks/never-sent': tasksNeverSent,
  'tasks/no-executor': tasksNoExecutor,
  'tasks/not-a-list': tasksNotAList,
  'tasks/not-handled': tasksNotHandled,
  'tasks/too-many-clients': tasksTooManyClients,
  'tasks/two-executors': tasksTwoExecutors,
  'variables/not-an-object': variablesNotAnObject,
  'variables/undefined': variablesUndefined,
};
