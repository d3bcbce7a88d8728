import type { AppConfig } from '../../job/config/app-config';
import type { ComponentDef } from '../../job/config/components';
import type { ClassFound, KnownClass } from '../../job/config/known-class';
import { SYSTEM_VARIABLES } from '../../job/config/system-variables';
import type { Wiring } from '../../job/config/wiring';
import type { Release } from '../../job/release';
import type { Place } from '../../text/range';
import { keyRange, rangeOf } from '../../tree/node';
import { cursorAt, toPlain } from '../../tree/query';
import { lastPart, titleOf } from '../component-words';
import { type ConfigName, idUses, nameAt } from '../config-names';
import { code } from '../markdown';
import { aboutClass, defaultText } from './class';
import type { Hover } from './hover-text';
import { aboutConfigKey } from './key';
import { aboutTask } from './task';

type Links = readonly (Place & { readonly title: string })[];
type Text = Pick<Hover, 'paragraphs' | 'places'>;

/** What there is to say at an offset of an app's configuration: of classes, arguments, ids, tasks, variables and keys. */
export function hoverConfig(wiring: Wiring, release: Release, file: string, offset: number): Hover | undefined {
  const name = nameAt(wiring, file, offset);
  const text = name && aboutName(wiring, release, name);
  if (name && text) return { range: name.range, ...text };
  const config = wiring.configs.find((each) => each.config.file === file);
  const cursor = config && cursorAt(config.config.document.root, offset);
  if (!config || !cursor?.onKey) return undefined;
  const paragraphs = aboutConfigKey(config.side, cursor.path);
  return paragraphs.length > 0 ? { range: keyRange(cursor.onKey), paragraphs, places: [], isFromSchema: true } : undefined;
}

function aboutName(wiring: Wiring, release: Release, name: ConfigName): Text | undefined {
  switch (name.kind) {
    case 'class':
      return name.component && aboutClassOf(wiring, name.config, name.component);
    case 'argument':
      return name.component && argumentText(wiring, name.config, name.component, name.name);
    case 'id':
      return aboutId(wiring, name);
    case 'task':
      return aboutTask(wiring, release, name.name);
    case 'variable':
      return aboutVariable(name);
    case 'script':
      return undefined;
  }
}

function aboutClassOf({ classes }: Wiring, { app }: AppConfig, component: ComponentDef): Text | undefined {
  const found = classes.of(component, app);
  const paragraphs = aboutClass(found, classes);
  if (paragraphs.length === 0) return undefined;
  return { paragraphs, places: declaredAt(found) };
}

function declaredAt(found: ClassFound): Links {
  return found.kind === 'known' && found.place ? [{ title: 'defined', ...found.place }] : [];
}

/** An argument of a component: its type, its default, and what it holds. */
export function aboutArgument(wiring: Wiring, config: AppConfig, component: ComponentDef, name: string): readonly string[] {
  return argumentText(wiring, config, component, name)?.paragraphs ?? [];
}

function argumentText(wiring: Wiring, config: AppConfig, component: ComponentDef, name: string): Text | undefined {
  const found = wiring.classes.of(component, config.app);
  if (found.kind !== 'known') return undefined;
  const parameter = found.parameters.find((each) => each.name === name);
  if (!parameter) {
    const open = `${code(found.path)} takes arguments that are not among its parameters; ${code(name)} may be one.`;
    const closed = `${code(found.path)} has no parameter ${code(name)}.`;
    return { paragraphs: [found.isOpen ? open : closed], places: [] };
  }
  const type = parameter.annotation === undefined ? '' : ` · ${code(parameter.annotation)}`;
  const must = parameter.default === undefined ? 'It must be given.' : `Default: ${code(defaultText(parameter))}`;
  return {
    paragraphs: [`**${code(name)}**${type} · argument of ${code(lastPart(found.path))}`, must, ...whatItHolds(found, name)],
    places: parameter.place ? [{ title: 'declared', ...parameter.place }] : [],
  };
}

function whatItHolds({ facts }: KnownClass, name: string): readonly string[] {
  const id = facts?.ids.find((each) => each.name === name);
  if (id) {
    const of = id.classes.length > 0 ? `, which must be a ${id.classes.map((path) => code(lastPart(path))).join(' or ')}` : '';
    return [id.isList ? `It holds the ids of components${of}.` : `It holds the id of a component${of}.`];
  }
  return facts?.taskParameters.includes(name) ? ['It names a task.'] : [];
}

function aboutId(wiring: Wiring, { config, name }: ConfigName): Text {
  const owner = config.ids.byId.get(name);
  const uses = idUses(config, wiring.classes).filter(({ id, component }) => id === name && component !== owner);
  const title = owner
    ? `**${code(name)}** · ${owner.isDisabled ? 'disabled component' : 'component'} ${code(owner.className?.value ?? 'of an unknown class')}`
    : `**${code(name)}** · no component of this configuration has this id`;
  const users = uses.map(
    ({ component, parameter, node }) => `- ${code(titleOf(component))}, ${code(parameter)}${node ? '' : ' (by default)'}`,
  );
  const paragraphs = [title, users.length > 0 ? `Referred to by:\n${users.join('\n')}` : 'Nothing that is known refers to it.'];
  if (owner) {
    const [head] = aboutClass(wiring.classes.of(owner, config.app), wiring.classes);
    if (head) paragraphs.splice(1, 0, head);
  }
  const { file } = config.config;
  return {
    paragraphs,
    places: owner?.id ? [{ title: 'component', file, range: rangeOf(owner.id) }] : [],
  };
}

function aboutVariable({ config, name, range, isDefinition }: ConfigName): Text | undefined {
  const uses = config.variables?.uses ?? [];
  const use = uses.find((each) => each.name === name && (isDefinition || each.start === range.start));
  switch (use?.meaning.kind) {
    case 'key': {
      const { entry } = use.meaning;
      const count = uses.filter((each) => each.name === name).length;
      const value = JSON.stringify(toPlain(entry.value));
      return {
        paragraphs: [
          `**${code(name)}** · variable`,
          `Value: ${code(value ?? 'unknown')}, from the top level of this file`,
          `Used ${count === 1 ? 'once' : `${count} times`}.`,
        ],
        places: [{ title: 'set', file: config.config.file, range: keyRange(entry) }],
      };
    }
    case 'system': {
      const known = SYSTEM_VARIABLES.find((each) => each.name === name);
      const meaning = known ? `NVFLARE sets it: ${known.meaning}.` : 'NVFLARE sets it.';
      const since = known ? [`Since ${known.since} · on ${known.sides.join(' and ')}`] : [];
      return { paragraphs: [`**${code(name)}** · system variable`, meaning, ...since], places: [] };
    }
    case 'environment':
      return {
        paragraphs: [
          `**${code(name)}** · environment variable`,
          'Its value is that of the process which runs the job at the site.',
        ],
        places: [],
      };
    case 'local':
      return { paragraphs: [`**${code(name)}** · variable`, 'Its value is given where the object is called.'], places: [] };
    case 'undefined':
      return {
        paragraphs: [
          `**${code(name)}** · variable without a value`,
          'No top-level key has this name, and NVFLARE does not set it.',
        ],
        places: [],
      };
    case undefined:
      return undefined;
  }
}
