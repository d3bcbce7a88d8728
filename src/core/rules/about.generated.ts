// Made by scripts/generate.mjs; change the rules instead.
import { about as appsEmptyCustom } from './apps/empty-custom';
import { about as appsMissing } from './apps/missing';
import { about as appsNoClientConfig } from './apps/no-client-config';
import { about as appsNoServerConfig } from './apps/no-server-config';
import { about as appsNoSites } from './apps/no-sites';
import { about as appsNotDeployed } from './apps/not-deployed';
import { about as appsShadowedConfig } from './apps/shadowed-config';
import { about as appsUnreadableConfig } from './apps/unreadable-config';
import { about as appsUnreadableServerConfig } from './apps/unreadable-server-config';
import { about as clientsInvalidMinClients } from './clients/invalid-min-clients';
import { about as clientsMandatoryNeverThere } from './clients/mandatory-never-there';
import { about as clientsMandatoryNotAList } from './clients/mandatory-not-a-list';
import { about as clientsMandatoryNotDeployed } from './clients/mandatory-not-deployed';
import { about as clientsMinClientsNotAnInteger } from './clients/min-clients-not-an-integer';
import { about as clientsTooFewSites } from './clients/too-few-sites';
import { about as deployMapAllWithOthers } from './deploy-map/all-with-others';
import { about as deployMapInvalidAppName } from './deploy-map/invalid-app-name';
import { about as deployMapInvalidSites } from './deploy-map/invalid-sites';
import { about as deployMapMissing } from './deploy-map/missing';
import { about as deployMapNoClient } from './deploy-map/no-client';
import { about as deployMapNoServer } from './deploy-map/no-server';
import { about as deployMapNoSite } from './deploy-map/no-site';
import { about as deployMapNotAnObject } from './deploy-map/not-an-object';
import { about as deployMapNotForSimulator } from './deploy-map/not-for-simulator';
import { about as deployMapSimilarSites } from './deploy-map/similar-sites';
import { about as deployMapSiteNotAText } from './deploy-map/site-not-a-text';
import { about as deployMapSiteTwice } from './deploy-map/site-twice';
import { about as deployMapUnknownEntryKey } from './deploy-map/unknown-entry-key';
import { about as deployMapUnlikelySiteName } from './deploy-map/unlikely-site-name';
import { about as jobFolderName } from './job/folder-name';
import { about as jobLegacyApp } from './job/legacy-app';
import { about as jobLink } from './job/link';
import { about as jobTemplate } from './job/template';
import { about as jobTruncated } from './job/truncated';
import { about as launcherBlockNotAnObject } from './launcher/block-not-an-object';
import { about as launcherDockerOptionRefusedLater } from './launcher/docker-option-refused-later';
import { about as launcherHidesResources } from './launcher/hides-resources';
import { about as launcherIgnoredDockerOption } from './launcher/ignored-docker-option';
import { about as launcherInvalidDockerOption } from './launcher/invalid-docker-option';
import { about as launcherInvalidK8sOption } from './launcher/invalid-k8s-option';
import { about as launcherInvalidSlurmOption } from './launcher/invalid-slurm-option';
import { about as launcherModeNotAnObject } from './launcher/mode-not-an-object';
import { about as launcherNoImage } from './launcher/no-image';
import { about as launcherNotAnObject } from './launcher/not-an-object';
import { about as launcherNotInRelease } from './launcher/not-in-release';
import { about as launcherSiteNotAText } from './launcher/site-not-a-text';
import { about as launcherSiteNotDeployed } from './launcher/site-not-deployed';
import { about as launcherSlurmNodes } from './launcher/slurm-nodes';
import { about as launcherUnknownDockerOption } from './launcher/unknown-docker-option';
import { about as launcherUnknownK8sOption } from './launcher/unknown-k8s-option';
import { about as launcherUnknownMode } from './launcher/unknown-mode';
import { about as launcherUnknownSlurmOption } from './launcher/unknown-slurm-option';
import { about as launcherUnlikelySlurmMemory } from './launcher/unlikely-slurm-memory';
import { about as launcherUnreadProcessOptions } from './launcher/unread-process-options';
import { about as launcherWrongDefault } from './launcher/wrong-default';
import { about as metaDuplicateKey } from './meta/duplicate-key';
import { about as metaInvalidJobId } from './meta/invalid-job-id';
import { about as metaJobIdSet } from './meta/job-id-set';
import { about as metaKeyTooNew } from './meta/key-too-new';
import { about as metaMissing } from './meta/missing';
import { about as metaMisspeltKey } from './meta/misspelt-key';
import { about as metaNameNotAString } from './meta/name-not-a-string';
import { about as metaNoName } from './meta/no-name';
import { about as metaNotAnObject } from './meta/not-an-object';
import { about as metaNotChecked } from './meta/not-checked';
import { about as metaReadDifferently } from './meta/read-differently';
import { about as metaScheduleCount } from './meta/schedule-count';
import { about as metaServerKey } from './meta/server-key';
import { about as metaShadowed } from './meta/shadowed';
import { about as metaUnknownKey } from './meta/unknown-key';
import { about as metaUnreadable } from './meta/unreadable';
import { about as metaWrongType } from './meta/wrong-type';
import { about as resourcesAmountNotANumber } from './resources/amount-not-a-number';
import { about as resourcesAskedTwice } from './resources/asked-twice';
import { about as resourcesBlockNotAnObject } from './resources/block-not-an-object';
import { about as resourcesGpuCountsDiffer } from './resources/gpu-counts-differ';
import { about as resourcesGpuMemoryWithoutGpus } from './resources/gpu-memory-without-gpus';
import { about as resourcesIgnoredKey } from './resources/ignored-key';
import { about as resourcesInvalidAmount } from './resources/invalid-amount';
import { about as resourcesMisspeltKey } from './resources/misspelt-key';
import { about as resourcesModeNotAnObject } from './resources/mode-not-an-object';
import { about as resourcesModeUnusable } from './resources/mode-unusable';
import { about as resourcesNotAnObject } from './resources/not-an-object';
import { about as resourcesNotInRelease } from './resources/not-in-release';
import { about as resourcesNull } from './resources/null';
import { about as resourcesProcessNotAnObject } from './resources/process-not-an-object';
import { about as resourcesProcessUnusable } from './resources/process-unusable';
import { about as resourcesSiteNotDeployed } from './resources/site-not-deployed';
import { about as resourcesUnknownDefaultKey } from './resources/unknown-default-key';
import { about as resourcesUnlikelyAmount } from './resources/unlikely-amount';
import { about as resourcesWrongDefault } from './resources/wrong-default';
import type { RuleAbout } from './rule';

/** What there is to read about the rules, by code; loaded only to explain them. */
export const ABOUT: Readonly<Record<string, RuleAbout>> = {
  'apps/empty-custom': appsEmptyCustom,
  'apps/missing': appsMissing,
  'apps/no-client-config': appsNoClientConfig,
  'apps/no-server-config': appsNoServerConfig,
  'apps/no-sites': appsNoSites,
  'apps/not-deployed': appsNotDeployed,
  'apps/shadowed-config': appsShadowedConfig,
  'apps/unreadable-config': appsUnreadableConfig,
  'apps/unreadable-server-config': appsUnreadableServerConfig,
  'clients/invalid-min-clients': clientsInvalidMinClients,
  'clients/mandatory-never-there': clientsMandatoryNeverThere,
  'clients/mandatory-not-a-list': clientsMandatoryNotAList,
  'clients/mandatory-not-deployed': clientsMandatoryNotDeployed,
  'clients/min-clients-not-an-integer': clientsMinClientsNotAnInteger,
  'clients/too-few-sites': clientsTooFewSites,
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
  'deploy-map/site-not-a-text': deployMapSiteNotAText,
  'deploy-map/site-twice': deployMapSiteTwice,
  'deploy-map/unknown-entry-key': deployMapUnknownEntryKey,
  'deploy-map/unlikely-site-name': deployMapUnlikelySiteName,
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
  'launcher/not-in-release': launcherNotInRelease,
  'launcher/site-not-a-text': launcherSiteNotAText,
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
};
