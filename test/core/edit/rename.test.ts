import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EditedJob, renamed } from '../../support/edited-job';
import { JOBS } from '../../support/job-in-formats';

type FormatName = keyof typeof JOBS;
const FORMATS = ['json', 'hocon', 'yaml'] as const;

/** The example with the `nth` place of a text marked. */
function marked(source: string, text: string, nth = 0): string {
  const parts = source.split(text);
  assert.ok(parts.length > nth + 1, `the example has ${text}`);
  return `${parts.slice(0, nth + 1).join(text)}<|${text}|>${parts.slice(nth + 1).join(text)}`;
}

/** The files of the example as they should be, by the pieces of text that are replaced. */
function expected(
  source: string,
  replacements: readonly (readonly [file: RegExp, from: string, to: string])[],
): EditedJob['texts'] {
  const texts: Record<string, string> = {};
  for (const section of source.split(/^--- /m).slice(1)) {
    const [head = ''] = section.split('\n', 1);
    const own = replacements.filter(([file]) => file.test(head));
    if (own.length === 0 || head.startsWith('!')) continue;
    let text = section.slice(head.length + 1).replace(/\n$/, '');
    for (const [, from, to] of own) {
      assert.ok(text.includes(from), `${head} has ${from}`);
      text = text.replaceAll(from, to);
    }
    texts[head] = text;
  }
  return texts;
}

interface Case {
  readonly what: string;
  readonly at: string;
  readonly nth?: number;
  readonly newName: string;
  readonly changes: Readonly<Record<FormatName, readonly (readonly [RegExp, string, string])[]>>;
  readonly doubts?: readonly string[];
  readonly moves?: readonly string[];
  readonly notes?: readonly string[];
}

const same = (changes: readonly (readonly [RegExp, string, string])[]) => ({ json: changes, hocon: changes, yaml: changes });

const CASES: readonly Case[] = [
  {
    what: 'a site, in the meta file and probably in arguments',
    at: 'site-1',
    newName: 'north',
    changes: same([
      [/meta/, 'site-1', 'north'],
      [/client/, 'site-1', 'north'],
    ]),
    doubts: ['Probably names site "site-1"'],
  },
  {
    what: 'an app with its folder',
    at: 'app',
    newName: 'trainer',
    changes: {
      json: [[/meta/, '"app"', '"trainer"']],
      hocon: [[/meta/, 'app', 'trainer']],
      yaml: [[/meta/, 'app', 'trainer']],
    },
    moves: ['{"kind":"rename","from":"app","to":"trainer"}'],
  },
  { what: 'a component', at: 'store', newName: 'np-store', changes: same([[/server/, 'store', 'np-store']]) },
  {
    what: 'a task, in the files of both sides',
    at: 'train',
    newName: 'fit',
    changes: {
      json: [
        [/server/, '"train"', '"fit"'],
        [/client/, '"train"', '"fit"'],
      ],
      hocon: [
        [/server/, 'task_name = train', 'task_name = fit'],
        [/server/, '[train]', '[fit]'],
        [/client/, '[train]', '[fit]'],
      ],
      yaml: [
        [/server/, 'task_name: train', 'task_name: fit'],
        [/server/, '[train]', '[fit]'],
        [/client/, '[train]', '[fit]'],
      ],
    },
    notes: ['"train" also stands in app/custom/net.py, which was not changed.'],
  },
  { what: 'a variable', at: 'rounds', newName: 'how_often', changes: same([[/server/, 'rounds', 'how_often']]) },
];

for (const format of FORMATS) {
  for (const { what, at, newName, changes, doubts = [], moves = [], notes = [] } of CASES) {
    test(`renames ${what} (${format})`, () => {
      const source = JOBS[format];
      const marks: Readonly<Record<string, string>> = { app: `${source.includes('"app":') ? '"app"' : 'app'}`, rounds: 'rounds' };
      const place = at === 'train' ? 'train' : (marks[at] ?? at);
      // `app` and `train` first stand in longer words; the place that is meant is the first one that names the thing.
      const nth = at === 'app' || at === 'train' ? firstWhole(source, place) : 0;
      const texts = Object.fromEntries(
        Object.entries(expected(source, changes[format])).map(([file, text]) => [
          file,
          // Only the name changes, not the argument that has it as a part of its own name.
          at === 'rounds' ? text.replaceAll('num_how_often', 'num_rounds') : text,
        ]),
      );
      assert.deepEqual(renamed(marked(source, place, nth), newName), { texts, moves, doubts, notes });
    });
  }
}

/** Which occurrence of a word is the first that is no part of a longer one. */
function firstWhole(source: string, word: string): number {
  const bare = word.replaceAll('"', '');
  const at = source.search(new RegExp(`(?<![\\w.-/])"?${bare}"?(?![\\w.-/])`));
  const start = source.indexOf(word, at);
  return source.slice(0, start).split(word).length - 1;
}
