import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { RULES } from '../../../src/core/rules/index.generated';
import { RARE_RULES } from '../../../src/core/rules/rare.generated';
import { corpusJobs, HAS_CORPUS, sayNoCorpus } from '../../support/corpus';

const TEXT = readFileSync('schemas/meta.schema.json', 'utf8');
const SCHEMA: Schema = JSON.parse(TEXT);

/** As much of a schema as these tests look at. */
interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly 'x-flare'?: { readonly setBy?: string; readonly readBy?: readonly string[]; readonly checkedBy?: readonly string[] };
}

/** The schema of the file, its definitions and the schemas of all their keys, with their places. */
function* described(schema: Schema, place = ''): Iterable<readonly [place: string, schema: Schema]> {
  if (schema.$ref) return;
  yield [place, schema];
  for (const [key, value] of Object.entries(schema.properties ?? {})) yield* described(value, `${place}/${key}`);
  for (const [key, value] of Object.entries(schema.definitions ?? {})) yield* described(value, `${place}#${key}`);
}

test('every key and every form of a value has a description and says who writes and who reads it', () => {
  for (const [place, schema] of described(SCHEMA)) {
    assert.match(schema.description ?? '', /^[A-Z"].*\.$/, place);
    assert.match(schema['x-flare']?.setBy ?? '', /^(author|server)$/, place);
    assert.ok(Array.isArray(schema['x-flare']?.readBy), place);
    assert.equal(schema.enum?.length, schema.enumDescriptions?.length, place);
  }
});

test('a value is judged by rules that exist', () => {
  const codes = [...RULES, ...RARE_RULES].map(({ code }) => code);
  for (const [place, schema] of described(SCHEMA)) {
    for (const checker of schema['x-flare']?.checkedBy ?? []) {
      const isThere = checker.endsWith('/*')
        ? codes.some((code) => code.startsWith(checker.slice(0, -1)))
        : codes.includes(checker);
      assert.ok(isThere, `${place}: ${checker}`);
    }
  }
});

test('the schema needs no network and nothing that is slow on long lists', () => {
  assert.match(SCHEMA.$id ?? '', /^urn:/);
  assert.doesNotMatch(TEXT, /"(uniqueItems|anyOf|oneOf|contains)"/);
});

test('other validators take the schema and the jobs that NVFLARE takes', () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(TEXT));
  assert.equal(validate({ name: 'demo', deploy_map: { app: ['server', { sites: ['site-1'] }], more: 'site-2' } }), true);
  assert.equal(validate({ name: 'demo', deploy_map: { app: [1] } }), false);
  assert.equal(validate({ name: 'demo' }), false);
  if (!HAS_CORPUS) return sayNoCorpus('schema of meta files');
  for (const { id, kind, oracle, sources } of corpusJobs()) {
    const meta = sources.texts.get('meta.json');
    if (kind !== 'job' || !oracle.valid || meta?.kind !== 'text') continue;
    assert.equal(validate(JSON.parse(meta.text)), true, `${id}: ${JSON.stringify(validate.errors)}`);
  }
});

test('the JSON support of editors takes the schema, finds a mistake with it and shows its descriptions', async () => {
  const service = getLanguageService({});
  const uri = 'file:///meta.schema.json';
  service.configure({ validate: true, schemas: [{ uri, fileMatch: ['*'], schema: JSON.parse(TEXT) }] });
  const text = '{ "name": 1, "deploy_map": { "app": ["@ALL"] }, "launcher_spec": { "site-1": { "k8s": { "memory": "1Gi" } } } }';
  const document = TextDocument.create('file:///meta.json', 'json', 1, text);
  const parsed = service.parseJSONDocument(document);
  const problems = await service.doValidation(document, parsed);
  assert.deepEqual(
    problems.map(({ range }) => document.getText(range)),
    ['1'],
  );
  const hover = await service.doHover(document, document.positionAt(text.indexOf('memory')), parsed);
  assert.match(JSON.stringify(hover?.contents), /Kubernetes quantity/);
});
