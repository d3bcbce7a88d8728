import type { Rule } from './rule';

/** The rules about what few jobs have; a part that is read when the first of these jobs is met. */
export async function rareRules(): Promise<readonly Rule[]> {
  return (await import('./rare.generated')).RARE_RULES;
}
