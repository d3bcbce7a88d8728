// A fault that hides the rest of a file is planted into real jobs, and mended by every fix that is offered. More can be read then, so what
// is found is held against the job as it was before the fault.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsOf } from '../../src/core/actions/fix-plan';
import { type Analysis, analyze } from '../../src/core/analyze';
import { withText } from '../../src/core/job/edited-texts';
import { NEWEST, parseRelease } from '../../src/core/job/release';
import type { JobSources } from '../../src/core/job/sources';
import { fixedText, resolveFix } from '../../src/core/rules/resolve-fix';
import { ALL_RULES } from '../support/all-rules';
import { type CorpusJob, corpusJobs, HAS_CORPUS, sayNoCorpus } from '../support/corpus';
import { type Random, seeded } from '../support/plant';

/** A way to break a text; the same text where it has no place for that. */
interface TextFault {
  readonly name: string;
  readonly files: RegExp;
  plant(text: string, random: Random): string;
}

const ANY = /(?:^meta|config_fed_(?:server|client))\.(?:json|conf|yml)$/;
const JSON_FILE = /(?:^meta|config_fed_(?:server|client))\.json$/;

const FAULTS: readonly TextFault[] = [
  without('a comma', JSON_FILE, /,(?=\s*\n)/g),
  without('a quote', ANY, /"(?=[\],:\n])/g),
  without('a colon', JSON_FILE, /:(?= ["[{\d])/g),
  without('the last bracket', ANY, /[}\]](?=\s*$)/g),
  without('a bracket', ANY, /[[\]{}]/g),
  {
    name: 'a comma more',
    files: JSON_FILE,
    plant: (text, random) => changed(text, /(?<=["\d\]}])(?=\s*\n\s*[\]}])/g, ',', random),
  },
  { name: 'a comment in JSON', files: JSON_FILE, plant: (text, random) => changed(text, /(?<=,)(?=\n)/g, ' // why', random) },
  { name: 'single quotes', files: JSON_FILE, plant: (text, random) => changed(text, /"(\w+)"/g, "'$1'", random) },
  { name: 'no deploy_map', files: /^meta\./, plant: (text, random) => changed(text, /deploy_map/g, 'deploy_mop', random) },
  {
    name: 'a number for a site',
    files: /^meta\./,
    plant: (text, random) => changed(text, /(?<=\[\s*)"(?:server|@ALL)"/g, '7', random),
  },
  { name: 'another server', files: /^meta\./, plant: (text, random) => changed(text, /"server"/g, '"Server"', random) },
  {
    name: 'a key twice',
    files: JSON_FILE,
    plant: (text, random) => changed(text, /\n(\s*"\w+": (?:\d+|"[^"\n]*"),)(?=\n)/g, '\n$1\n$1', random),
  },
];

const MOST_OF_A_KIND = 60;

if (!HAS_CORPUS) sayNoCorpus('mended faults');

for (const fault of HAS_CORPUS ? FAULTS : []) {
  test(`${fault.name}: what mends it brings no error that the job did not have`, () => {
    const random = seeded(fault.name.length);
    const faults: string[] = [];
    let fixes = 0;
    let cases = 0;
    for (const job of corpusJobs().filter(({ kind }) => kind === 'job')) {
      if (cases >= MOST_OF_A_KIND) break;
      const sources = planted(job.sources, fault, random);
      if (!sources) continue;
      cases++;
      const healthy = errorsIn(check(job, job.sources));
      const broken = check(job, sources);
      const documents = documentsOf(broken.job);
      for (const finding of broken.findings.filter(({ severity }) => severity === 'error')) {
        for (const fix of finding.fixes) {
          const resolved = resolveFix(fix, ALL_RULES.formats, (file) => documents.get(file));
          if (!resolved || resolved.fileChanges.length > 0) continue;
          fixes++;
          const texts = new Map(sources.texts);
          for (const file of resolved.edits.keys()) {
            const source = texts.get(file);
            if (source?.kind === 'text') texts.set(file, { kind: 'text', text: fixedText(resolved, file, source.text) });
          }
          const known = [...healthy, ...errorsIn(broken)];
          const more = errorsIn(check(job, { ...sources, texts })).filter((code) => !known.includes(code));
          if (more.length > 0)
            faults.push(`${job.id}: "${fix.title}" of ${finding.code} brings ${[...new Set(more)].join(', ')}`);
        }
      }
    }
    assert.deepEqual(faults, []);
    assert.ok(cases >= 10 && fixes >= 5, `only ${fixes} fixes in ${cases} jobs`);
  });
}

function without(name: string, files: RegExp, what: RegExp): TextFault {
  return { name: `without ${name}`, files, plant: (text, random) => changed(text, what, '', random) };
}

/** Changes one of the places that match. */
function changed(text: string, what: RegExp, by: string, random: Random): string {
  const places = [...text.matchAll(what)];
  const place = places[random(Math.max(1, places.length))];
  if (!place) return text;
  const written = by.replaceAll('$1', () => place[1] ?? '');
  return text.slice(0, place.index) + written + text.slice(place.index + place[0].length);
}

function planted(sources: JobSources, { files, plant }: TextFault, random: Random): JobSources | undefined {
  for (const [file, source] of sources.texts) {
    if (!files.test(file) || source.kind !== 'text') continue;
    const text = plant(source.text, random);
    if (text !== source.text) return withText(sources, file, text);
  }
  return undefined;
}

function check({ id }: CorpusJob, sources: JobSources): Analysis {
  const target = parseRelease(/^NVFlare-([\d.]+)/.exec(id)?.[1] ?? '') ?? NEWEST;
  return analyze(sources, { target, ...ALL_RULES });
}

function errorsIn({ findings }: Analysis): readonly string[] {
  return findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}
