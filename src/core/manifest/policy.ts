/**
 * What an `authorization.json` allows: NVFLARE's `nvflare/fuel/sec/authz.py` over a tree. Names are compared in lower case and with
 * single blanks.
 */
import type { ConfigNode } from '../tree/node';
import { get } from '../tree/node';
import { isFalsy } from '../tree/query';

/** Who wants something. What is not known of a person makes answers depend on it. */
export interface Person {
  readonly role: string;
  readonly name?: string;
  readonly org?: string;
}

/** One condition of a right. */
interface Condition {
  readonly isBlocked: boolean;
  readonly kind: 'always' | 'never' | 'org' | 'name';
  readonly target: string;
  /** As it is written. */
  readonly text: string;
}

/** A policy that could be read, or why NVFLARE would not start with it. */
export type Policy =
  | { readonly kind: 'policy'; readonly roles: readonly string[]; readonly rights: ReadonlyMap<string, readonly Condition[]> }
  | { readonly kind: 'invalid'; readonly why: string };

/** Whether somebody has a right: for sure, for sure not, or under a condition. */
export type Permission = { readonly kind: 'yes' } | { readonly kind: 'no' } | { readonly kind: 'if'; readonly condition: string };

/** The rights of the commands that belong to categories (`COMMAND_CATEGORIES` in `nvflare/security/security.py`) need no table here:
 * submitting a job and bringing code are in none. Their names must still be told from those of ordinary rights. */
const CATEGORIES: ReadonlySet<string> = new Set(['manage_job', 'operate', 'view', 'shell_commands', 'download_job']);

/** Reads a policy as `parse_policy_config` does. */
export function readPolicy(root: ConfigNode): Policy {
  const invalid = (why: string): Policy => ({ kind: 'invalid', why });
  if (root.kind !== 'object') return invalid('it is no object');
  const version = get(root, 'format_version');
  if (version?.kind !== 'string' || version.value !== '1.0') return invalid('format_version must be "1.0"');
  const permissions = get(root, 'permissions');
  if (isFalsy(permissions) !== false) return invalid('there are no permissions');
  if (permissions?.kind !== 'object') return invalid('permissions must be an object');
  const roles: string[] = [];
  const rights = new Map<string, readonly Condition[]>();
  for (const { key, value } of permissions.value.list) {
    const role = normal(key);
    roles.push(role);
    if (value.kind === 'string' || value.kind === 'array') {
      const conditions = conditionsOf(value);
      if (typeof conditions === 'string') return invalid(conditions);
      rights.set(`${role}:*`, conditions);
    } else if (value.kind === 'object') {
      // Those of categories come first, whatever their place.
      const inOrder = [...value.value.list].sort(
        (a, b) => Number(CATEGORIES.has(normal(b.key))) - Number(CATEGORIES.has(normal(a.key))),
      );
      for (const right of inOrder) {
        const conditions = conditionsOf(right.value);
        if (typeof conditions === 'string') return invalid(conditions);
        rights.set(`${role}:${normal(right.key)}`, conditions);
      }
    } else return invalid(`the rights of ${role} must be an object`);
  }
  return { kind: 'policy', roles: [...new Set(roles)], rights };
}

/** The conditions of an expression, or what is wrong with it. */
function conditionsOf(node: ConfigNode): readonly Condition[] | string {
  if (node.kind === 'string') {
    const condition = conditionOf(node.value);
    return typeof condition === 'string' ? condition : [condition];
  }
  if (node.kind !== 'array') return 'a condition must be a string or a list of strings';
  if (node.value.length === 0) return 'a list of conditions is empty';
  const conditions: Condition[] = [];
  for (const item of node.value) {
    const condition = item.kind === 'string' ? conditionOf(item.value) : 'a condition must be a string';
    if (typeof condition === 'string') return condition;
    conditions.push(condition);
  }
  return conditions;
}

function conditionOf(expression: string): Condition | string {
  const words = normal(expression);
  const parts = words.split(' ');
  const isBlocked = parts.length === 2 && parts[0] === 'not';
  const text = isBlocked ? (parts[1] ?? '') : words;
  if (text === 'all' || text === 'any') return { isBlocked, kind: 'always', target: '', text: words };
  if (text === 'none' || text === 'no') return { isBlocked, kind: 'never', target: '', text: words };
  const [type, target, ...more] = text.split(':').map(normal);
  if (target === undefined || more.length > 0) return `the condition "${expression}" cannot be read`;
  if (type === 'o' || type === 'org') return { isBlocked, kind: 'org', target, text: words };
  if (type === 'n' || type === 'name') return { isBlocked, kind: 'name', target, text: words };
  return `the condition "${expression}" is of no known type`;
}

/** Python's `" ".join(text.lower().split())`. */
export function normal(text: string): string {
  return text.toLowerCase().trim().split(/\s+/).join(' ');
}

/** What is asked of a policy. */
export interface Question {
  readonly right: string;
  readonly person: Person;
  /** The organisation of the site, where it is known. */
  readonly siteOrg?: string;
  /** Whether the person counts as the submitter of the job that it is about; nobody does while a job is being submitted. */
  readonly isSubmitter: boolean;
}

/** Whether the policy gives a right (`Authorizer.authorize`). */
export function permission(policy: Policy, { right, person, siteOrg, isSubmitter }: Question): Permission {
  const role = normal(person.role);
  if (role === 'super') return YES;
  if (policy.kind === 'invalid') return NO;
  const conditions = policy.rights.get(`${role}:*`) ?? policy.rights.get(`${role}:${right}`);
  if (!conditions) return NO;
  const known = {
    name: person.name && normal(person.name),
    org: person.org && normal(person.org),
    siteOrg: siteOrg && normal(siteOrg),
  };
  const matches = (condition: Condition) => matched(condition, known, isSubmitter);
  const blocked = conditions.filter(({ isBlocked }) => isBlocked);
  const allowed = conditions.filter(({ isBlocked }) => !isBlocked);
  if (blocked.some((condition) => matches(condition) === true)) return NO;
  const openBlocks = blocked.filter((condition) => matches(condition) === undefined);
  const openAllows = allowed.filter((condition) => matches(condition) === undefined);
  const isAllowed = allowed.length === 0 || allowed.some((condition) => matches(condition) === true);
  if (!isAllowed && openAllows.length === 0) return NO;
  const open = [...(isAllowed ? [] : [openAllows.map(({ text }) => text).join(' or ')]), ...openBlocks.map(({ text }) => text)];
  return open.length === 0 ? YES : { kind: 'if', condition: open.join(' and ') };
}

const YES: Permission = { kind: 'yes' };
const NO: Permission = { kind: 'no' };

interface Known {
  readonly name: string | undefined;
  readonly org: string | undefined;
  readonly siteOrg: string | undefined;
}

/** Whether a condition is met; `undefined` where too little is known. */
function matched({ kind, target }: Condition, { name, org, siteOrg }: Known, isSubmitter: boolean): boolean | undefined {
  switch (kind) {
    case 'always':
      return true;
    case 'never':
      return false;
    case 'org':
      if (target === 'submitter') return isSubmitter || isEmpty(org);
      if (target === 'site') return org === undefined || siteOrg === undefined ? undefined : org === siteOrg;
      return org === undefined ? undefined : org === target;
    case 'name':
      if (target === 'submitter') return isSubmitter || isEmpty(name);
      return name === undefined ? undefined : name === target;
  }
}

/** A submitter who is not there has an empty name. People have one. */
function isEmpty(text: string | undefined): boolean {
  return text === '';
}
