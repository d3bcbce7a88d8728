import { github } from './github';
import { human } from './human';
import { json } from './json';
import type { ReportFormat } from './report-format';
import { sarif } from './sarif';

/** All report formats by the name that `--format` takes. */
export const REPORT_FORMATS: Readonly<Record<string, ReportFormat>> = { human, json, sarif, github };
