import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';

/** What can be read out of @lezer/python's tree of a text, in the lines that `test/core/python/facts.ts` makes of our module. */
export function factsOfLezer(text: string): readonly string[] {
  const facts: string[] = [];
  readBlock(text, parser.parse(text).topNode, '', facts);
  return facts;
}

function readBlock(text: string, block: SyntaxNode, owner: string, facts: string[]): void {
  for (const node of children(block)) readStatement(text, node, owner, '', facts);
}

function readStatement(text: string, node: SyntaxNode, owner: string, decorators: string, facts: string[]): void {
  const { name } = node;
  if (name === 'FunctionDefinition') readFunction(text, node, owner, decorators, facts);
  else if (name === 'ClassDefinition') readClass(text, node, facts);
  else if (name === 'DecoratedStatement') readDecorated(text, node, owner, facts);
  else if (name === 'ImportStatement') facts.push(...importFacts(slice(text, node)));
  else if (name === 'AssignStatement') {
    const target = node.firstChild;
    if (target?.name === 'VariableName') facts.push(`${owner}${slice(text, target)} = ${slice(text, node.lastChild ?? node)}`);
  } else if (name === '⚠' || name === 'Body' || name.endsWith('Statement')) readBlock(text, node, owner, facts);
}

function readFunction(text: string, node: SyntaxNode, owner: string, decorators: string, facts: string[]): void {
  const name = node.getChild('VariableName');
  if (name)
    facts.push(`${decorators}def ${owner}${slice(text, name)}(${parameters(text, node.getChild('ParamList')).join(', ')})`);
}

function readClass(text: string, node: SyntaxNode, facts: string[]): void {
  const name = node.getChild('VariableName');
  if (!name) return;
  const list = node.getChild('ArgList');
  const bases = list ? children(list).filter((each) => !['(', ')', ',', '⚠'].includes(each.name)) : [];
  facts.push(`class ${slice(text, name)}(${bases.map((base) => slice(text, base)).join(', ')})`);
  const body = node.getChild('Body');
  if (body) readBlock(text, body, `${slice(text, name)}.`, facts);
}

function readDecorated(text: string, node: SyntaxNode, owner: string, facts: string[]): void {
  let decorators = '';
  for (const each of children(node)) {
    if (each.name === 'Decorator') decorators += `${slice(text, each).trim()} `;
    else readStatement(text, each, owner, decorators, facts);
  }
}

function parameters(text: string, list: SyntaxNode | null): readonly string[] {
  const found: string[] = [];
  let stars = '';
  let current = '';
  for (const node of list ? children(list) : []) {
    if (node.name === ',' || node.name === ')') {
      if (current) found.push(current);
      current = '';
      stars = '';
    } else if (node.name === '*' || node.name === '**') stars = node.name;
    else if (node.name === 'VariableName' && current === '') current = stars + slice(text, node);
    else if (node.name === 'AssignOp' && current !== '') current += `=${slice(text, node.nextSibling ?? node)}`;
  }
  return current ? [...found, current] : found;
}

function importFacts(statement: string): readonly string[] {
  const line = statement.replace(/\s+/g, ' ').trim();
  const [, module, names] = /^from (\S+) import \(?([^)]*)\)?$/.exec(line) ?? [];
  if (module) return items(names ?? '').map((name) => `import ${module} ${name}`);
  return items(/^import (.+)$/.exec(line)?.[1] ?? '').map((name) => `import ${name}`);
}

function items(list: string): readonly string[] {
  return list
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function children(node: SyntaxNode): readonly SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) found.push(child);
  return found;
}

function slice(text: string, node: SyntaxNode): string {
  return text.slice(node.from, node.to);
}
