import type { Analysis } from '../analyze';
import type { AppConfig } from '../job/config/app-config';
import type { ConfigNode } from '../tree/node';
import { walk } from '../tree/query';

/** A few words that are shown in a line without being in the text. */
export interface Hint {
  readonly offset: number;
  readonly label: string;
  /** All of it, where the label had no room. */
  readonly tooltip: string;
  /** Whether something of the text stands directly before it, so that a blank keeps them apart. */
  readonly kind: 'defaults' | 'value';
}

/** Longer values and more arguments than these would push the text out of sight. */
const LONGEST = 40;
const MOST_ARGUMENTS = 5;

/** Behind the arguments of each component, those that it takes besides and what they are when they are not given. */
export function defaultHints({ wiring }: Pick<Analysis, 'wiring'>, file: string): readonly Hint[] {
  if (!wiring) return [];
  const configs = wiring.configs.filter(({ config }) => config.file === file);
  return once(configs).flatMap(({ built, app }) =>
    built.flatMap((component): readonly Hint[] => {
      const found = wiring.classes.of(component, app);
      const { args, argsCertain, argsEntry, className, isDisabled } = component;
      if (found.kind !== 'known' || !argsCertain || isDisabled || !className || className.origin || argsEntry?.value.origin)
        return [];
      const given = new Set(args.map(({ key }) => key));
      const left = found.parameters.filter((parameter) => parameter.default !== undefined && !given.has(parameter.name));
      if (left.length === 0) return [];
      const written = left.map(({ name, default: value }) => `${name} = ${value}`);
      const more = written.length - MOST_ARGUMENTS;
      const label =
        written
          .slice(0, MOST_ARGUMENTS)
          .map((text) => short(text))
          .join(', ') + (more > 0 ? `, … (${more} more)` : '');
      // Before the bracket that closes the arguments, or behind the class where there are none.
      const last = args.at(-1);
      const offset = last ? last.value.end : argsEntry?.value.kind === 'object' ? argsEntry.value.end : className.end;
      return [{ offset, label, tooltip: written.join('\n'), kind: 'defaults' }];
    }),
  );
}

/** Behind each text that holds a variable or refers to another place: the value that NVFLARE puts there. */
export function valueHints({ wiring }: Pick<Analysis, 'wiring'>, file: string): readonly Hint[] {
  const configs = wiring?.configs.filter(({ config }) => config.file === file) ?? [];
  return once(configs).flatMap((config) => [...valuesIn(config)]);
}

function* valuesIn({ config, root }: AppConfig): Generator<Hint> {
  const { text } = config.document;
  const seen = new Set<number>();
  for (const node of root ? walk(root) : []) {
    const written = text.slice(node.start, node.end);
    if (seen.has(node.end) || !/[{$*]/.test(written) || node.kind === 'object' || node.kind === 'array') continue;
    const value = shown(node);
    if (value === undefined || value === written || JSON.stringify(value) === written) continue;
    seen.add(node.end);
    yield { offset: node.end, label: `= ${short(value)}`, tooltip: value, kind: 'value' };
  }
}

/** What a scalar is, as a text; nothing for what still holds a variable that only a site knows. */
function shown(node: ConfigNode): string | undefined {
  if (node.kind === 'unknown' || node.kind === 'object' || node.kind === 'array') return undefined;
  if (node.kind === 'string' && /\{[@$\w.]+\}/.test(node.value)) return undefined;
  return String(node.value);
}

/** A file may be the configuration of one app for two sides. */
function once(configs: readonly AppConfig[]): readonly AppConfig[] {
  return configs.slice(0, 1);
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}
