import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import Ajv from 'ajv';
import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SYSTEM_VARIABLES } from '../../../src/core/job/config/system-variables';
import { corpusJobs, HAS_CORPUS, sayNoCorpus } from '../../support/corpus';
import { HEALTHY } from '../../support/example-job';

interface Schema {
  readonly $ref?: string;
  readonly $id?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly 'x-flare'?: { readonly type?: string; readonly readBy?: readonly string[]; readonly unit?: string };
}

const SIDES = ['server', 'client'] as const;

function textOf(side: string): string {
  return readFileSync(`schemas/config_fed_${side}.schema.json`, 'utf8');
}

function* described(schema: Schema, place = ''): Iterable<readonly [place: string, schema: Schema]> {
  if (schema.$ref) return;
  yield [place, schema];
  for (const [key, value] of Object.entries(schema.properties ?? {})) yield* described(value, `${place}/${key}`);
  for (const [key, value] of Object.entries(schema.definitions ?? {})) yield* described(value, `${place}#${key}`);
}

for (const side of SIDES) {
  test(`every key of the ${side}'s configuration says what it is; what is a time says its unit`, () => {
    const schema: Schema = JSON.parse(textOf(side));
    assert.match(schema.$id ?? '', /^urn:/);
    for (const [place, { description, 'x-flare': flare }] of described(schema)) {
      assert.match(description ?? '', /^[A-Z"].*\.$/, place);
      assert.ok(flare?.type && Array.isArray(flare.readBy), place);
      if (/(timeout|interval|period|lead_time)$/.test(place)) assert.equal(flare.unit, 'seconds', place);
    }
    for (const { name } of SYSTEM_VARIABLES) assert.equal(schema.properties?.[name], undefined, `${name} is no key`);
  });

  test(`editors and validators find no mistake in the real configurations of the ${side}`, async () => {
    const text = textOf(side);
    const validate = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(text));
    const service = getLanguageService({});
    service.configure({ validate: true, schemas: [{ uri: 'file:///s.json', fileMatch: ['*'], schema: JSON.parse(text) }] });
    const name = `config_fed_${side}.json`;
    const texts = new Set([HEALTHY[`app/config/${name}`] ?? '']);
    if (!HAS_CORPUS) sayNoCorpus('schemas of configurations');
    else {
      for (const { kind, sources } of corpusJobs()) {
        if (kind === 'mutant') continue;
        for (const [file, source] of sources.texts) {
          if (file.endsWith(`/${name}`) && source.kind === 'text') texts.add(source.text);
        }
      }
    }
    for (const config of texts) {
      assert.equal(validate(JSON.parse(config)), true, `${config}\n${JSON.stringify(validate.errors)}`);
      const document = TextDocument.create(`file:///${name}`, 'json', 1, config);
      assert.deepEqual(await service.doValidation(document, service.parseJSONDocument(document)), [], config);
    }
  });
}

test('a value of a wrong type is a mistake, a variable in its place is none', () => {
  const validate = new Ajv({ strict: false }).compile(JSON.parse(textOf('client')));
  assert.equal(validate({ format_version: 2, executors: '{mine}', mine: [], get_task_timeout: '{wait}' }), true);
  assert.equal(validate({ format_version: 2, executors: {} }), false);
  assert.equal(validate({ format_version: 2, get_task_timeout: [] }), false);
});
