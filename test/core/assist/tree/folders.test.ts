import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type FolderEntry, folderWords, jobFolders } from '../../../../src/core/assist/index';

/** Rows with their indents; a job as `name` or `name (folders between)`. */
function drawn(paths: readonly string[]): readonly string[] {
  const lines = (entries: readonly FolderEntry[], indent: string): readonly string[] =>
    entries.flatMap((entry) => {
      if (entry.kind === 'folder') return [`${indent}${entry.label}/`, ...lines(entry.entries, `${indent}  `)];
      const name = paths[entry.index]?.split('/').at(-1);
      return [`${indent}${name}${entry.above === '' ? '' : ` (${entry.above})`}`];
    });
  return lines(jobFolders(paths.map((path) => path.split('/'))), '');
}

test('jobs of one folder are a list, wherever that folder lies', () => {
  assert.deepEqual(drawn([]), []);
  assert.deepEqual(drawn(['a']), ['a']);
  assert.deepEqual(drawn(['x/jobs/a']), ['a']);
  assert.deepEqual(drawn(['a', 'b']), ['a', 'b']);
  assert.deepEqual(drawn(['x/jobs/a', 'x/jobs/b']), ['a', 'b']);
});

test('jobs of several folders are under them; folders with one way on are one row', () => {
  assert.deepEqual(
    drawn(['x/advanced/vision/jobs/a', 'x/advanced/vision/jobs/b', 'x/advanced/text/c', 'x/advanced/text/d', 'x/e']),
    ['advanced/', '  vision/jobs/', '    a', '    b', '  text/', '    c', '    d', 'e'],
  );
});

test('a folder with one job is that job, with the folders between beside it', () => {
  assert.deepEqual(drawn(['hello-pt/jobs/hello-pt', 'hello-np/jobs/hello-np', 'more/a', 'more/b']), [
    'more/',
    '  a',
    '  b',
    'hello-pt (hello-pt/jobs)',
    'hello-np (hello-np/jobs)',
  ]);
});

test('every job has one row, and no folder has fewer than two jobs', () => {
  const name = fc.constantFrom('a', 'b', 'c', '__proto__');
  const paths = fc.uniqueArray(fc.array(name, { minLength: 1, maxLength: 4 }), {
    maxLength: 12,
    selector: (path) => path.join('/'),
  });
  fc.assert(
    fc.property(paths, (all) => {
      const seen: number[] = [];
      const visit = (entries: readonly FolderEntry[]): readonly number[] => {
        const below = entries.flatMap((entry) => {
          if (entry.kind === 'job') return [entry.index];
          assert.ok(entry.jobs.length > 1);
          const inside = visit(entry.entries);
          assert.deepEqual([...inside].sort(), [...entry.jobs].sort());
          for (const index of inside) assert.ok((all[index]?.length ?? 0) > entry.depth);
          return inside;
        });
        return below;
      };
      seen.push(...visit(jobFolders(all)));
      assert.deepEqual(
        seen.sort((a, b) => a - b),
        all.map((_, index) => index),
      );
    }),
    { seed: 7, numRuns: 300 },
  );
});

test('a folder says how many jobs and problems are in it', () => {
  assert.deepEqual(
    folderWords('examples/advanced', [
      { errors: 1, warnings: 0 },
      { errors: 0, warnings: 2 },
    ]),
    {
      description: '2 jobs',
      tooltip: ['examples/advanced', '2 jobs', '1 error, 2 warnings'],
      spoken: 'folder examples/advanced, 2 jobs, 1 error, 2 warnings',
    },
  );
});
