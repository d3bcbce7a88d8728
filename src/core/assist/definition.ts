import { scriptFile } from '../job/config/scripts';
import { takesTask } from '../job/config/task-pattern';
import type { Wiring } from '../job/config/wiring';
import type { Job } from '../job/model';
import type { Place, Range } from '../text/range';
import { keyRange, rangeOf } from '../tree/node';
import { cursorAt } from '../tree/query';
import type { Checked } from './checked';
import { type ConfigName, configNames, nameAt } from './config-names';
import { wiringWith } from './idle-config';
import { siteView } from './site/view';
import { subjectAt } from './subject';

/** What stands at an offset, and where that is defined. */
export interface Definition {
  readonly range: Range;
  readonly places: readonly Place[];
}

/**
 * Where the thing at an offset comes from: the class in custom code, the component of an id, the executors of a task (or the
 * workflows that send it, from an executor), the key of a variable, the parameter of an argument, the file of a script; in the meta file the other
 * places of a site and the configurations of an app.
 */
export function definitionAt({ job, wiring }: Checked, file: string, offset: number): Definition | undefined {
  const found =
    file === job.meta?.file ? inMeta(job, file, offset) : wiring && inConfig(job, wiringWith(job, wiring, file), file, offset);
  return found && found.places.length > 0 ? found : undefined;
}

function inConfig(job: Job, wiring: Wiring, file: string, offset: number): Definition | undefined {
  const name = nameAt(wiring, file, offset);
  return name && { range: name.range, places: placesOf(job, wiring, name) };
}

function placesOf(job: Job, wiring: Wiring, name: ConfigName): readonly Place[] {
  const { config, component } = name;
  const release = job.target;
  switch (name.kind) {
    case 'class':
    case 'argument': {
      const found = component && wiring.classes.of(component, config.app);
      if (found?.kind !== 'known') return [];
      const place = name.kind === 'class' ? found.place : found.parameters.find((each) => each.name === name.name)?.place;
      return place ? [place] : [];
    }
    case 'script': {
      const app = job.apps.get(config.app);
      const script = app && scriptFile(app, name.name);
      return script === undefined ? [] : [{ file: script, range: { start: 0, end: 0 } }];
    }
    case 'id':
    case 'variable': {
      const own = configNames(wiring, config).filter((other) => other.kind === name.kind && other.name === name.name);
      return places(own.filter(({ isDefinition }) => isDefinition));
    }
    case 'task': {
      const tasks = configNames(wiring).filter((other) => other.kind === 'task');
      if (!name.isDefinition)
        return places(tasks.filter((other) => other.isDefinition && takesTask(other.name, name.name, release)));
      const senders = tasks.filter(
        (other) => !other.isDefinition && other.component && takesTask(name.name, other.name, release),
      );
      return places(senders.length > 0 ? senders : [name]);
    }
  }
}

function places(names: readonly ConfigName[]): readonly Place[] {
  return names.map(({ file, range }) => ({ file, range }));
}

function inMeta(job: Job, file: string, offset: number): Definition | undefined {
  const cursor = cursorAt(job.meta?.document.root, offset);
  const subject = cursor && subjectAt(cursor);
  if (!cursor || !subject) return undefined;
  const range = cursor.onKey ? keyRange(cursor.onKey) : rangeOf(cursor.node);
  if (subject.kind !== 'app') {
    const others = siteView(job, subject.name).places.filter((place) => place.range.start !== range.start);
    return { range, places: others.map((place) => ({ file, range: rangeOf(place.range) })) };
  }
  const app = job.apps.get(subject.name);
  const configs = [app?.server, app?.client].flatMap((config) => (config ? [config.file] : []));
  return { range, places: configs.map((config) => ({ file: config, range: { start: 0, end: 0 } })) };
}
