import type { Checked } from '../assist/checked';
import type { ComponentDef } from '../job/config/components';
import type { App } from '../job/model';
import type { Place, Range } from '../text/range';
import { keyRange, rangeOf, type StringNode } from '../tree/node';
import { scriptFile, scriptsOf } from '../wiring/index';
import { configOf } from './outline';

/** A piece of text that leads to a folder or file of the job. */
export interface JobLink {
  readonly range: Range;
  readonly target: { readonly kind: 'folder'; readonly folder: string } | ({ readonly kind: 'place' } & Place);
  readonly tooltip: string;
}

/** In the meta file the apps, to their folders; in configurations classes of custom code and scripts, to their files. */
export function linksOf(checked: Checked, file: string): readonly JobLink[] {
  const { job, wiring } = checked;
  if (file === job.meta?.file) {
    return job.deployment.apps.flatMap(({ name, entry }) => {
      if (!job.apps.get(name)?.exists) return [];
      return [
        {
          range: inside(keyRange(entry), name),
          target: { kind: 'folder', folder: name } as const,
          tooltip: `Show the folder of app "${name}"`,
        },
      ];
    });
  }
  const config = configOf(checked, file);
  const app = config && job.apps.get(config.app);
  if (!config || !app) return [];
  return config.built.flatMap((component) => {
    const found = wiring?.classes.of(component, config.app);
    const place = found?.kind === 'known' ? found.place : undefined;
    return [...classLink(component, place), ...scriptLinks(component, app)];
  });
}

function classLink({ className }: ComponentDef, place: Place | undefined): readonly JobLink[] {
  if (!className || !place) return [];
  return [{ range: inside(className, className.value), target: { kind: 'place', ...place }, tooltip: `Open ${place.file}` }];
}

function scriptLinks(component: ComponentDef, app: App): readonly JobLink[] {
  return scriptsOf(component).flatMap(({ node, script, offset }) => {
    const file = scriptFile(app, script);
    if (file === undefined) return [];
    const range = part(node, offset, script.length);
    return [{ range, target: { kind: 'place', file, range: { start: 0, end: 0 } } as const, tooltip: `Open ${file}` }];
  });
}

/** The place of a text without its quotes, as far as it is written as it reads. */
function inside(range: Range, text: string): Range {
  const quotes = range.end - range.start - text.length;
  return quotes === 2 ? { start: range.start + 1, end: range.end - 1 } : rangeOf(range);
}

function part(node: StringNode, offset: number, length: number): Range {
  const { start, end } = inside(node, node.value);
  return end - start === node.value.length ? { start: start + offset, end: start + offset + length } : { start, end };
}
