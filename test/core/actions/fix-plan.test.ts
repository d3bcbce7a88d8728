import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FixMemory, type FixRound, planRound } from '../../../src/core/actions/fix-plan';
import type { Change } from '../../../src/core/index';
import { reportedJob, type TestFinding } from '../../support/reported-job';

const TEXT = '{"a": 1, "b": 2, "c": 3}';

/** A finding whose preferred fix makes these changes. */
function fixable(title: string, ...changes: readonly Change[]): TestFinding {
  return { range: { start: 0, end: 0 }, code: `area/${title}`, fixes: [{ title, isPreferred: true, changes }] };
}

function put(old: string, newText: string, text = TEXT): Change {
  const start = text.indexOf(old);
  return { kind: 'text', file: 'meta.json', edit: { range: { start, end: start + old.length }, newText } };
}

function plan(findings: readonly TestFinding[], memory = new FixMemory(), text = TEXT): FixRound | undefined {
  return planRound(reportedJob('job', { 'meta.json': text }, findings), memory);
}

function summary(round: FixRound | undefined): unknown {
  return round && [round.fixes.map(({ fix }) => fix.title), [...round.texts, ...round.fileChanges]];
}

const write = (text: string) => ['meta.json', text];

test('fixes apart from one another are made in one go', () => {
  assert.deepEqual(summary(plan([fixable('one', put('1', '10')), fixable('three', put('3', '30'))])), [
    ['one', 'three'],
    [write('{"a": 10, "b": 2, "c": 30}')],
  ]);
});

test('of fixes that overlap or touch, the first is made', () => {
  const round = plan([fixable('key', put('"b"', '"x"')), fixable('colon', put(': 2', ' : 2')), fixable('three', put('3', '30'))]);
  assert.deepEqual(summary(round), [['key', 'three'], [write('{"a": 1, "x": 2, "c": 30}')]]);
});

test('only preferred fixes are made', () => {
  const [finding] = [fixable('one', put('1', '10'))];
  assert.equal(
    plan([
      { ...finding, range: { start: 0, end: 0 }, fixes: finding?.fixes?.map((fix) => ({ ...fix, isPreferred: false })) ?? [] },
    ]),
    undefined,
  );
  assert.equal(plan([]), undefined);
});

test('a fix that would break the file is not made, the others are', () => {
  const memory = new FixMemory();
  const findings = [fixable('harm', put('1', '')), fixable('three', put('3', '30'))];
  assert.deepEqual(summary(plan(findings, memory)), [['three'], [write('{"a": 1, "b": 2, "c": 30}')]]);
});

test('a fix of the syntax that leaves as many faults is not made', () => {
  const broken = '{"a": {x} "b": 2}';
  assert.equal(plan([fixable('comma', put('x', 'x,', broken))], new FixMemory(), broken), undefined);
  const trailing = '{"a": 1,}';
  assert.deepEqual(summary(plan([fixable('comma', put(',', '', trailing))], new FixMemory(), trailing)), [
    ['comma'],
    [write('{"a": 1}')],
  ]);
});

test('a fix that brings an earlier text back is not made', () => {
  const memory = new FixMemory();
  const round = plan([fixable('there', put('1', '10'))], memory);
  assert.ok(round);
  memory.remember(round);
  const after = TEXT.replace('1', '10');
  assert.equal(plan([fixable('back', put('10', '1', after))], memory, after), undefined);
});

test('a fix that changes the folder is made on its own, with its edits', () => {
  const findings = [
    fixable('folder', { kind: 'create-folder', folder: 'app/config' }, { kind: 'rename', from: 'x', to: 'y' }, put('1', '10')),
    fixable('three', put('3', '30')),
  ];
  assert.deepEqual(summary(plan(findings)), [
    ['folder'],
    [write(TEXT.replace('1', '10')), { kind: 'create-folder', folder: 'app/config' }, { kind: 'rename', from: 'x', to: 'y' }],
  ]);
  assert.deepEqual(summary(plan([...findings].reverse())), [['three'], [write(TEXT.replace('3', '30'))]]);
});
