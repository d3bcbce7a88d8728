import type { Analysis } from '../analyze';
import { isAllSites, SERVER_SITE } from '../job/job-def';
import type { Job } from '../job/model';
import { leavingLenses } from '../leaving/lenses';
import { counted } from '../text/counted';
import type { Place, Range } from '../text/range';
import { keyRange } from '../tree/node';
import { idReferences } from '../wiring/index';

/** A line of facts above a place, and what a click on it does. */
export interface Lens {
  readonly range: Range;
  /** As it is shown: `3 sites`. */
  readonly title: string;
  readonly action: LensAction;
}

/** What a click on a fact does. */
export type LensAction =
  | { readonly kind: 'preview' }
  | { readonly kind: 'check' }
  /** Shows what leaves the sites. */
  | { readonly kind: 'leaving' }
  /** Goes to the place, or lets one choose where there are more. */
  | { readonly kind: 'show'; readonly places: readonly Place[] };

/** What there is to say above the lines of a file of a job: of its meta file, or of a configuration of an app. */
export function lensesOf({ job, wiring }: Pick<Analysis, 'job' | 'wiring'>, file: string): readonly Lens[] {
  if (file === job.meta?.file) return metaLenses(job);
  const config = wiring?.configs.find((one) => one.config.file === file);
  const app = [...job.apps.values()].find(({ server, client }) => server?.file === file || client?.file === file);
  const own = app?.deployed ? [deployedTo(job, app.deployed.name, file)] : [];
  if (!config || !wiring) return own.flatMap((lens) => lens ?? []);
  const leaving = leavingLenses(job, wiring, file).map(
    ({ range, text }): Lens => ({ range, title: text, action: { kind: 'leaving' } }),
  );
  return [...own.flatMap((lens) => lens ?? []), ...usedBy(config, wiring), ...leaving];
}

function metaLenses(job: Job): readonly Lens[] {
  const { metaObject, deployment } = job;
  if (!metaObject) return [];
  const range = { start: metaObject.start, end: metaObject.start };
  const places = deployment.entry && job.meta ? [{ file: job.meta.file, range: keyRange(deployment.entry) }] : [];
  return [
    { range, title: sitesText(job), action: { kind: 'show', places } },
    { range, title: 'Preview', action: { kind: 'preview' } },
    { range, title: 'Check', action: { kind: 'check' } },
  ];
}

function sitesText({ deployment, apps }: Job): string {
  const deployed = [...apps.values()].filter((app) => app.deployed).length;
  const to = counted(deployed, 'app');
  if (deployment.allSites) return `all sites · ${to}`;
  const clients = [...deployment.bySite.keys()].filter((site) => site !== SERVER_SITE).length;
  const server = deployment.bySite.has(SERVER_SITE) ? 'server and ' : '';
  return `${server}${counted(clients, 'client')} · ${to}`;
}

/** More names than these do not fit a line. */
const MOST_NAMES = 4;

function deployedTo({ meta, deployment, metaObject }: Job, app: string, file: string): Lens | undefined {
  const deployed = deployment.apps.find(({ name }) => name === app);
  if (!deployed || !meta || !metaObject || file === meta.file) return undefined;
  const sites = [...new Set(deployed.sites.map(({ value }) => value))];
  const names = sites.some(isAllSites) ? 'all sites' : listed(sites);
  return {
    range: { start: 0, end: 0 },
    title: sites.length === 0 ? `app "${app}" · goes to no site` : `app "${app}" · deployed to ${names}`,
    action: { kind: 'show', places: [{ file: meta.file, range: keyRange(deployed.entry) }] },
  };
}

type Wired = NonNullable<Analysis['wiring']>;

/** Who asks for a component by its id, by an argument or by the default of one. */
function usedBy(config: Wired['configs'][number], { classes }: Wired): readonly Lens[] {
  const users = new Map<string, { readonly name: string; readonly place: Place }[]>();
  for (const { id, node, component, parameter } of idReferences(config, classes)) {
    const place = { file: config.config.file, range: rangeOf(node ?? component.className ?? component.node) };
    const user = { name: `${nameOf(component)}.${parameter.name}`, place };
    const known = users.get(id);
    if (known) known.push(user);
    else users.set(id, [user]);
  }
  return config.components.flatMap(({ id, node }): readonly Lens[] => {
    const found = id && users.get(id.value);
    if (!found) return [];
    const range = { start: node.start, end: node.start };
    return [
      {
        range,
        title: `used by ${listed(found.map(({ name }) => name))}`,
        action: { kind: 'show', places: found.map(({ place }) => place) },
      },
    ];
  });
}

function nameOf({ id, className }: Wired['configs'][number]['built'][number]): string {
  return id?.value ?? className?.value.slice(className.value.lastIndexOf('.') + 1) ?? 'a component';
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ');
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
