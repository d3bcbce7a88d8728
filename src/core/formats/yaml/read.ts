import type { Range } from '../../text/range';
import { type ConfigNode, rangeOf } from '../../tree/node';
import type { ConfigDocument, ReadProblem } from '../document';
import type { Template } from './interpolation/grammar';
import { resolve } from './interpolation/resolve';
import { parse } from './parse/parse';
import { UNPRINTABLE } from './scan/characters';
import { scan } from './scan/scanner';
import { construct } from './values/construct';
import { expand } from './values/expand';

/**
 * Reads YAML as NVFLARE does: `OmegaConf.create` on PyYAML's safe loader, then `to_container` with interpolations resolved
 * (`nvflare/fuel_opt/utils/omegaconf_loader.py`). Goes on behind mistakes.
 */
export function readYaml(text: string): ConfigDocument {
  const { tokens, problems: scanned, comments } = scan(text);
  const { root: syntax, anchors, problems: parsed } = parse(tokens);
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const read: Reading = syntax ? readSyntax(syntax, anchors) : { root: emptyObject(start), stages: [], interpolated: [] };
  const stages = [unprintable(text), byPlace([...scanned, ...parsed]), ...read.stages];
  const aliases = tokens.filter(({ kind }) => kind === 'alias');
  const references = [...aliases, ...read.interpolated].map(rangeOf).sort((a, b) => a.start - b.start);
  return { format: 'yaml', text, root: read.root, problems: inOneVoice(stages), comments, references };
}

interface Reading {
  readonly root: ConfigNode;
  /** Problems stage by stage: NVFLARE meets those of a later one only where the earlier ones have none. */
  readonly stages: readonly (readonly ReadProblem[])[];
  /** The places of texts with interpolations. */
  readonly interpolated: readonly Range[];
}

function readSyntax(
  syntax: NonNullable<ReturnType<typeof parse>['root']>,
  anchors: ReturnType<typeof parse>['anchors'],
): Reading {
  const { value, problems: constructed } = construct(syntax, anchors);
  if (value.kind === 'null') return { root: emptyObject(syntax.start), stages: [constructed], interpolated: [] };
  const { root, templates, problems: expanded } = expand(value, syntax);
  if (root.kind === 'object' || root.kind === 'array') {
    const { root: resolved, problems: unresolved } = resolve(root, templates);
    const interpolated = [...templates].filter(([, template]) => template.some(isInterpolation)).map(([node]) => node);
    return { root: resolved, stages: [constructed, expanded, unresolved], interpolated };
  }
  const stages = [constructed, value.kind === 'unknown' ? [] : scalarRoot(root)];
  return { root: rootOfScalar(root), stages, interpolated: [] };
}

function isInterpolation(part: Template[number]): boolean {
  return typeof part === 'object';
}

/** OmegaConf makes a file that holds only a text an object with that key and null. */
function rootOfScalar(root: ConfigNode): ConfigNode {
  if (root.kind !== 'string') return root;
  const { start, end } = root;
  const value: ConfigNode = { kind: 'null', value: null, start: end, end };
  const list = [{ key: root.value, keyStart: start, keyEnd: end, value }];
  return { kind: 'object', value: { list, superseded: [], index: undefined, incomplete: false }, start, end };
}

function scalarRoot(root: ConfigNode): readonly ReadProblem[] {
  if (root.kind === 'string') return [];
  const range = { start: root.start, end: root.end };
  return [{ message: 'a configuration has keys and values at its top', range, refusal: 'crash', kind: 'loader' }];
}

function emptyObject(at: number): ConfigNode {
  return { kind: 'object', value: { list: [], superseded: [], index: undefined, incomplete: false }, start: at, end: at };
}

/** PyYAML looks through the whole text before it reads any of it. */
function unprintable(text: string): readonly ReadProblem[] {
  const at = text.search(UNPRINTABLE);
  if (at < 0) return [];
  const code = text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0');
  return [
    {
      message: `the character U+${code} cannot stand in a YAML file`,
      range: { start: at, end: at + 1 },
      refusal: 'crash',
      kind: 'syntax',
    },
  ];
}

function byPlace(problems: readonly ReadProblem[]): readonly ReadProblem[] {
  return [...problems].sort((a, b) => a.range.start - b.range.start);
}

/** A text is answered once, by the first thing that NVFLARE's loader meets: all problems give that answer, in file order. */
function inOneVoice(stages: readonly (readonly ReadProblem[])[]): readonly ReadProblem[] {
  const problems = stages.flat();
  const answer = problems.find((problem) => problem.refusal !== undefined)?.refusal;
  return byPlace(problems.map((problem) => (problem.refusal === undefined ? problem : { ...problem, refusal: answer })));
}
