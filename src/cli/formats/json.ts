import { jsonText } from '../json-text';
import type { ReportFormat } from './report-format';

/** The contract for programs: `CheckReport`, one job a line. */
export const json: ReportFormat = () => {
  let isFirst = true;
  return {
    begin: () => '{"version":1,"jobs":[',
    job(report) {
      const separator = isFirst ? '\n' : ',\n';
      isFirst = false;
      return separator + jsonText(report);
    },
    end: (summary) => `${isFirst ? '' : '\n'}],"summary":${jsonText(summary)}}\n`,
  };
};
