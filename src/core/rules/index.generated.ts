// Made by scripts/generate.mjs; change the rules instead.
import { rule as appsNoSites } from './apps/no-sites';
import { rule as clientsInvalidMinClients } from './clients/invalid-min-clients';
import { rule as clientsMinClientsNotAnInteger } from './clients/min-clients-not-an-integer';
import { rule as clientsTooFewSites } from './clients/too-few-sites';
import { rule as deployMapInvalidAppName } from './deploy-map/invalid-app-name';
import { rule as deployMapMissing } from './deploy-map/missing';
import { rule as deployMapNoClient } from './deploy-map/no-client';
import { rule as deployMapNoServer } from './deploy-map/no-server';
import { rule as deployMapNoSite } from './deploy-map/no-site';
import { rule as deployMapNotAnObject } from './deploy-map/not-an-object';
import { rule as jobFolderName } from './job/folder-name';
import { rule as jobLink } from './job/link';
import { rule as jobTruncated } from './job/truncated';
import { rule as metaDuplicateKey } from './meta/duplicate-key';
import { rule as metaNameNotAString } from './meta/name-not-a-string';
import { rule as metaNoName } from './meta/no-name';
import { rule as metaReadDifferently } from './meta/read-differently';
import type { Rule } from './rule';

/** The rules about the meta file and the folder that every job has work for, by code. */
export const RULES: readonly Rule[] = [
  appsNoSites,
  clientsInvalidMinClients,
  clientsMinClientsNotAnInteger,
  clientsTooFewSites,
  deployMapInvalidAppName,
  deployMapMissing,
  deployMapNoClient,
  deployMapNoServer,
  deployMapNoSite,
  deployMapNotAnObject,
  jobFolderName,
  jobLink,
  jobTruncated,
  metaDuplicateKey,
  metaNameNotAString,
  metaNoName,
  metaReadDifferently,
];
