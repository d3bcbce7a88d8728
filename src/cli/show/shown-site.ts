import {
  type EffectiveSpec,
  type Entry,
  type Finding,
  type Job,
  type Plain,
  type Range,
  type SiteView,
  siteViewer,
  toPlain,
} from '../../core/index';
import type { FindingReport, Locate, PlaceReport } from '../report';
import { FindingsNear } from './findings-near';

/** What `show --format json` writes of one site. */
export interface ShownSite {
  readonly site: string;
  readonly role: 'server' | 'client';
  /** The app, whether the site is named itself or is one of all, and the place that decides. */
  readonly app: { readonly name: string; readonly because: 'named' | 'all-sites'; readonly at: PlaceReport } | null;
  readonly mandatory: PlaceReport | null;
  /** What the site's resource manager is asked for. */
  readonly resources: readonly ShownOption[];
  /** What the site's launcher sets for the process of the job. */
  readonly process: readonly ShownOption[];
  /** The options of each launcher that has some; a site uses one launcher. */
  readonly launchers: readonly { readonly launcher: string; readonly options: readonly ShownOption[] }[];
  /** Findings at places that bear on the site, its app included. */
  readonly findings: readonly FindingReport[];
}

/** An option that applies, and where it is written: in the site's own block or in the default one. */
export interface ShownOption {
  readonly key: string;
  readonly value: Plain;
  readonly from: 'site' | 'default';
  readonly at: PlaceReport;
}

/** Makes the view of a site as programs read it. `reports` are the findings in their order. */
export function siteReader(
  job: Job,
  reports: readonly FindingReport[],
  findings: readonly Finding[],
  locate: Locate,
): (site: string) => ShownSite {
  const meta = job.meta?.file ?? '';
  const options = ({ entries }: EffectiveSpec): readonly ShownOption[] =>
    entries.map(({ key, entry, layer }) => ({
      key,
      value: toPlain(entry.value),
      from: layer.from,
      at: locate({ file: meta, range: entry.value }),
    }));

  const viewOf = siteViewer(job);
  const near = new FindingsNear(findings, meta);
  return (site) => {
    const view = viewOf(site);
    return {
      site,
      role: view.role,
      app: view.app ? { name: view.app.app, because: view.app.how, at: locate(view.app.use) } : null,
      mandatory: view.mandatory ? locate(view.mandatory) : null,
      resources: options(view.resources),
      process: options(view.portable),
      // A plain process is started without options; what stands under that name are resources.
      launchers: view.launchers
        .filter(({ mode }) => mode !== 'process')
        .map(({ mode, spec }) => ({ launcher: mode, options: options(spec) })),
      findings: near.of(spansOf(view), view.app?.app).flatMap((index) => reports[index] ?? []),
    };
  };
}

/** The places in the meta file that say something of the site: its names, and the blocks that apply to it. */
function spansOf({ app, places, resources, portable, launchers }: SiteView): readonly Range[] {
  const blocks = new Set<Entry>();
  for (const spec of [resources, portable, ...launchers.map((launcher) => launcher.spec)]) {
    for (const { layer } of spec.entries) blocks.add(layer.block);
  }
  return [
    ...(app ? [app.use.range] : []),
    ...places.map(({ range }) => range),
    ...[...blocks].map(({ keyStart, value }) => ({ start: keyStart, end: value.end })),
  ];
}
