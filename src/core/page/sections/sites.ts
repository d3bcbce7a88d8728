import type { PreviewModel, SiteGroup } from '../../assist/index';
import { counted, grouped } from '../../text/counted';
import { type Block, type Cell, code, someNames } from '../block';
import type { PageSection } from '../page-section';

interface Sites extends Pick<PreviewModel, 'apps' | 'sites' | 'setups'> {
  /** Equal sites together. */
  readonly groups: readonly SiteGroup[];
}

/** Which app each site gets, and what applies there; equal sites in one row. */
export const sites: PageSection<Sites> = {
  id: 'sites',
  title: 'Sites and apps',
  model({ parts, overview: { apps, sites: list, setups } }) {
    return list.length === 0 ? undefined : { apps, sites: list, setups, groups: parts.assist.siteGroups({ apps, sites: list }) };
  },
  blocks({ sites: list, setups, groups, apps }): readonly Block[] {
    const named = (group: SiteGroup) => group.sites.flatMap((index) => list[index]?.name ?? []);
    const rows = groups.map((group): readonly Cell[] => {
      const { app, role, mandatory, setup, sites: members } = group;
      const { gpus, launchers } = setups[setup] ?? { gpus: 0, launchers: [] };
      return [
        code(someNames(named(group))),
        { text: grouped(members.length), isNumber: true },
        role === 'all' ? 'every connected client' : `${role}${mandatory ? ', mandatory' : ''}`,
        app === null ? { text: 'no app', tone: 'warning' } : code(app),
        { text: gpus === null ? '?' : gpus === 0 ? '' : String(gpus), isNumber: true },
        launchers.join(', '),
      ];
    });
    return [
      {
        kind: 'text',
        text: `${counted(list.length, 'site')}, ${counted(apps.length, 'app')}; sites that are alike in everything stand in one row.`,
        tone: 'quiet',
      },
      { kind: 'table', head: ['Sites', 'How many', 'Role', 'App', 'GPUs', 'Launcher options'], rows },
      ...setups.flatMap((setup, index): readonly Block[] => {
        const who = groups.filter((group) => group.setup === index).flatMap(named);
        if (setup.options.length + setup.notes.length === 0 || who.length === 0) return [];
        return [
          { kind: 'heading', text: `What applies to ${someNames(who, 6)}` },
          ...optionsTable(setup.options),
          ...setup.notes.map((text): Block => ({ kind: 'text', text, tone: 'warning' })),
        ];
      }),
    ];
  },
};

/** Options with who reads them and where they are from. */
function optionsTable(options: PreviewModel['setups'][number]['options']): readonly Block[] {
  if (options.length === 0) return [];
  const rows = options.map(({ key, value, readBy, map, from }) => [
    code(key),
    code(value),
    readBy,
    from === null ? `${map}, own block` : `${map}, ${from}`,
  ]);
  return [{ kind: 'table', head: ['Option', 'Value', 'Read by', 'From'], rows }];
}
