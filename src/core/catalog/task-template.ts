/** The parameters whose values a template puts in: of `{prefix}_config`, `prefix`. */
export function parametersIn(template: string): readonly string[] {
  return [...template.matchAll(/\{([A-Za-z_]\w*)\}/g)].map(([, name = '']) => name);
}

/** The templates of the tasks that a class sends and does. */
interface TaskTemplates {
  readonly sends: readonly string[];
  readonly handles: readonly string[];
}

/** Whether the value of a parameter is only a part of a task's name, as in `{prefix}_config`, so that it names no task by itself. */
export function isPartOfTask({ sends, handles }: TaskTemplates, parameter: string): boolean {
  const whole = `{${parameter}}`;
  return [...sends, ...handles].some((template) => template !== whole && template.includes(whole));
}
