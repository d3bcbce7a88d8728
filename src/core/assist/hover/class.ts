import type { Catalog } from '../../catalog/catalog';
import { type ClassHistory, releaseRuns, releasesWith } from '../../catalog/history';
import { kindsBy } from '../../catalog/kinds';
import type { ClassFacts } from '../../job/config/class-index';
import type { ClassFound, ClassParameter, KnownClass } from '../../job/config/known-class';
import { lastPart } from '../component-words';
import { code, names } from '../markdown';

/** A signature with more parameters than these is shown one to a line and cut. */
const MOST_PARAMETERS = 40;

/** What a class path leads to: kind, signature with defaults, bases, and where it is defined. */
export function aboutClass(found: ClassFound, { catalog, history }: ClassFacts): readonly string[] {
  switch (found.kind) {
    case 'known':
      return aboutKnown(found, { catalog, history });
    case 'gone':
      return [
        found.hasModule
          ? `NVFLARE ${catalog?.data.release ?? ''} has no ${code(found.path)}: the module is there, the name is not.`
          : `NVFLARE ${catalog?.data.release ?? ''} has no module ${code(found.module)}.`,
        ...aboutReleases(found.path, history),
      ];
    case 'bad-name':
      return [
        found.choices.length === 0
          ? `NVFLARE has no class of the name ${code(found.name)}.`
          : `Several classes have the name ${code(found.name)}: ${names(found.choices)}. Write the path instead.`,
      ];
    case 'not-in-module':
      return [`${code(found.file)} has no ${code(lastPart(found.path))}. It has ${names(found.names)}.`];
    case 'no-module':
      return [`The app has no module ${code(found.module)} in its custom code. It must be installed at the sites.`];
    case 'unknown':
      return [];
  }
}

function aboutKnown(found: KnownClass, { catalog, history }: ClassFacts): readonly string[] {
  const kinds = kindsBy((base) => found.isA(base));
  const what = found.isFunction ? 'function' : (kinds[0] ?? 'class');
  const where = whereFrom(found, catalog);
  const bases = found.facts?.bases ?? [];
  return [
    `**${code(lastPart(found.path))}** · ${what} of ${where}`,
    `\`\`\`python\n${signatureText(found)}\n\`\`\``,
    ...(bases.length > 0 ? [`Inherits from ${names(bases)}`] : []),
    ...(found.facts?.isAbstract ? ['It is abstract: it cannot be used as it is, only a class that inherits from it.'] : []),
    ...eventText('Fires', found.facts?.fires),
    ...eventText('Handles', found.facts?.hears),
    `Defined in ${code(found.place?.file ?? found.outside?.module.shown ?? moduleOf(found.path))}`,
    ...(found.origin === 'nvflare' ? aboutReleases(found.path, history) : []),
  ];
}

/** The events that a class fires or handles. */
function eventText(what: string, events: readonly string[] = []): readonly string[] {
  return events.length > 0 ? [`${what} the ${events.length === 1 ? 'event' : 'events'} ${names(events)}`] : [];
}

function whereFrom({ origin, outside }: KnownClass, catalog: Catalog | undefined): string {
  if (origin === 'nvflare') return `NVFLARE ${catalog?.data.release ?? ''}`.trim();
  return outside ? `the code that ${code('codeFolders')} names` : "the app's custom code";
}

/** Nothing where each of the releases that are known here has it, or none. */
function aboutReleases(path: string, history: ClassHistory | undefined): readonly string[] {
  const releases = history ? releasesWith(history, path) : [];
  return history && releases.length > 0 ? [`In NVFLARE ${releaseRuns(history, releases)}`] : [];
}

/** As Python would write the constructor; one parameter to a line where there are several. */
function signatureText({ path, parameters, isOpen, isFunction }: KnownClass): string {
  const shown = parameters.slice(0, MOST_PARAMETERS).map(parameterText);
  if (parameters.length > shown.length) shown.push(`... ${parameters.length - shown.length} more`);
  if (isOpen) shown.push('**kwargs');
  const name = `${isFunction ? 'def' : 'class'} ${lastPart(path)}`;
  return shown.length < 3 ? `${name}(${shown.join(', ')})` : `${name}(\n${shown.map((line) => `    ${line},\n`).join('')})`;
}

function parameterText(parameter: ClassParameter): string {
  const type = parameter.annotation === undefined ? '' : `: ${oneLine(parameter.annotation)}`;
  if (parameter.default === undefined) return parameter.name + type;
  return `${parameter.name}${type}${type === '' ? '=' : ' = '}${defaultText(parameter)}`;
}

/** The default of a parameter on one line. */
export function defaultText(parameter: ClassParameter): string {
  return oneLine(parameter.default ?? '');
}

/** Text of custom code within a code block, which it cannot leave. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('```', "'''").slice(0, 200);
}

function moduleOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('.')));
}
