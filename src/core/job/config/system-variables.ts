import { isSince, type Release } from '../release';

/** The side of a job that a configuration is for. */
export type Side = 'server' | 'client';

/** A variable that NVFLARE sets before it reads a configuration. */
export interface SystemVariable {
  readonly name: string;
  readonly sides: readonly Side[];
  readonly since: string;
  readonly meaning: string;
}

const BOTH: readonly Side[] = ['server', 'client'];
const CLIENT: readonly Side[] = ['client'];

/** `SystemVarName` of `nvflare/apis/fl_constant.py`, set by the two configurators of `nvflare/private/fed`. */
export const SYSTEM_VARIABLES: readonly SystemVariable[] = [
  { name: 'JOB_ID', sides: BOTH, since: '2.4', meaning: 'the id of the job' },
  { name: 'SITE_NAME', sides: BOTH, since: '2.4', meaning: 'the name of the site; "server" on the server' },
  { name: 'WORKSPACE', sides: BOTH, since: '2.4', meaning: "the path of the site's workspace" },
  { name: 'SECURE_MODE', sides: BOTH, since: '2.4', meaning: 'whether the site runs in secure mode' },
  { name: 'ROOT_URL', sides: CLIENT, since: '2.4', meaning: 'the URL of the server' },
  { name: 'JOB_CUSTOM_DIR', sides: BOTH, since: '2.5', meaning: "the path of the app's folder custom at the site" },
  { name: 'CP_URL', sides: CLIENT, since: '2.6', meaning: "the URL of the site's own parent process" },
  { name: 'RELAY_URL', sides: CLIENT, since: '2.6', meaning: 'the URL of the relay, or of the server where there is none' },
  { name: 'JOB_CONFIG_DIR', sides: CLIENT, since: '2.7', meaning: "the path of the app's folder config at the site" },
];

/** The names of the variables that NVFLARE sets on a side. */
export function systemVariables(side: Side, release: Release): ReadonlySet<string> {
  return new Set(
    SYSTEM_VARIABLES.filter(({ sides, since }) => sides.includes(side) && isSince(release, since)).map(({ name }) => name),
  );
}
