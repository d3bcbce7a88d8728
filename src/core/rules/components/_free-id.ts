import type { AppConfig } from '../../job/config/app-config';
import type { ComponentDef } from '../../job/config/components';

/** An id that nothing in a configuration has: the one that is wanted, else the class in lower case with underscores, or that with a number. */
export function freeId(
  config: AppConfig,
  component: ComponentDef | undefined,
  wanted = idLike(component?.className?.value ?? ''),
): string {
  const taken = new Set([...config.components, ...config.workflows].map(({ id }) => id?.value));
  for (let i = 1; ; i++) {
    const id = i === 1 ? wanted : `${wanted}_${i}`;
    if (!taken.has(id)) return id;
  }
}

/** `np_formatter` for the path of the class `NPFormatter`. */
export function idLike(path: string): string {
  const words = path
    .slice(path.lastIndexOf('.') + 1)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2');
  return words.toLowerCase().replace(/\W/g, '_') || 'component';
}
