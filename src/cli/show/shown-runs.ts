import type { SiteWiring } from '../../core/assist/index';
import type { Job, Plain } from '../../core/index';
import type { CheckedJob } from '../checking/job-checker';
import type { Locate, PlaceReport } from '../report';

/** What one site runs. */
export interface ShownRuns {
  /** The configuration, as written below the folder that was given. */
  readonly file: string;
  readonly components: readonly ShownComponent[];
  readonly tasks: readonly ShownTask[];
  readonly filters: readonly ShownFilters[];
  readonly variables: readonly ShownVariable[];
}

export interface ShownComponent {
  readonly section: SiteWiring['components'][number]['section'];
  readonly id: string | null;
  /** Null where it cannot be known. */
  readonly class: string | null;
  readonly disabled: boolean;
  readonly at: PlaceReport;
}

export interface ShownTask {
  readonly name: string;
  /** The workflows that are known to send it. */
  readonly sentBy: readonly string[];
  /** The executor at this site; null where none does, and on the server. */
  readonly doneBy: string | null;
  readonly at: PlaceReport;
}

export interface ShownFilters {
  readonly tasks: readonly string[];
  readonly where: string;
  readonly filters: readonly string[];
  readonly at: PlaceReport;
}

export interface ShownVariable {
  readonly name: string;
  readonly from: SiteWiring['variables'][number]['from'];
  /** Null where it is only known when the job runs. */
  readonly value: Plain;
  readonly at: PlaceReport;
}

/** What a site runs, or null where no configuration for it can be read. */
export async function shownRuns({ analysis }: CheckedJob, job: Job, site: string, locate: Locate): Promise<ShownRuns | null> {
  const { siteWiring } = await import('../../core/assist/index');
  const runs = siteWiring(job, analysis.wiring, site);
  if (!runs) return null;
  return {
    file: locate({ file: runs.file, range: { start: 0, end: 0 } }).file,
    components: runs.components.map((component) => ({
      section: component.section,
      id: component.id ?? null,
      class: component.className ?? null,
      disabled: component.isDisabled,
      at: locate(component),
    })),
    tasks: runs.tasks.map((task) => ({
      name: task.name,
      sentBy: task.sentBy,
      doneBy: task.doneBy ?? null,
      at: locate(task),
    })),
    filters: runs.filters.map((chain) => ({
      tasks: chain.tasks,
      where: chain.where,
      filters: chain.filters,
      at: locate(chain),
    })),
    variables: runs.variables.map((variable) => ({
      name: variable.name,
      from: variable.from,
      value: variable.value ?? null,
      at: locate(variable),
    })),
  };
}
