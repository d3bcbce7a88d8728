import { argumentValue } from '../job/config/argument-value';
import type { ComponentDef } from '../job/config/components';
import type { KnownClass } from '../job/config/known-class';
import type { Wiring } from '../job/config/wiring';
import type { Release } from '../job/release';
import { rangeOf } from '../tree/node';
import type { Plain } from '../tree/query';
import type { Setting } from './play';
import { clients, type Party } from './step';

/** A component of the job with its class, whose arguments are looked at. */
export interface Configured {
  readonly component: ComponentDef;
  readonly found: KnownClass;
  readonly file: string;
}

/** A workflow to be played, and what it is played with. */
export interface Setup extends Configured {
  readonly release: Release;
  readonly wiring: Wiring;
  /** The clients that get an app, by name; `undefined` where the job goes to all that are connected. */
  readonly sites: readonly string[] | undefined;
}

/** What an argument is in effect; `undefined` where it cannot be known. */
export function plainOf({ component, found }: Configured, name: string): Plain {
  return argumentValue(component, found, name)?.value;
}

/** An argument that is a whole number. */
export function countOf(of: Configured, name: string): number | undefined {
  const value = plainOf(of, name);
  return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
}

/** An argument that is a text; an empty one counts as none. */
export function textOf(of: Configured, name: string): string | undefined {
  const value = plainOf(of, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** An argument that is a list of names; an empty one counts as none. */
export function namesOf(of: Configured, name: string): readonly string[] | undefined {
  const value = plainOf(of, name);
  if (!Array.isArray(value) || value.length === 0 || !value.every((item) => typeof item === 'string')) return undefined;
  return value as readonly string[];
}

/** Whether the class has the parameter in this release. */
export function takes({ found }: Configured, name: string): boolean {
  return found.parameters.some((parameter) => parameter.name === name);
}

/** An argument that is a time in seconds. */
export function timeOf(of: Configured, name: string): Setting | undefined {
  const argument = argumentValue(of.component, of.found, name);
  if (typeof argument?.value !== 'number') return undefined;
  const { value, node } = argument;
  return { name, value, place: node && { file: of.file, range: rangeOf(node) } };
}

/** The clients that an argument names, or all of them. */
export function clientsNamed(setup: Setup, name: string, who = 'all clients'): Party {
  const names = namesOf(setup, name);
  return names ? clients(names.join(', '), names) : clients(who, setup.sites);
}

/** One client that an argument names, or one that only the run shows. */
export function clientNamed(setup: Setup, name: string, who: string): Party {
  const value = textOf(setup, name);
  return value ? clients(value, [value], true) : clients(who, undefined, true);
}
