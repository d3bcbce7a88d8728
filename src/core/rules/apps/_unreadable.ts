import type { ConfigFile, Job } from '../../job/model';
import type { Report } from '../finding';
import { fixOf } from '../fixes';

/** Reports what NVFLARE's loader refuses in a configuration file of an app. */
export function* refusals(config: ConfigFile, whatThen: { readonly reject: string; readonly crash: string }): Iterable<Report> {
  const { file, document, unreadable } = config;
  if (unreadable !== undefined) {
    yield { file, at: { start: 0, end: 0 }, message: `NVFLARE cannot read this file: ${unreadable}` };
    return;
  }
  for (const problem of document.problems) {
    if (problem.refusal === undefined) continue;
    const { fix } = problem;
    yield {
      file,
      at: problem.range,
      message: `${problem.message}; ${whatThen[problem.refusal]}`,
      isPlainSyntax: problem.kind === 'syntax',
      fixes: fix
        ? [
            fixOf(
              fix.title,
              fix.edits.map((edit) => ({ kind: 'text', file, edit })),
              true,
            ),
          ]
        : [],
    };
  }
}

/** The server configurations that the server parses at submission: of apps that go there, since 2.9. */
export function* submittedServerConfigs(job: Job): Iterable<ConfigFile> {
  for (const app of job.apps.values()) if (app.deployed && app.goesToServer && app.server) yield app.server;
}
