// Makes what the core needs of schemas/meta.schema.json: the names of its keys for rules, all facts of them for hover and
// completion, and validation code for the values that no rule judges; and of schemas/config_fed_*.schema.json the facts for
// hover. Called by scripts/generate.mjs.
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const SCHEMA = 'schemas/meta.schema.json';
const MADE = `// Made by scripts/schemas.mjs from ${SCHEMA}; change that instead.`;

/** Hands the generated files to `put(file, text)`. */
export function generateSchemas(put) {
  const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
  put('src/core/schema/meta-key-list.generated.ts', keyList(schema));
  put('src/core/schema/meta-keys.generated.ts', keyTable(schema));
  put('src/core/schema/meta-validate.generated.ts', validator(unchecked(schema)));
  put('src/core/schema/config-keys.generated.ts', configKeys());
  for (const side of ['server', 'client']) put(`schemas/config_fed_${side}.vscode.schema.json`, quietSchema(side));
}

/**
 * The schema of a configuration as VS Code's own JSON support gets it: it shows the descriptions and leaves it to the extension to
 * offer keys and values, so that nothing is offered twice.
 */
function quietSchema(side) {
  const quiet = (schema) => {
    if (Array.isArray(schema)) return schema.map(quiet);
    if (typeof schema !== 'object' || schema === null) return schema;
    const {
      'x-flare': _facts,
      $comment: _comment,
      examples: _examples,
      defaultSnippets: _snippets,
      enum: _values,
      ...rest
    } = schema;
    // Of true, false and null the editor would offer the words.
    if (types(rest).some((type) => type === 'boolean' || type === 'null')) delete rest.type;
    const maps = { properties: (value) => ({ ...quiet(value), doNotSuggest: true }), definitions: quiet };
    for (const [key, each] of Object.entries(maps)) {
      if (rest[key]) rest[key] = Object.fromEntries(Object.entries(rest[key]).map(([name, value]) => [name, each(value)]));
    }
    if (rest.items) rest.items = quiet(rest.items);
    if (typeof rest.additionalProperties === 'object') rest.additionalProperties = quiet(rest.additionalProperties);
    return rest;
  };
  const schema = JSON.parse(readFileSync(`schemas/config_fed_${side}.schema.json`, 'utf8'));
  return `${JSON.stringify({ $comment: `Made by scripts/schemas.mjs from config_fed_${side}.schema.json; change that instead.`, ...quiet(schema) })}\n`;
}

/** The keys of the configurations of both sides; what they have in common is told twice, as the schemas do. */
function configKeys() {
  const sides = ['server', 'client'].map((side) => {
    const { definitions, ...root } = JSON.parse(readFileSync(`schemas/config_fed_${side}.schema.json`, 'utf8'));
    const { component, ...others } = definitions;
    const name = `${side.toUpperCase()}_CONFIG_KEYS`;
    return `${constants({ component, ...others }, side)}
/** The configuration of the ${side} as a whole. */
export const ${name}: KeyFacts = ${factsCode(root, side)};
`;
  });
  return `// Made by scripts/schemas.mjs from schemas/config_fed_*.schema.json; change those instead.
import type { KeyFacts } from './key-facts';

${sides.join('\n')}`;
}

/** What rules ask of a top-level key; small, because every check loads it. */
function keyList({ properties }) {
  const rows = Object.entries(properties).map(([key, schema]) => {
    const { setBy, since, until } = schema['x-flare'];
    return `  ${JSON.stringify({ key, kinds: kinds(schema), setBy, since, until })},\n`;
  });
  return `${MADE}
import type { MetaKey } from './key-facts';

/** The top-level keys of a meta file. */
export const META_KEY_LIST: readonly MetaKey[] = [
${rows.join('')}];
`;
}

/** One constant per definition, each before its users, and one for the whole file. */
function keyTable({ definitions, ...root }) {
  return `${MADE}
import type { KeyFacts } from './key-facts';

${constants(definitions)}
/** The meta file as a whole; its keys are those of the file. */
export const META_KEYS: KeyFacts = ${factsCode(root)};
`;
}

/** A constant per definition; a prefix keeps those of several schemas apart. */
function constants(definitions, prefix = '') {
  const order = [];
  const visit = (name) => {
    if (order.includes(name)) return;
    for (const [, used] of JSON.stringify(definitions[name]).matchAll(/"#\/definitions\/(\w+)"/g)) visit(used);
    order.push(name);
  };
  for (const name of Object.keys(definitions)) visit(name);
  return order.map((name) => `const ${constant(name, prefix)}: KeyFacts = ${factsCode(definitions[name], prefix)};\n`).join('');
}

function constant(name, prefix) {
  return prefix === '' ? name : `${prefix}${name[0].toUpperCase()}${name.slice(1)}`;
}

function factsCode(schema, prefix = '') {
  if (schema.$ref) return constant(schema.$ref.replace('#/definitions/', ''), prefix);
  const flare = schema['x-flare'] ?? {};
  const facts = {
    type: flare.type ?? typeWords(schema),
    kinds: kinds(schema),
    description: schema.markdownDescription ?? schema.description,
    setBy: flare.setBy ?? 'author',
    readBy: flare.readBy,
    enumName: flare.enum,
    default: flare.default,
    unit: flare.unit,
    since: flare.since,
    until: flare.until,
    required: flare.required,
    values: schema.enum?.map((value, i) => [value, schema.enumDescriptions[i]]),
    examples: schema.examples,
    snippets: schema.defaultSnippets,
  };
  const fields = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const { properties, additionalProperties, items } = schema;
  if (properties) {
    const keys = Object.entries(properties).map(([key, value]) => `${JSON.stringify(key)}: ${factsCode(value, prefix)}`);
    fields.push(`keys: {\n${keys.join(',\n')}\n}`);
  }
  if (additionalProperties) fields.push(`anyKey: ${factsCode(additionalProperties, prefix)}`);
  if (items?.$ref) fields.push(`item: ${factsCode(items, prefix)}`);
  return `{ ${fields.join(', ')} }`;
}

const WORDS = {
  string: 'string',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
  object: 'object',
};
const KINDS = {
  string: ['string'],
  integer: ['integer'],
  number: ['integer', 'float'],
  boolean: ['boolean'],
  null: ['null'],
  object: ['object'],
  array: ['array'],
};

function kinds(schema) {
  return [...new Set(types(schema).flatMap((type) => KINDS[type]))];
}

function types({ type }) {
  return Array.isArray(type) ? type : [type];
}

function typeWords(schema) {
  const items = schema.items && !schema.items.$ref ? ` of ${types(schema.items).map((type) => `${WORDS[type]}s`)}` : '';
  return types(schema)
    .map((type) => (type === 'array' ? `list${items}` : WORDS[type]))
    .join(' or ');
}

/** The schema without what rules judge and without what only readers need; a key that is left with nothing is left out. */
function unchecked(schema) {
  const result = { type: schema.type };
  if (schema.items && !schema.items.$ref) result.items = unchecked(schema.items);
  const properties = Object.entries(schema.properties ?? {}).filter(([, value]) => !value.$ref && !value['x-flare']?.checkedBy);
  if (properties.length > 0) result.properties = Object.fromEntries(properties.map(([key, value]) => [key, unchecked(value)]));
  return result;
}

/** Code that evaluates nothing and imports nothing. */
function validator(schema) {
  const ajv = new Ajv({
    code: { source: true, esm: true, lines: true },
    allErrors: true,
    messages: false,
    strict: true,
    allowUnionTypes: true,
  });
  const code = standaloneCode(ajv, ajv.compile(schema));
  if (/\brequire\(|\bimport\b/.test(code)) throw new Error('the validation code needs a library');
  const body = code
    .replace(/^"use strict";/, '')
    .replace(/export const validate = (\w+);\s*export default \1;/, '')
    .trim();
  const [, name] = /export const validate = (\w+);/.exec(code);
  return `// @ts-nocheck
${MADE}
/** The top-level keys that the validation looks at. */
export const SHAPE_KEYS: readonly string[] = ${JSON.stringify(Object.keys(schema.properties))};

${body}

/** Whether a plain value has the shape of a meta file. The mistakes of the last value are in \`errors\`. */
export const validateShape = ${name};
`;
}
