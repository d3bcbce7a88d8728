import type { Side } from '../../job/config/system-variables';
import { CLIENT_CONFIG_KEYS, SERVER_CONFIG_KEYS } from '../../schema/config-keys.generated';
import type { KeyFacts } from '../../schema/key-facts';
import { factsAt, keyFacts } from '../../schema/keys';
import { grouped } from '../../text/counted';
import type { ConfigNode } from '../../tree/node';
import type { Path } from '../../tree/query';
import { code } from '../markdown';

/** A key of a meta file: what it is, its type, default, since when, and who reads it. */
export function aboutKey(path: Path): readonly string[] {
  return keyText(keyFacts(path), path);
}

/** A key of an app's configuration, as far as it has a fixed name. */
export function aboutConfigKey(side: Side, path: Path): readonly string[] {
  return keyText(factsAt(side === 'server' ? SERVER_CONFIG_KEYS : CLIENT_CONFIG_KEYS, path), path);
}

function keyText(facts: KeyFacts | undefined, path: Path): readonly string[] {
  const key = path.at(-1);
  if (!facts || typeof key !== 'string') return [];
  const lines = [`**${code(key)}** · ${facts.type}${facts.unit ? `, in ${facts.unit}` : ''}`, facts.description];
  const small = [
    facts.default === undefined ? undefined : `Default: ${code(facts.default)}`,
    facts.since && `Since ${facts.since}`,
    facts.until && `Until ${facts.until}`,
    facts.setBy === 'server' ? 'Set by the server, not by authors' : undefined,
    readers(facts),
  ].filter(Boolean);
  if (small.length > 0) lines.push(small.join(' · '));
  return lines;
}

function readers({ readBy, setBy }: KeyFacts): string | undefined {
  if (readBy.length > 0) return `Read by: ${readBy.join(', ')}`;
  return setBy === 'author' ? 'Read by nobody in NVFLARE' : undefined;
}

/** A value that has a unit, or that is one of a few with meanings. */
export function aboutValue(path: Path, node: ConfigNode): readonly string[] {
  const facts = keyFacts(path);
  const key = path.at(-1);
  if (!facts) return [];
  const meaning = node.kind === 'string' ? facts.values?.find(([value]) => value === node.value)?.[1] : undefined;
  if (meaning !== undefined) return [meaning];
  const amount = node.kind === 'string' ? bytesOf(node.value) : undefined;
  if (amount !== undefined) return [`${code(String(key))}: ${grouped(amount)} bytes`];
  if (facts.unit && (node.kind === 'integer' || node.kind === 'float'))
    return [`${code(String(key))}: ${node.value} ${facts.unit}`];
  return [];
}

const FACTORS: Readonly<Record<string, number>> = {
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
};

/** What an amount of memory is in bytes, in the ways that Docker, Kubernetes and NVFLARE write it. */
function bytesOf(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)(Ki|Mi|Gi|Ti|[kmgKMG])[bB]?$/.exec(text);
  const factor = match?.[2] && (FACTORS[match[2]] ?? FACTORS[match[2].toLowerCase()]);
  return match && factor ? Math.floor(Number(match[1]) * factor) : undefined;
}
