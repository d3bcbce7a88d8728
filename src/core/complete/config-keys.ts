import { aboutArgument, aboutConfigKey, CLIENT_CONFIG_KEYS, factsAt, SERVER_CONFIG_KEYS } from '../assist/index';
import { bareStop, emptyStop, stop } from '../formats/typing/stops';
import type { ComponentDef } from '../job/config/components';
import type { KeyFacts } from '../schema/key-facts';
import { at, type Path } from '../tree/query';
import { argumentSuggestions, namedIn } from './arguments';
import { bringing } from './brought-components';
import type { ConfigAsked } from './config-asked';
import type { ConfigSpot } from './config-spot';
import { keySuggestions, keysIn, type Start } from './from-facts';
import { isUsed, newId } from './ids';
import { setUp } from './set-up';
import type { Suggestion } from './suggestion';
import { openTasks, tasksFor } from './tasks';
import { usualComponent } from './whole';
import { listOf, wholeConfig } from './whole-config';

/** What is known of the key at a path of a configuration. */
export function factsOf({ side }: ConfigAsked, path: Path): KeyFacts | undefined {
  return factsAt(side === 'server' ? SERVER_CONFIG_KEYS : CLIENT_CONFIG_KEYS, path);
}

/** Keys that an object of a configuration may have besides those that it has. */
export function* keysAt(asked: ConfigAsked, spot: ConfigSpot, path: Path): Generator<Suggestion> {
  const { place, side, job } = asked;
  const about = (key: string) => aboutConfigKey(side, [...path, key]);
  const present = keysIn(at(place.document.root, path));
  const facts = factsOf(asked, path);
  if (spot.kind === 'component') {
    const [first, second] = spot.below;
    if (first === undefined) yield* componentKeys(asked, spot.component, spot.isNested, present);
    else if (first === 'args' && (second === undefined || second === 'class_attributes')) {
      yield* argumentSuggestions(asked, spot.component, (name) => aboutArgument(asked.all, asked.config, spot.component, name));
    }
    return;
  }
  if (!facts) return;
  if (path.length === 0 && present.size === 0) yield wholeConfig(asked);
  const start = (key: string) => entryStart(asked, spot, key);
  const { keys, ...rest } = facts;
  const known = Object.fromEntries(Object.entries(keys ?? {}).filter(([key]) => key !== 'handlers'));
  yield* keySuggestions({ ...rest, keys: known }, present, job.target, { about, start });
}

/** Keys of a component: those that every component has first, and no second way to name its class. */
function* componentKeys(
  asked: ConfigAsked,
  component: ComponentDef,
  isNested: boolean,
  present: ReadonlySet<string>,
): Generator<Suggestion> {
  const { side, job } = asked;
  const facts = factsOf(asked, ['components', 0]);
  const hasClass = ['path', 'class_path', 'name'].some((key) => present.has(key));
  const hasId = !isNested && (component.section === 'components' || component.section === 'workflows');
  const hidden = [
    ...(hasClass ? ['path', 'class_path', 'name'] : ['class_path', 'name']),
    ...(hasId ? [] : ['id']),
    ...(isNested ? [] : ['config_type']),
  ];
  const keys = Object.fromEntries(Object.entries(facts?.keys ?? {}).filter(([key]) => !hidden.includes(key)));
  const start = (key: string) => componentStart(asked, component, key);
  const about = (key: string) => aboutConfigKey(side, ['components', 0, key]);
  if (facts) yield* keySuggestions({ ...facts, keys }, present, job.target, { about, start });
}

function componentStart(asked: ConfigAsked, component: ComponentDef, key: string): Start | undefined {
  if (key === 'id') return { value: stop(1, ownId(asked, component)) };
  // What is disabled is not there for those that use it, and what runs the job cannot do without.
  if (key === 'disabled') return { value: bareStop(1, String(component.section === 'components' && !isUsed(asked, component))) };
  if (key !== 'args') return undefined;
  const found = asked.classes.of(component, asked.app.name);
  const { args, brought } = found.kind === 'known' ? setUp(asked, component, found) : { args: [], brought: [] };
  if (args.length === 0) return { value: emptyStop(1, 'object') };
  return { value: { kind: 'object', entries: args }, brings: bringing(namedIn(args, brought)) };
}

/** What keys at the top and in the entries of executors and filters begin with. */
function entryStart(asked: ConfigAsked, spot: ConfigSpot, key: string): Start | undefined {
  switch (key) {
    case 'format_version':
      return { value: { kind: 'integer', digits: '2' } };
    case 'components':
    case 'workflows':
    case 'executors':
    case 'task_data_filters':
    case 'task_result_filters':
      return { value: emptyStop(1, 'objects') };
    case 'filters':
      return { value: listOf(spot.kind === 'entry' ? usualComponent(asked, spot.section)?.draft : undefined) };
    case 'executor': {
      const usual = usualComponent(asked, 'executors');
      return usual ? { value: usual.draft, brings: bringing(usual.brought) } : { value: emptyStop(1, 'object') };
    }
    case 'direction':
      return { value: stop(1, 'inout') };
    case 'tasks': {
      if (spot.kind !== 'entry') return undefined;
      const [task] = tasksFor(asked, spot.section, openTasks(asked, spot.section, spot.index));
      return { value: task === undefined ? emptyStop(1, 'list') : { kind: 'array', items: [{ value: stop(1, task) }] } };
    }
    default:
      return undefined;
  }
}

/** An id for a component: what others ask for, or a name for what it is. */
export function ownId(asked: ConfigAsked, component: ComponentDef): string {
  return newId(asked, asked.classes.of(component, asked.app.name), component.className?.value);
}
