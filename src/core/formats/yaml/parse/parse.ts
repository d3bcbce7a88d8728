import type { ReadProblem } from '../../document';
import type { DirectiveToken, Token } from '../scan/token';
import { parseNode } from './node';
import { advance, complainAboutToken, complainAt, current, is, isAtDocumentEnd, type ParseState } from './state';
import type { MappingSyntax, SyntaxNode } from './syntax';

/** What a text says before values are constructed. */
export interface Syntax {
  /** `undefined` for a text without a document. */
  readonly root: SyntaxNode | undefined;
  /** What aliases stand for. */
  readonly anchors: ReadonlyMap<string, SyntaxNode>;
  readonly problems: readonly ReadProblem[];
}

const STANDARD_HANDLES: ReadonlyMap<string, string> = new Map([
  ['!', '!'],
  ['!!', 'tag:yaml.org,2002:'],
]);

/** The one document that a YAML configuration has (`yaml/parser.py` and `get_single_node` of `yaml/composer.py`). */
export function parse(tokens: readonly Token[]): Syntax {
  const state: ParseState = { tokens, problems: [], tagHandles: STANDARD_HANDLES, anchors: new Map(), at: 0, depth: 0 };
  let root: SyntaxNode | undefined;
  if (!is(state, 'stream-end')) {
    const isExplicit = is(state, 'directive', 'document-start');
    if (isExplicit) startDocument(state);
    if (!isExplicit || !isAtDocumentEnd(state)) root = parseNode(state, 'block');
    root = parseRest(state, root);
    endDocuments(state);
  }
  return { root, anchors: state.anchors, problems: state.problems };
}

function startDocument(state: ParseState): void {
  let hasVersion = false;
  const handles = new Map<string, string>();
  for (let token = current(state); token.kind === 'directive'; token = current(state)) {
    if (token.name === 'YAML') {
      complainAboutVersion(state, token, hasVersion);
      hasVersion = true;
    }
    if (token.name === 'TAG') addHandle(state, token, handles);
    advance(state);
  }
  if (is(state, 'document-start')) advance(state);
  else complainAt(state, "'---' has to follow the directives", current(state));
  state.tagHandles = new Map([...STANDARD_HANDLES, ...handles]);
}

function complainAboutVersion(state: ParseState, token: DirectiveToken, hasVersion: boolean): void {
  if (hasVersion) complainAt(state, 'a document has only one %YAML directive', token);
  else if (token.values.length > 0 && Number(token.values[0]) !== 1) complainAt(state, 'only YAML 1 can be read', token);
}

function addHandle(state: ParseState, token: DirectiveToken, handles: Map<string, string>): void {
  const [handle, prefix] = token.values;
  if (handle === undefined || prefix === undefined) return;
  if (handles.has(handle)) complainAt(state, `${handle} has a meaning already`, token);
  handles.set(handle, prefix);
}

/** What stands behind the value of the document is refused; keys there are taken in, so that half a text has its meaning. */
function parseRest(state: ParseState, root: SyntaxNode | undefined): SyntaxNode | undefined {
  let result = root;
  while (!isAtDocumentEnd(state)) {
    complainAboutToken(state);
    const { at } = state;
    const canBegin = !is(
      state,
      'key',
      'value',
      'block-end',
      'block-entry',
      'flow-entry',
      'flow-sequence-end',
      'flow-mapping-end',
    );
    const node = canBegin ? parseNode(state, 'block') : undefined;
    if (state.at === at) advance(state);
    if (node?.kind === 'mapping') result = result?.kind === 'mapping' ? joined(result, node) : { ...node, isIncomplete: true };
  }
  return result;
}

function joined(first: MappingSyntax, second: MappingSyntax): MappingSyntax {
  return { ...first, pairs: [...first.pairs, ...second.pairs], isIncomplete: true, end: second.end };
}

function endDocuments(state: ParseState): void {
  while (is(state, 'document-end')) advance(state);
  if (is(state, 'stream-end')) return;
  complainAt(state, 'a second document begins here; NVFLARE reads files of one', current(state));
}
