import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { modelOf } from '../../../src/core/analyze';
import { convert } from '../../../src/core/assist/convert/convert';
import { compareJobs } from '../../../src/core/compare/compare';
import type { JobVersion } from '../../../src/core/compare/job-version';
import type { ConfigFormat } from '../../../src/core/formats/format';
import { hocon } from '../../../src/core/formats/hocon/index';
import { CONFIG_ENDINGS, formatOf, readConfig, withoutEnding } from '../../../src/core/formats/index';
import { json } from '../../../src/core/formats/json/index';
import { yaml } from '../../../src/core/formats/yaml/index';
import { NEWEST } from '../../../src/core/job/release';
import { contentsOf, type JobSources, type SourceText } from '../../../src/core/job/sources';
import { applyEdits } from '../../../src/core/text/text-edit';
import type { ConfigNode } from '../../../src/core/tree/node';
import { walk } from '../../../src/core/tree/query';
import { wiringPart } from '../../../src/core/wiring/index';
import { ALL_CATALOGS } from '../../support/catalogs';
import { type CorpusJob, corpusJobs, HAS_CORPUS, sayNoCorpus } from '../../support/corpus';
import { TEST_FORMATS } from '../../support/formats';

const jobs: readonly CorpusJob[] = HAS_CORPUS ? corpusJobs().filter(({ kind }) => kind === 'job' || kind === 'mutant') : [];
if (!HAS_CORPUS) sayNoCorpus('comparing jobs');

const WIRING = wiringPart(ALL_CATALOGS);

function version(sources: JobSources): JobVersion {
  const { job, wiring } = modelOf(sources, { target: NEWEST, formats: TEST_FORMATS, wiring: WIRING });
  assert.ok(wiring);
  return { job, wiring };
}

function texts(before: JobSources, after: JobSources): readonly string[] {
  return compareJobs(version(before), version(after)).map(({ group, text }) => `${group}: ${text}`);
}

/** The job with one of its files under another name, or with another text. */
function withFile(sources: JobSources, file: string, name: string, text: string): JobSources {
  const rename = <T>(map: ReadonlyMap<string, T>, value: (old: T) => T) =>
    new Map([...map].map(([key, old]): [string, T] => (key === file ? [name, value(old)] : [key, old])));
  const read: SourceText = { kind: 'text', text };
  const files = rename(sources.files, (old) => old);
  const contents = contentsOf(files.keys(), sources.folders.keys());
  return { ...sources, files, contents, texts: rename(sources.texts, () => read) };
}

const FORMATS: readonly ConfigFormat[] = [json, hocon, yaml];

/** The files that NVFLARE reads as configurations. */
function configurations({ job, wiring }: JobVersion): readonly string[] {
  return [...(job.meta ? [job.meta.file] : []), ...wiring.configs.map(({ config }) => config.file)];
}

test('a job is equal to itself', { skip: !HAS_CORPUS }, () => {
  // Mutants differ little from one another.
  const some = jobs.filter(({ kind }, i) => kind === 'job' || i % 8 === 0);
  for (const { id, sources } of some) {
    const same = version(sources);
    assert.deepEqual(compareJobs(same, same), [], id);
  }
});

test('a job is equal to the same job in another format', { skip: !HAS_CORPUS }, () => {
  let converted = 0;
  for (const { id, sources } of jobs.filter(({ kind }) => kind === 'job')) {
    for (const file of configurations(version(sources))) {
      const source = sources.texts.get(file);
      const from = formatOf(file);
      if (source?.kind !== 'text' || !from) continue;
      // One other format for each file, in turn.
      const others = FORMATS.filter(({ name }) => name !== from);
      for (const format of others.slice(converted % 2, (converted % 2) + 1)) {
        const ending = CONFIG_ENDINGS.find(([, of]) => of === format.name)?.[0];
        const result = convert(readConfig(TEST_FORMATS, from, source.text), format, {
          dropComments: true,
          writeOutReferences: true,
        });
        if (!('text' in result) || ending === undefined) continue;
        converted++;
        const other = withFile(sources, file, `${withoutEnding(file)}${ending}`, result.text);
        assert.deepEqual(texts(sources, other), [], `${id}: ${file} as ${format.name}`);
      }
    }
  }
  assert.ok(converted > 100, `only ${converted} files could be converted`);
});

/** Other values of another kind, or of the same one. */
function otherValues(node: ConfigNode): readonly (string | number | boolean)[] {
  return ['other', 4711, 0.5, true].filter((value) => value !== node.value);
}

test('a changed value is told', { skip: !HAS_CORPUS }, () => {
  const plain = jobs.filter(({ kind }) => kind === 'job');
  fc.assert(
    fc.property(fc.nat(), fc.nat(), fc.nat(), fc.nat(), (which, part, place, kind) => {
      const { id, sources } = plain[which % plain.length] as CorpusJob;
      const before = version(sources);
      const files = configurations(before);
      const file = files[part % files.length];
      const source = file === undefined ? undefined : sources.texts.get(file);
      const format = file === undefined ? undefined : formatOf(file);
      if (file === undefined || source?.kind !== 'text' || !format) return;
      const document = readConfig(TEST_FORMATS, format, source.text);
      const scalars = [...walk(document.root)].filter(
        ({ kind: of, origin }) => !origin && (of === 'string' || of === 'integer' || of === 'float' || of === 'boolean'),
      );
      const node = scalars[place % scalars.length];
      const writer = FORMATS.find(({ name }) => name === format);
      if (!node || !writer) return;
      const values = otherValues(node);
      const value = values[kind % values.length] as string;
      const edits = writer.write(document, [{ kind: 'replace', node, value }]);
      if (!edits) return;
      const text = applyEdits(source.text, edits);
      const after = withFile(sources, file, file, text);
      assert.notDeepEqual(texts(sources, after), [], `${id}: ${file} at ${node.start}: ${JSON.stringify(node.value)} → ${value}`);
    }),
    { numRuns: 200, seed: 6 },
  );
});
