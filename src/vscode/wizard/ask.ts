import * as vscode from 'vscode';
import type { Progress } from './steps';

/** A question of a wizard. */
interface Question extends Progress {
  readonly title: string;
  readonly placeholder: string;
}

/** One of several answers; `active` is the one that is marked at first. */
export async function pickOne<Item extends vscode.QuickPickItem>(
  question: Question & { readonly items: readonly Item[]; readonly active?: Item | undefined },
): Promise<Item | 'back' | undefined> {
  const pick = vscode.window.createQuickPick<Item>();
  pick.items = question.items;
  if (question.active) pick.activeItems = [question.active];
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.placeholder = question.placeholder;
  return await answerTo(pick, question, (answer) => {
    const [item] = pick.selectedItems;
    if (item) answer(item);
  });
}

/** A typed answer, which `problem` judges while it is typed; the last judgement counts, and only what has none is taken. */
export async function typeText(
  question: Question & {
    readonly prompt: string;
    readonly value: string;
    problem(text: string): string | undefined | Promise<string | undefined>;
  },
): Promise<string | undefined | { readonly back: true }> {
  const input = vscode.window.createInputBox();
  input.value = question.value;
  input.prompt = question.prompt;
  input.placeholder = question.placeholder;
  const judge = async () => {
    const text = input.value;
    const problem = await question.problem(text);
    if (text !== input.value) return false;
    // Nobody has to read that a name is needed before a letter was typed.
    input.validationMessage = text === '' ? undefined : problem;
    return problem === undefined;
  };
  input.onDidChangeValue(() => void judge());
  void judge();
  const outcome = await answerTo<{ readonly text: string }>(input, question, async (answer) => {
    const text = input.value;
    if (await judge()) answer({ text });
    else if (text === '') input.validationMessage = await question.problem('');
  });
  if (outcome === 'back') return { back: true };
  return outcome?.text;
}

/** Shows a question until it is answered, left for the one before, or given up. */
async function answerTo<Answer>(
  input: vscode.QuickPick<vscode.QuickPickItem> | vscode.InputBox,
  { title, step, steps }: Question,
  accept: (answer: (value: Answer) => void) => void,
): Promise<Answer | 'back' | undefined> {
  input.title = title;
  input.step = step;
  input.totalSteps = steps;
  input.ignoreFocusOut = true;
  input.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
  try {
    return await new Promise((resolve) => {
      input.onDidAccept(() => accept(resolve));
      input.onDidTriggerButton(() => resolve('back'));
      input.onDidHide(() => resolve(undefined));
      input.show();
    });
  } finally {
    input.dispose();
  }
}
