import type { GOALS, TEMPLATES } from '../core/create/index';
import type { Styles } from './terminal';

/** A template as the list of them shows it. Its names are a contract with programs that read it. */
export interface ShownTemplate {
  readonly name: string;
  readonly goal: string;
  readonly framework: string;
  readonly description: string;
  /** What its author edits first. */
  readonly next: string;
  /** Whether each client gets an app of its own, so that the sites must be named. */
  readonly needsSites: boolean;
}

interface Gallery {
  readonly GOALS: typeof GOALS;
  readonly TEMPLATES: typeof TEMPLATES;
}

/** All templates, by goal, in the order of the wizard. */
export function shownTemplates({ GOALS: goals, TEMPLATES: templates }: Gallery): readonly ShownTemplate[] {
  return goals.flatMap(({ name: goal, title }) =>
    templates
      .filter((template) => template.goal === goal)
      .map(({ name, framework, description, next, apps }) => ({
        name,
        goal: title,
        framework,
        description,
        next,
        needsSites: apps.some(({ goesTo }) => goesTo === 'each client'),
      })),
  );
}

/** The list for people. */
export function humanTemplates(templates: readonly ShownTemplate[], styles: Styles): string {
  const goals = [...new Set(templates.map(({ goal }) => goal))];
  return goals
    .map((goal) => {
      const rows = templates.filter((template) => template.goal === goal).map((template) => row(template, styles));
      return `${goal}\n${rows.join('')}`;
    })
    .join('\n');
}

function row({ name, description }: ShownTemplate, { bold }: Styles): string {
  return `  ${bold(name)}\n    ${description}\n`;
}
