// Made by scripts/generate.mjs; change the rules instead.
import { rule as appsEmptyCustom } from './apps/empty-custom';
import { rule as appsMissing } from './apps/missing';
import { rule as appsNoClientConfig } from './apps/no-client-config';
import { rule as appsNoServerConfig } from './apps/no-server-config';
import { rule as appsNotDeployed } from './apps/not-deployed';
import { rule as appsReadDifferently } from './apps/read-differently';
import { rule as appsShadowedConfig } from './apps/shadowed-config';
import { rule as appsUnreadableConfig } from './apps/unreadable-config';
import { rule as appsUnreadableServerConfig } from './apps/unreadable-server-config';
import { rule as clientsMandatoryNeverThere } from './clients/mandatory-never-there';
import { rule as clientsMandatoryNotAList } from './clients/mandatory-not-a-list';
import { rule as clientsMandatoryNotDeployed } from './clients/mandatory-not-deployed';
import { rule as deployMapAllWithOthers } from './deploy-map/all-with-others';
import { rule as deployMapInvalidSites } from './deploy-map/invalid-sites';
import { rule as deployMapNotForSimulator } from './deploy-map/not-for-simulator';
import { rule as deployMapSimilarSites } from './deploy-map/similar-sites';
import { rule as deployMapSiteNotAString } from './deploy-map/site-not-a-string';
import { rule as deployMapSiteTwice } from './deploy-map/site-twice';
import { rule as deployMapSitesMisread } from './deploy-map/sites-misread';
import { rule as deployMapUnknownEntryKey } from './deploy-map/unknown-entry-key';
import { rule as deployMapUnlikelySiteName } from './deploy-map/unlikely-site-name';
import { rule as jobLegacyApp } from './job/legacy-app';
import { rule as jobTemplate } from './job/template';
import { rule as launcherBlockNotAnObject } from './launcher/block-not-an-object';
import { rule as launcherDockerOptionRefusedLater } from './launcher/docker-option-refused-later';
import { rule as launcherHidesResources } from './launcher/hides-resources';
import { rule as launcherIgnoredDockerOption } from './launcher/ignored-docker-option';
import { rule as launcherInvalidDockerOption } from './launcher/invalid-docker-option';
import { rule as launcherInvalidK8sOption } from './launcher/invalid-k8s-option';
import { rule as launcherInvalidSlurmOption } from './launcher/invalid-slurm-option';
import { rule as launcherModeNotAnObject } from './launcher/mode-not-an-object';
import { rule as launcherNoImage } from './launcher/no-image';
import { rule as launcherNotAnObject } from './launcher/not-an-object';
import { rule as launcherSiteNotAString } from './launcher/site-not-a-string';
import { rule as launcherSiteNotDeployed } from './launcher/site-not-deployed';
import { rule as launcherSlurmNodes } from './launcher/slurm-nodes';
import { rule as launcherUnknownDockerOption } from './launcher/unknown-docker-option';
import { rule as launcherUnknownK8sOption } from './launcher/unknown-k8s-option';
import { rule as launcherUnknownMode } from './launcher/unknown-mode';
import { rule as launcherUnknownSlurmOption } from './launcher/unknown-slurm-option';
import { rule as launcherUnlikelySlurmMemory } from './launcher/unlikely-slurm-memory';
import { rule as launcherUnreadProcessOptions } from './launcher/unread-process-options';
import { rule as launcherWrongDefault } from './launcher/wrong-default';
import { rule as metaInvalidJobId } from './meta/invalid-job-id';
import { rule as metaJobIdSet } from './meta/job-id-set';
import { rule as metaKeyTooNew } from './meta/key-too-new';
import { rule as metaMissing } from './meta/missing';
import { rule as metaMisspeltKey } from './meta/misspelt-key';
import { rule as metaNotAnObject } from './meta/not-an-object';
import { rule as metaNotChecked } from './meta/not-checked';
import { rule as metaScheduleCount } from './meta/schedule-count';
import { rule as metaServerKey } from './meta/server-key';
import { rule as metaShadowed } from './meta/shadowed';
import { rule as metaUnknownKey } from './meta/unknown-key';
import { rule as metaUnreadable } from './meta/unreadable';
import { rule as metaWrongType } from './meta/wrong-type';
import { rule as packCannotBePacked } from './pack/cannot-be-packed';
import { rule as packKeepsOnlyFirst } from './pack/keeps-only-first';
import { rule as packKeyChanges } from './pack/key-changes';
import { rule as packValueChanges } from './pack/value-changes';
import { rule as resourcesAmountNotANumber } from './resources/amount-not-a-number';
import { rule as resourcesAskedTwice } from './resources/asked-twice';
import { rule as resourcesBlockNotAnObject } from './resources/block-not-an-object';
import { rule as resourcesGpuCountsDiffer } from './resources/gpu-counts-differ';
import { rule as resourcesGpuMemoryWithoutGpus } from './resources/gpu-memory-without-gpus';
import { rule as resourcesIgnoredKey } from './resources/ignored-key';
import { rule as resourcesInvalidAmount } from './resources/invalid-amount';
import { rule as resourcesMisspeltKey } from './resources/misspelt-key';
import { rule as resourcesModeNotAnObject } from './resources/mode-not-an-object';
import { rule as resourcesModeUnusable } from './resources/mode-unusable';
import { rule as resourcesNotAnObject } from './resources/not-an-object';
import { rule as resourcesNotInRelease } from './resources/not-in-release';
import { rule as resourcesNull } from './resources/null';
import { rule as resourcesProcessNotAnObject } from './resources/process-not-an-object';
import { rule as resourcesProcessUnusable } from './resources/process-unusable';
import { rule as resourcesSiteNotDeployed } from './resources/site-not-deployed';
import { rule as resourcesUnknownDefaultKey } from './resources/unknown-default-key';
import { rule as resourcesUnlikelyAmount } from './resources/unlikely-amount';
import { rule as resourcesWrongDefault } from './resources/wrong-default';
import type { Rule } from './rule';

/** The rules about what few jobs have (their `needs`), by code. */
export const RARE_RULES: readonly Rule[] = [
  appsEmptyCustom,
  appsMissing,
  appsNoClientConfig,
  appsNoServerConfig,
  appsNotDeployed,
  appsReadDifferently,
  appsShadowedConfig,
  appsUnreadableConfig,
  appsUnreadableServerConfig,
  clientsMandatoryNeverThere,
  clientsMandatoryNotAList,
  clientsMandatoryNotDeployed,
  deployMapAllWithOthers,
  deployMapInvalidSites,
  deployMapNotForSimulator,
  deployMapSimilarSites,
  deployMapSiteNotAString,
  deployMapSiteTwice,
  deployMapSitesMisread,
  deployMapUnknownEntryKey,
  deployMapUnlikelySiteName,
  jobLegacyApp,
  jobTemplate,
  launcherBlockNotAnObject,
  launcherDockerOptionRefusedLater,
  launcherHidesResources,
  launcherIgnoredDockerOption,
  launcherInvalidDockerOption,
  launcherInvalidK8sOption,
  launcherInvalidSlurmOption,
  launcherModeNotAnObject,
  launcherNoImage,
  launcherNotAnObject,
  launcherSiteNotAString,
  launcherSiteNotDeployed,
  launcherSlurmNodes,
  launcherUnknownDockerOption,
  launcherUnknownK8sOption,
  launcherUnknownMode,
  launcherUnknownSlurmOption,
  launcherUnlikelySlurmMemory,
  launcherUnreadProcessOptions,
  launcherWrongDefault,
  metaInvalidJobId,
  metaJobIdSet,
  metaKeyTooNew,
  metaMissing,
  metaMisspeltKey,
  metaNotAnObject,
  metaNotChecked,
  metaScheduleCount,
  metaServerKey,
  metaShadowed,
  metaUnknownKey,
  metaUnreadable,
  metaWrongType,
  packCannotBePacked,
  packKeepsOnlyFirst,
  packKeyChanges,
  packValueChanges,
  resourcesAmountNotANumber,
  resourcesAskedTwice,
  resourcesBlockNotAnObject,
  resourcesGpuCountsDiffer,
  resourcesGpuMemoryWithoutGpus,
  resourcesIgnoredKey,
  resourcesInvalidAmount,
  resourcesMisspeltKey,
  resourcesModeNotAnObject,
  resourcesModeUnusable,
  resourcesNotAnObject,
  resourcesNotInRelease,
  resourcesNull,
  resourcesProcessNotAnObject,
  resourcesProcessUnusable,
  resourcesSiteNotDeployed,
  resourcesUnknownDefaultKey,
  resourcesUnlikelyAmount,
  resourcesWrongDefault,
];
