import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { META_SCHEMA } from './json-service';

const URI = 'file:///meta.json';

/** VS Code's JSON language server over its pipe, with one file open, spoken to as VS Code does. */
export class JsonServer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #waiting = new Map<number, (result: unknown) => void>();
  #received = Buffer.alloc(0);
  #last = 0;
  #version = 1;

  constructor(script: string) {
    this.#process = spawn(process.execPath, [script, '--stdio']);
    this.#process.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
  }

  /** Opens a file with this text; the server then knows the schema of meta files. */
  async open(text: string): Promise<void> {
    await this.#ask('initialize', {
      processId: process.pid,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { provideFormatter: false },
    });
    this.#tell('initialized', {});
    this.#tell('json/schemaAssociations', [[{ uri: 'schema://meta', fileMatch: ['*'], schema: META_SCHEMA }]]);
    this.#tell('textDocument/didOpen', { textDocument: { uri: URI, languageId: 'json', version: 1, text } });
  }

  /** Tells the server of new text at a place, and gives its diagnostics. */
  async change(line: number, character: number, text: string): Promise<unknown> {
    const place = { line, character };
    this.#tell('textDocument/didChange', {
      textDocument: { uri: URI, version: ++this.#version },
      contentChanges: [{ range: { start: place, end: place }, text }],
    });
    return this.diagnostics();
  }

  /** The diagnostics of the open file. */
  diagnostics(): Promise<unknown> {
    return this.#ask('textDocument/diagnostic', { textDocument: { uri: URI } });
  }

  close(): void {
    this.#process.kill();
  }

  #ask(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#last;
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  #tell(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  #send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #take(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (let next = this.#next(); next; next = this.#next()) {
      if (next.method !== undefined && next.id !== undefined) this.#send({ id: next.id, result: null });
      else if (next.id !== undefined) this.#waiting.get(next.id)?.(next.result);
    }
  }

  #next(): { readonly id?: number; readonly method?: string; readonly result?: unknown } | undefined {
    const end = this.#received.indexOf('\r\n\r\n');
    if (end < 0) return undefined;
    const length = Number(/Content-Length: (\d+)/i.exec(this.#received.toString('latin1', 0, end))?.[1]);
    const from = end + 4;
    if (this.#received.length < from + length) return undefined;
    const body = this.#received.toString('utf8', from, from + length);
    this.#received = this.#received.subarray(from + length);
    return JSON.parse(body);
  }
}
