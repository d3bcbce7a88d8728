import type { ConfigNode } from '../tree/node';
import { type Permission, type Person, type Policy, permission, readPolicy } from './policy';

/** A file of a startup kit with rights in it. */
export interface PolicyFile {
  /** As its host names it. */
  readonly file: string;
  readonly root: ConfigNode;
  /** The kit is one of the server. */
  readonly isServer: boolean;
}

/** Whether a path is one of a file with the rights of a site. */
export function isPolicyFile(path: string): boolean {
  return /(?:^|\/)local\/authorization\.json(?:\.default)?$/.test(path);
}

/** What the rights at the sites of a workspace mean for a job. */
export interface RoleForecast {
  readonly role: string;
  /** Whether it may submit the job at all: the server's right. */
  readonly submit: Permission | undefined;
  /** What the sites say of the rights that the job needs there. */
  readonly sites: readonly SiteForecast[];
}

/** What a site says to a right that the job needs there. */
export interface SiteForecast {
  readonly site: string;
  readonly file: string;
  readonly right: 'byoc' | 'server-predeployed-flwr';
  readonly permission: Permission;
}

/** What a job needs. */
export interface Needs {
  /** The sites at which it brings code of its own; `undefined`: all of them; empty: none. */
  readonly byoc: readonly string[] | 'all';
  readonly flower: boolean;
}

/** What is wrong with a policy, so that its site does not start. */
export interface BrokenPolicy {
  readonly file: string;
  readonly why: string;
}

/** Who may submit the job, by role, and the policies that could not be read. */
export interface Forecast {
  /** By role, as the policies name them. */
  readonly roles: readonly RoleForecast[];
  readonly broken: readonly BrokenPolicy[];
}

/**
 * Who may submit a job and have it run where, as far as the workspace's policies tell: the server asks for the right `submit_job`,
 * each site for `byoc` where the job brings code (`nvflare/private/fed/utils/app_authz.py`). `who` says more of the person.
 */
export function forecast(files: readonly PolicyFile[], needs: Needs, who: Partial<Person> = {}): Forecast {
  const policies = newestOf(files).map((file) => ({ ...file, site: siteOf(file.file), policy: readPolicy(file.root) }));
  const broken = policies.flatMap(({ file, policy }) => (policy.kind === 'invalid' ? [{ file, why: policy.why }] : []));
  const named = policies.flatMap(({ policy }) => (policy.kind === 'policy' ? policy.roles : []));
  const roles = who.role === undefined ? [...new Set(named)] : [who.role];
  return {
    broken,
    roles: roles.map((role) => {
      const person: Person = { ...who, role };
      const server = policies.find(({ isServer }) => isServer);
      return {
        role,
        submit: server && permission(server.policy, { right: 'submit_job', person, isSubmitter: false }),
        sites: policies.flatMap(({ site, file, policy, isServer }) =>
          siteForecast({ site, file, policy, isServer }, needs, person),
        ),
      };
    }),
  };
}

interface SitePolicy {
  readonly site: string;
  readonly file: string;
  readonly policy: Policy;
  readonly isServer: boolean;
}

function siteForecast(
  { site, file, policy, isServer }: SitePolicy,
  { byoc, flower }: Needs,
  person: Person,
): readonly SiteForecast[] {
  const ask = (right: SiteForecast['right']): SiteForecast => ({
    site,
    file,
    right,
    permission: permission(policy, { right, person, isSubmitter: true }),
  });
  const bringsCode = byoc === 'all' || byoc.includes(isServer ? 'server' : site);
  return [...(bringsCode ? [ask('byoc')] : []), ...(flower ? [ask('server-predeployed-flwr')] : [])];
}

/** Of each site the file that it reads: the edited one before the default, the newer kit before the older. */
function newestOf(files: readonly PolicyFile[]): readonly PolicyFile[] {
  const rank = ({ file }: PolicyFile) => Number(!file.endsWith('.default'));
  const inOrder = [...files].sort((a, b) => rank(a) - rank(b) || (a.file < b.file ? -1 : 1));
  const bySite = new Map(inOrder.map((file) => [siteOf(file.file), file]));
  return [...bySite.values()].sort(
    (a, b) => Number(b.isServer) - Number(a.isServer) || (siteOf(a.file) < siteOf(b.file) ? -1 : 1),
  );
}

/** The folder around `local` has the site's name. */
function siteOf(file: string): string {
  return file.split('/').at(-3) ?? '';
}
