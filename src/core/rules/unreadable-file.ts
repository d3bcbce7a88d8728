import type { ConfigFile, Job } from '../job/model';
import type { Report } from './finding';
import { textFix } from './fixes';

/**
 * Reports what NVFLARE's loader refuses in a configuration file. What only an older version of the loader refuses is no error, because
 * NVFLARE may run the job, but it is a reason to be refused as the others are.
 */
export function refusals(config: ConfigFile, whatThen: { readonly reject: string; readonly crash: string }): readonly Report[] {
  const { file, document, unreadable } = config;
  if (unreadable !== undefined)
    return [{ file, at: { start: 0, end: 0 }, message: `NVFLARE cannot read this file: ${unreadable}` }];
  if (document.problems.length === 0) return NONE;
  return document.problems.flatMap(({ message, range, kind, refusal, refusedBy, fix }): readonly Report[] | Report =>
    refusal === undefined
      ? []
      : {
          file,
          at: range,
          message: `${message}; ${refusedBy === undefined ? '' : `with ${refusedBy} `}${whatThen[refusal]}`,
          ...(refusedBy !== undefined && { severity: 'warning' }),
          isPlainSyntax: kind === 'syntax',
          fixes: fix ? [textFix(fix.title, file, fix.edits, true)] : [],
        },
  );
}

const NONE: readonly Report[] = [];

/** The server configurations that the server parses at submission: of apps that go there, since 2.9. */
export function* submittedServerConfigs(job: Job): Iterable<ConfigFile> {
  for (const app of job.unsoundApps) if (app.deployed && app.goesToServer && app.server) yield app.server;
}
