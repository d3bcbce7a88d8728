// P4: a change in an open meta.json to the diagnostics with lines and characters, against VS Code's JSON language server.
import { TextDocument } from 'vscode-languageserver-textdocument';
import { analyze, DocumentCache, type JobModel, LIGHT_FORMATS, LineIndex, NEWEST } from '../src/core/index';
import { RARE_RULES } from '../src/core/rules/rare.generated';
import { jobAround } from './support/job-around';
import { JsonServer } from './support/language-server';
import { interleavedAsync, median, ratios } from './support/measure';
import { metaText } from './support/meta-text';
import { JSON_SERVER, NO_VSCODE } from './support/peers';
import { hand, type Measured, milliseconds } from './support/result';

const SIZES = [10, 100, 1000, 10_000];
const APPS = 4;

if (JSON_SERVER) {
  const results: Measured[] = [];
  for (const sites of SIZES) results.push(await measure(sites, JSON_SERVER));
  hand(results);
} else hand([{ goal: 'P4', missing: NO_VSCODE }]);

async function measure(sites: number, script: string): Promise<Measured> {
  const text = metaText({ sites, apps: APPS });
  const server = new JsonServer(script);
  await server.open(text);
  await server.diagnostics();
  const line = text.split('\n').length - 1;
  let character = 0;
  const ours = diagnosticsOf(text);
  const repetitions = Math.max(1, Math.min(100, Math.floor(100_000 / text.length)));
  const times = await interleavedAsync(
    9,
    repetitions,
    {
      // A blank more at the end of the file each time.
      ours: () => ours(line),
      again: () => ours(line),
      peer: () => server.change(line, character++, ' '),
    },
    sites < 1000 ? 8 : 3,
  );
  server.close();
  return {
    goal: 'P4',
    at: `${sites.toLocaleString('en')} sites`,
    ratios: [median(ratios(times.ours, times.peer))],
    again: [median(ratios(times.again, times.ours))],
    size: milliseconds(median(times.ours)),
  };
}

/** As the extension does it, in the process that holds the text: the editor's change to the ranges of its diagnostics. */
function diagnosticsOf(text: string): (line: number) => unknown {
  let document = TextDocument.create('file:///meta.json', 'json', 1, text);
  let character = 0;
  let previous: JobModel | undefined;
  const cache = new DocumentCache();
  const withMeta = jobAround(APPS);
  return (line) => {
    const place = { line, character: character++ };
    document = TextDocument.update(document, [{ range: { start: place, end: place }, text: ' ' }], document.version + 1);
    const changed = document.getText();
    const analysis = analyze(withMeta(changed), {
      target: NEWEST,
      formats: LIGHT_FORMATS,
      rare: RARE_RULES,
      cache,
      previous,
    });
    previous = analysis;
    const lines = new LineIndex(changed);
    return analysis.findings.map(({ range, message }) => ({
      start: lines.positionAt(range.start),
      end: lines.positionAt(range.end),
      message,
    }));
  };
}
