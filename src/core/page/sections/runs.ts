import type { SiteSheet } from '../../assist/index';
import { type Block, type Cell, code, someNames } from '../block';
import type { PageSection } from '../page-section';

/** What sites run that get the same app in the same role. */
interface AppRuns extends Pick<SiteSheet, 'role' | 'runs'> {
  readonly app: string;
  readonly sites: readonly string[];
}

/** What each site runs: its configuration with variables put in. */
export const runs: PageSection<readonly AppRuns[]> = {
  id: 'runs',
  title: 'What each site runs',
  model({ parts, job, wiring, overview }) {
    if (!wiring) return undefined;
    const groups = new Map<string, AppRuns & { readonly sites: string[] }>();
    for (const { name, how, role, apps } of overview.sites) {
      const app = how === null ? undefined : overview.apps[apps[0] ?? -1]?.name;
      if (app === undefined) continue;
      const side = role === 'server' ? 'server' : 'client';
      const known = groups.get(`${side} ${app}`);
      if (known) known.sites.push(name);
      else groups.set(`${side} ${app}`, { role: side, app, sites: [name], runs: parts.assist.siteSheet(job, wiring, name).runs });
    }
    return groups.size === 0 ? undefined : [...groups.values()];
  },
  blocks: (list) => list.flatMap(blocksOf),
};

function blocksOf({ role, app, sites, runs: found }: AppRuns): readonly Block[] {
  const heading: Block = { kind: 'heading', text: `${role === 'server' ? 'Server' : someNames(sites, 6)}, app ${app}` };
  if (!found) return [heading, { kind: 'text', text: 'No configuration for it can be read.', tone: 'warning' }];
  const { file, components, tasks, variables, certain } = found;
  return [
    heading,
    { kind: 'text', text: `From ${file}. Components in the order in which they are made:`, tone: 'quiet' },
    {
      kind: 'table',
      head: ['Component', 'Class', 'Arguments'],
      rows: components.map(({ id, section, className, args }): readonly Cell[] => [
        id === null ? { text: section, tone: 'quiet' } : code(id),
        code(className ?? '?'),
        code(args.map(({ name, value }) => `${name}: ${value}`).join('\n')),
      ]),
    },
    ...(tasks.length > 0
      ? [
          {
            kind: 'table' as const,
            head: role === 'server' ? ['Task', 'Sent by'] : ['Task', 'Sent by', 'Done by'],
            rows: tasks.map(({ name, sentBy, doneBy }): readonly Cell[] => [
              code(name),
              sentBy.join(', ') || { text: 'nothing that is known', tone: 'quiet' },
              ...(role === 'server' ? [] : [doneBy === null ? { text: 'no executor', tone: 'warning' as const } : code(doneBy)]),
            ]),
          },
        ]
      : []),
    ...(variables.length > 0
      ? [
          {
            kind: 'table' as const,
            head: ['Variable', 'Value', 'From'],
            rows: variables.map(({ name, value, from }): readonly Cell[] => [
              code(name),
              value === null || name === 'SITE_NAME' ? { text: 'known when the job runs', tone: 'quiet' } : code(value),
              from,
            ]),
          },
        ]
      : []),
    ...(certain
      ? []
      : [{ kind: 'text' as const, text: 'There may be more: a part of the file could not be read.', tone: 'warning' as const }]),
  ];
}
