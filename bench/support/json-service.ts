import { getLanguageService } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** As VS Code's JSON extension runs it on a keystroke: parse, validate by a schema of meta files, list up to 5,000 symbols. */
export async function serviceKeystroke(text: string): Promise<unknown> {
  const document = TextDocument.create('file:///meta.json', 'json', 1, text);
  const json = SERVICE.parseJSONDocument(document);
  await SERVICE.doValidation(document, json);
  return SERVICE.findDocumentSymbols2(document, json, { resultLimit: 5000, onResultLimitExceeded: () => undefined });
}

/** As it is run on a file that is not open: parse and validate. */
export async function serviceValidation(text: string): Promise<unknown> {
  const document = TextDocument.create('file:///meta.json', 'json', 1, text);
  return SERVICE.doValidation(document, SERVICE.parseJSONDocument(document));
}

/** The shape of a meta file; the two forms of a site are told apart for each, and nothing is asked to be unique, which would be quadratic. */
export const META_SCHEMA = {
  type: 'object',
  required: ['deploy_map'],
  properties: {
    name: { type: 'string' },
    min_clients: { type: 'integer', minimum: 1 },
    mandatory_clients: { type: 'array', items: { type: 'string' } },
    deploy_map: {
      type: 'object',
      additionalProperties: {
        type: 'array',
        items: { anyOf: [{ type: 'string' }, { type: 'object', properties: { sites: { type: 'array' } } }] },
      },
    },
    resource_spec: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        properties: { num_of_gpus: { type: 'integer' }, mem_per_gpu_in_GiB: { type: 'number' } },
      },
    },
  },
} as const;

const SERVICE = getLanguageService({});
SERVICE.configure({
  validate: true,
  schemas: [{ uri: 'schema://meta', fileMatch: ['*'], schema: structuredClone(META_SCHEMA) as object }],
});
