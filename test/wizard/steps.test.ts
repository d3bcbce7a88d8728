import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askAll, type Outcome, type Step } from '../../src/vscode/wizard/steps';

type Answers = Readonly<Record<string, string>>;

/** Steps that take their outcomes from a script, and note what they were asked. */
function scripted(names: readonly string[], script: readonly string[], isAsked = (_name: string, _answers: Answers) => true) {
  const left = [...script];
  const asked: string[] = [];
  const steps = names.map(
    (name): Step<Answers> => ({
      isAsked: (answers) => isAsked(name, answers),
      async ask(answers, { step, steps: count }): Promise<Outcome<Answers>> {
        asked.push(`${name} ${step}/${count}`);
        const outcome = left.shift();
        if (outcome === undefined || outcome === 'back') return outcome;
        return { ...answers, [name]: outcome };
      },
    }),
  );
  return { steps, asked };
}

test('questions come in order, and give all answers', async () => {
  const { steps, asked } = scripted(['a', 'b', 'c'], ['1', '2', '3']);
  assert.deepEqual(await askAll({}, steps), { a: '1', b: '2', c: '3' });
  assert.deepEqual(asked, ['a 1/3', 'b 2/3', 'c 3/3']);
});

test('a step back asks the question before again, and keeps the other answers', async () => {
  const { steps, asked } = scripted(['a', 'b', 'c'], ['1', '2', 'back', 'back', '9', '8', '7']);
  assert.deepEqual(await askAll({}, steps), { a: '9', b: '8', c: '7' });
  assert.deepEqual(asked, ['a 1/3', 'b 2/3', 'c 3/3', 'b 2/3', 'a 1/3', 'b 2/3', 'c 3/3']);
});

test('questions without a point are left out, on the way back too', async () => {
  const { steps, asked } = scripted(
    ['a', 'b', 'c'],
    ['no', 'back', 'yes', '2', '3'],
    (name, { a }) => name !== 'b' || a === 'yes',
  );
  assert.deepEqual(await askAll({}, steps), { a: 'yes', b: '2', c: '3' });
  assert.deepEqual(asked, ['a 1/2', 'c 2/2', 'a 1/2', 'b 2/3', 'c 3/3']);
});

test('giving up ends it, wherever', async () => {
  assert.equal(await askAll({}, scripted(['a', 'b'], ['1']).steps), undefined);
});

test('there is nothing before the first question', async () => {
  const { steps, asked } = scripted(['a'], ['back', '1']);
  assert.deepEqual(await askAll({}, steps), { a: '1' });
  assert.deepEqual(asked, ['a 1/1', 'a 1/1']);
});
