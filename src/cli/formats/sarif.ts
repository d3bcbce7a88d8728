import { type AboutRule, releaseName, type Severity } from '../../core/index';
import { jsonText } from '../json-text';
import type { FindingReport, RangeReport } from '../report';
import { fingerprinter } from './fingerprints';
import { fromRoot } from './from-root';
import type { ReportFormat } from './report-format';

const LEVELS: { readonly [severity in Severity]: string } = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** SARIF 2.1.0, the format that code scanning services read. */
export const sarif: ReportFormat = ({ version, cwd, root }) => {
  const releases = new Set<string>();
  const indexes = new Map<string, number>();
  const uriOf = (file: string) => uriOfPath(fromRoot(file, { cwd, root }));
  let markOf: Awaited<ReturnType<typeof fingerprinter>> = () => '';
  let isFirst = true;
  return {
    async begin() {
      markOf = await fingerprinter();
      const { ABOUT } = await import('../../core/rules/about.generated');
      for (const [index, { code }] of ABOUT.entries()) indexes.set(code, index);
      const driver = {
        name: 'FLARE Jobs',
        semanticVersion: version,
        rules: ABOUT.map(descriptor),
      };
      const run = { tool: { driver }, columnKind: 'utf16CodeUnits' };
      return `{"$schema":${jsonText(SCHEMA)},"version":"2.1.0","runs":[${jsonText(run).slice(0, -1)},"results":[`;
    },
    job({ findings }, { settings }) {
      releases.add(releaseName(settings.target));
      let text = '';
      for (const finding of findings) {
        const said = result(finding, indexes.get(finding.code), uriOf);
        const mark = markOf([finding.code, uriOf(finding.file), finding.message]);
        text += `${isFirst ? '' : ','}\n${jsonText({ ...said, partialFingerprints: { 'finding/v1': mark } })}`;
        isFirst = false;
      }
      return text;
    },
    // The releases of the jobs are known when all are checked.
    end(_, isWhole) {
      const rest = { invocations: [{ executionSuccessful: isWhole }], properties: { targetVersions: [...releases].sort() } };
      return `${isFirst ? '' : '\n'}],${jsonText(rest).slice(1)}]}\n`;
    },
  };
};

function descriptor({ code, severity, byDefault, stage, summary, why, remedy }: AboutRule) {
  const sentence = `${summary[0]?.toUpperCase()}${summary.slice(1)}.`;
  return {
    id: code,
    shortDescription: { text: sentence },
    fullDescription: { text: `${sentence} ${why}` },
    help: { text: `${why} ${remedy}`, markdown: `${why}\n\n${remedy}` },
    defaultConfiguration: { ...(byDefault === 'off' && { enabled: false }), level: LEVELS[severity] },
    properties: { stage },
  };
}

type UriOf = (file: string) => string;

function result(finding: FindingReport, ruleIndex: number | undefined, uriOf: UriOf) {
  return {
    ruleId: finding.code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [location(uriOf(finding.file), finding.range)],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.map(({ file, range, message }, index) => ({
        id: index + 1,
        ...location(uriOf(file), range),
        message: { text: message },
      })),
    }),
    properties: { stage: finding.stage },
  };
}

function location(uri: string, { start, end }: RangeReport) {
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: {
        startLine: start.line + 1,
        startColumn: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
      },
    },
  };
}

/** A relative reference, or a `file:` URI for an absolute path. */
function uriOfPath(file: string): string {
  // Half a character, which a name on Windows may have, has no code in a URI.
  const path = file
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (path.startsWith('/')) return `file://${path}`;
  return /^[a-z]%3A\//i.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}
