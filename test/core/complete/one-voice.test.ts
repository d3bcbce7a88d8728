import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { getLanguageService, type JSONSchema } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** What VS Code's own JSON support offers in a configuration, with the schema that the extension gives it. */
async function offeredByTheEditor(side: 'server' | 'client', schema: string, marked: string): Promise<readonly string[]> {
  const offset = marked.indexOf('|');
  const file = `file:///job/app/config/config_fed_${side}.json`;
  const document = TextDocument.create(file, 'json', 1, marked.slice(0, offset) + marked.slice(offset + 1));
  const service = getLanguageService({});
  const parsed = JSON.parse(readFileSync(schema, 'utf8')) as JSONSchema;
  service.configure({ schemas: [{ uri: 'urn:test', fileMatch: ['*'], schema: parsed }] });
  const list = await service.doComplete(document, document.positionAt(offset), service.parseJSONDocument(document));
  return (list?.items ?? []).map(({ label }) => label);
}

for (const [side, text] of [
  ['server', '{ | }'],
  ['server', '{ "format_version": | }'],
  ['server', '{ "workflows": [{ | }] }'],
  ['server', '{ "components": [{ "id": "a", "disabled": | }] }'],
  ['client', '{ "executors": [{ | }] }'],
  ['client', '{ "task_result_filters": [{ "direction": "|" }] }'],
] as const) {
  test(`the editor offers nothing beside the extension in ${text} of a ${side}`, async () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
    const { url } = contributes.jsonValidation.find(
      ({ fileMatch }: { fileMatch: string }) => fileMatch === `config_fed_${side}.json`,
    );
    assert.deepEqual(await offeredByTheEditor(side, url, text), []);
  });
}

test('the full schema, which is for other editors, offers keys', async () => {
  const offered = await offeredByTheEditor('server', 'schemas/config_fed_server.schema.json', '{ | }');
  assert.ok(offered.includes('workflows'), offered.join(', '));
});
