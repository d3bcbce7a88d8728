import type { TagToken } from '../scan/token';
import { parseBlockMapping, parseBlockSequence, parseIndentlessSequence } from './block';
import { parseFlowMapping, parseFlowSequence } from './flow';
import { advance, complainAboutToken, complainAt, current, is, type ParseState, skipCollection } from './state';
import { emptyScalar, holeAt, NO_PROPERTIES, type Properties, type SyntaxNode } from './syntax';

/** What may stand where a node is read: inside brackets no block collections; behind a key also a list that is not indented. */
export type Place = 'flow' | 'block' | 'behind-key';

/**
 * With this many collections inside each other Python's stack is full: OmegaConf 2.3 needs ten frames for each mapping
 * and nine for each list of its thousand.
 */
export const DEEPEST = 98;

/** One value with its tag and anchor (`parse_node` of `yaml/parser.py` and `compose_node` of `yaml/composer.py`). */
export function parseNode(state: ParseState, place: Place): SyntaxNode {
  const token = current(state);
  if (token.kind === 'alias') {
    advance(state);
    const target = state.anchors.get(token.name);
    if (!target && token.name !== '') complainAt(state, `no anchor &${token.name} stands before this alias`, token);
    return { kind: 'alias', name: token.name, start: token.start, end: token.end, ...NO_PROPERTIES, from: token.start };
  }
  const properties = parseProperties(state);
  const { anchor } = properties;
  const isNew = anchor !== undefined && anchor !== '' && !state.anchors.has(anchor);
  if (anchor && !isNew) complainAt(state, `the anchor &${anchor} is there already`, token);
  if (isNew) state.anchors.set(anchor, holeAt(token.start, token.end));
  const node = parseContent(state, place, properties);
  if (isNew) state.anchors.set(anchor, node);
  return node;
}

function parseProperties(state: ParseState): Properties {
  const { start } = current(state);
  let anchor: string | undefined;
  let tag: string | undefined;
  for (let token = current(state); ; token = current(state)) {
    if (token.kind === 'anchor' && anchor === undefined) anchor = token.name;
    else if (token.kind === 'tag' && tag === undefined) tag = resolveHandle(state, token);
    else return { from: start, anchor, tag };
    advance(state);
  }
}

function resolveHandle(state: ParseState, token: TagToken): string | undefined {
  if (token.handle === undefined) return token.suffix;
  const prefix = state.tagHandles.get(token.handle);
  if (prefix === undefined) complainAt(state, `no %TAG directive says what ${token.handle} stands for`, token);
  return prefix === undefined ? undefined : prefix + token.suffix;
}

function parseContent(state: ParseState, place: Place, properties: Properties): SyntaxNode {
  const token = current(state);
  switch (token.kind) {
    case 'scalar': {
      advance(state);
      const { value, style, start, end } = token;
      return { kind: 'scalar', value, style, start, end, ...properties };
    }
    case 'flow-sequence-start':
      return nest(state, () => parseFlowSequence(state, properties));
    case 'flow-mapping-start':
      return nest(state, () => parseFlowMapping(state, properties));
    case 'block-sequence-start':
      if (place !== 'flow') return nest(state, () => parseBlockSequence(state, properties));
      break;
    case 'block-mapping-start':
      if (place !== 'flow') return nest(state, () => parseBlockMapping(state, properties));
      break;
    case 'block-entry':
      if (place === 'behind-key') return nest(state, () => parseIndentlessSequence(state, properties));
      break;
    case 'hole':
      return parseBehindHole(state, place, properties);
  }
  const { anchor, tag, from } = properties;
  if (anchor !== undefined || tag !== undefined) return emptyScalar(state.tokens[state.at - 1]?.end ?? from, properties);
  complainAboutToken(state);
  return holeAt(token.start, token.start, properties);
}

/** Half a line before an indented block, as while typing its first key: the block is the value. */
function parseBehindHole(state: ParseState, place: Place, properties: Properties): SyntaxNode {
  const { start, end } = advance(state);
  if (place === 'flow' || !is(state, 'block-mapping-start', 'block-sequence-start')) return holeAt(start, end, properties);
  const node = parseContent(state, place, properties);
  return node.kind === 'mapping' ? { ...node, isIncomplete: true } : node;
}

function nest(state: ParseState, parse: () => SyntaxNode): SyntaxNode {
  if (state.depth >= DEEPEST) {
    complainAt(state, 'values are nested too deeply for NVFLARE to read', current(state));
    return skipCollection(state);
  }
  state.depth++;
  const node = parse();
  state.depth--;
  return node;
}
