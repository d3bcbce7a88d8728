import type * as vscode from 'vscode';
import type { Goal, JobTemplate, NewJob, NewJobFormat } from '../../core/create/index';
import { type Answers, type Choices, type CreatePart, titleFor } from './answers';
import { pickOne, typeText } from './ask';
import { askPlace } from './place-step';
import { freeName, takenProblem } from './places';
import type { Step } from './steps';

/** The questions of Create Job, in order. */
export function createSteps(choices: Choices): readonly Step<Answers>[] {
  return [
    askGoal(choices),
    askFramework(choices),
    askName(choices),
    askSites(choices),
    askClients(choices),
    askFormat(choices),
    askPlace(choices),
  ];
}

const ALWAYS = () => true;

function askGoal({ part, releaseName }: Choices): Step<Answers> {
  const items = part.GOALS.map((goal) => ({ label: goal.title, detail: goal.detail, goal }));
  return {
    isAsked: ALWAYS,
    async ask(answers, progress) {
      const picked = await pickOne({
        ...progress,
        title: titleFor(releaseName),
        placeholder: 'What is the job to do?',
        items,
        active: items.find(({ goal }) => goal === answers.goal),
      });
      if (picked === undefined || picked === 'back') return picked;
      if (picked.goal === answers.goal) return answers;
      const templates = templatesFor(part, picked.goal);
      // With one framework there is nothing more to ask.
      return { ...answers, goal: picked.goal, template: templates.length === 1 ? templates[0] : undefined };
    },
  };
}

function askFramework({ part, releaseName }: Choices): Step<Answers> {
  return {
    isAsked: ({ goal }) => goal === undefined || templatesFor(part, goal).length > 1,
    async ask(answers, progress) {
      const items = (answers.goal ? templatesFor(part, answers.goal) : []).map((template) => ({
        label: template.framework,
        description: template.name,
        detail: sentence(template.description),
        template,
      }));
      const picked = await pickOne({
        ...progress,
        title: titleFor(releaseName),
        placeholder: 'With which framework?',
        items,
        active: items.find(({ template }) => template === answers.template),
      });
      return typeof picked === 'object' ? { ...answers, template: picked.template } : picked;
    },
  };
}

function askName({ part, places, releaseName }: Choices): Step<Answers> {
  return {
    isAsked: ALWAYS,
    async ask(answers, progress) {
      const name = await typeText({
        ...progress,
        title: titleFor(releaseName),
        prompt: 'The name of the job and of its folder.',
        placeholder: 'my-job',
        value: answers.name ?? (await freeName(places(), answers.template?.name ?? 'job')),
        problem: async (text) => part.nameProblem(text) ?? (await takenProblem(places(), text)),
      });
      return typeof name === 'string' ? { ...answers, name } : name && 'back';
    },
  };
}

function askSites({ part, releaseName }: Choices): Step<Answers> {
  const all = {
    label: 'All sites',
    description: '@ALL',
    detail: 'The server and every client that is connected when the job starts.',
    isNamed: false,
  };
  const named = { label: 'Sites by name…', description: '', detail: 'The server and the clients that you name.', isNamed: true };
  return {
    isAsked: ({ template }) => template === undefined || part.canGoToAll(template),
    async ask(answers, progress) {
      const picked = await pickOne({
        ...progress,
        title: titleFor(releaseName),
        placeholder: 'Where is the job to run?',
        items: [all, named],
        active: answers.isNamed ? named : all,
      });
      return typeof picked === 'object' ? { ...answers, isNamed: picked.isNamed } : picked;
    },
  };
}

function askClients({ part, knownSites, releaseName }: Choices): Step<Answers> {
  const known = knownSites.length > 0 ? ` Other jobs name ${knownSites.join(', ')}.` : '';
  return {
    isAsked: ({ template, isNamed }) => template !== undefined && (isNamed === true || !part.canGoToAll(template)),
    async ask(answers, progress) {
      const { template } = answers;
      const text = await typeText({
        ...progress,
        title: titleFor(releaseName),
        prompt: `The names of the clients, with commas between them; the server takes part as well.${known}`,
        placeholder: 'site-1, site-2',
        value: answers.clients?.join(', ') ?? '',
        problem: (names) => template && part.clientsProblem(part.siteNamesIn(names), template),
      });
      return typeof text === 'string' ? { ...answers, clients: part.siteNamesIn(text) } : text && 'back';
    },
  };
}

const FORMATS: { readonly [format in NewJobFormat]: vscode.QuickPickItem } = {
  json: { label: 'JSON', description: 'meta.json' },
  hocon: { label: 'HOCON', description: 'meta.conf', detail: 'With comments that say what each part is for.' },
};

function askFormat({ formats, releaseName }: Choices): Step<Answers> {
  const items = formats.map((format) => ({ ...FORMATS[format], format }));
  return {
    isAsked: () => formats.length > 1,
    async ask(answers, progress) {
      const picked = await pickOne({
        ...progress,
        title: titleFor(releaseName),
        placeholder: 'In which format?',
        items,
        active: items.find(({ format }) => format === answers.format),
      });
      return typeof picked === 'object' ? { ...answers, format: picked.format } : picked;
    },
  };
}

function templatesFor({ TEMPLATES }: CreatePart, goal: Goal): readonly JobTemplate[] {
  return TEMPLATES.filter((template) => template.goal === goal.name);
}

/** The answers as a job, without the release. */
export function jobOf(
  { template, name, isNamed, clients, format }: Answers,
  { part, formats }: Choices,
): Omit<NewJob, 'release'> | undefined {
  if (!template || name === undefined) return undefined;
  const named = isNamed === true || !part.canGoToAll(template);
  return { name, template, clients: named ? (clients ?? []) : 'all', format: format ?? formats[0] ?? 'json' };
}

function sentence(phrase: string): string {
  return `${phrase[0]?.toUpperCase() ?? ''}${phrase.slice(1)}.`;
}
