import type { Job, SiteBlocks } from '../job/model';
import { isHarmless } from '../job/pack/pack-file';
import { get, rangeOf } from '../tree/node';
import type { Finding, Report, Severity } from './finding';
import type { JobPart, Rule, RuleContext } from './rule';

/** What a user wants of a rule: another severity, or silence. */
export type RuleSettings = Readonly<Record<string, Severity | 'off'>>;

/** The outcome of all rules on one job. */
export interface RunResult {
  /** By file, place and code. Silenced rules are not among them. */
  readonly findings: readonly Finding[];
  /** Whether a rule of stage `submit` fired, whatever severity it was given. */
  readonly rejected: boolean;
  /** Codes of rules that had more to report than is kept. */
  readonly capped: readonly string[];
  /** Our own mistakes: rules that threw. The other rules are not affected. */
  readonly failures: readonly { readonly code: string; readonly error: unknown }[];
}

/** A job with 100,000 wrong values is understood after the first thousand of a kind. */
export const MOST_FINDINGS_OF_A_RULE = 1000;

/** Runs the rules on a job that has these parts (`partsOf`). Takes time linear in the job's size. */
export function runRules<C extends RuleContext>(
  rules: readonly Rule<C>[],
  context: C,
  parts: ReadonlySet<JobPart>,
  settings?: RuleSettings,
): RunResult {
  const findings: Finding[] = [];
  const capped: string[] = [];
  const failures: { code: string; error: unknown }[] = [];
  const { kind } = context.job;
  let rejected = false;
  for (const rule of rules) {
    if (rule.kinds ? !rule.kinds.includes(kind) : kind !== 'job') continue;
    if (rule.needs && !parts.has(rule.needs)) continue;
    const setting = settings?.[rule.code] ?? rule.byDefault;
    if (setting === 'off' && rule.stage !== 'submit') continue;
    let count = 0;
    try {
      const reports = rule.check(context);
      if (Array.isArray(reports) && reports.length === 0) continue;
      for (const report of reports) {
        if (rule.stage === 'submit') rejected = true;
        if (setting === 'off') break;
        if (++count > MOST_FINDINGS_OF_A_RULE) {
          capped.push(rule.code);
          break;
        }
        findings.push(finding(rule, report, context, setting));
      }
    } catch (error) {
      failures.push({ code: rule.code, error });
    }
  }
  if (findings.length > 1) findings.sort(byPlace);
  return { findings, rejected, capped, failures };
}

/** The parts that a job has of those that most jobs have not; rules that need another one have nothing to say of it. */
export function partsOf({
  kind,
  meta,
  metaObject,
  deployment,
  unusualKeys,
  resources,
  launchers,
  unsoundApps,
}: Job): ReadonlySet<JobPart> {
  const { nested, requests } = resources;
  const parts = new Set<JobPart>();
  const mandatory = metaObject && get(metaObject, 'mandatory_clients');
  if (kind !== 'job') parts.add('another-kind');
  if (!metaObject || !meta || meta.document.problems.length > 0 || meta.shadowed.length > 0) parts.add('unsound-meta');
  if (unusualKeys.length > 0) parts.add('unusual-keys');
  if (!deployment.isPlain) parts.add('unusual-sites');
  if (mandatory && !(mandatory.kind === 'array' && mandatory.value.length === 0)) parts.add('mandatory-clients');
  if (saysAnything(resources)) parts.add('resource-spec');
  if (resources.entry && (!resources.object || resources.unusual.length > 0)) parts.add('unusual-resources');
  if (saysAnything(launchers) || nested.length > 0) parts.add('launcher-options');
  if (nested.length > 0) parts.add('nested-blocks');
  if (requests.length > 0) parts.add('unusual-requests');
  // An app without a name has no folder that could be looked at.
  if (unsoundApps.length > 0 || deployment.apps.some(({ name }) => name === '')) parts.add('unsound-apps');
  if (unsoundApps.length > 0 || (meta?.packing && !isHarmless(meta.packing))) parts.add('packing-changes');
  return parts;
}

/** An empty object, which many authors leave in place, says no more than no key at all. */
function saysAnything({ entry, object }: SiteBlocks): boolean {
  return entry !== undefined && (object === undefined || object.value.list.length > 0);
}

/** The outcome of two sets of rules on one job. */
export function together(a: RunResult, b: RunResult): RunResult {
  if (isNothing(b)) return a;
  return {
    findings: [...a.findings, ...b.findings].sort(byPlace),
    rejected: a.rejected || b.rejected,
    capped: [...a.capped, ...b.capped],
    failures: [...a.failures, ...b.failures],
  };
}

function isNothing({ findings, rejected, capped, failures }: RunResult): boolean {
  return findings.length === 0 && !rejected && capped.length === 0 && failures.length === 0;
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.range.start - b.range.start || a.range.end - b.range.end || (a.code < b.code ? -1 : Number(a.code > b.code));
}

function finding(
  rule: Pick<Rule, 'code' | 'severity' | 'stage'>,
  report: Report,
  { job }: RuleContext,
  severity: Severity | undefined,
): Finding {
  return {
    code: rule.code,
    severity: severity ?? report.severity ?? rule.severity,
    stage: rule.stage,
    message: report.message,
    file: report.file ?? job.meta?.file ?? 'meta.json',
    range: rangeOf(report.at),
    related: report.related ?? [],
    fixes: report.fixes ?? [],
    tag: report.tag,
    isPlainSyntax: report.isPlainSyntax ?? false,
  };
}
