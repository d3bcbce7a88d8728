import { fixOf } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

export const rule: Rule = {
  code: 'apps/shadowed-config',
  severity: 'warning',
  stage: 'never',
  summary: 'an app has two configurations for one side, and NVFLARE reads only one',
  needs: 'unsound-apps',
  *check({ job }) {
    for (const app of job.unsoundApps) {
      if (!app.deployed || !app.hasConfigFolder) continue;
      for (const { file, winner } of app.unread) {
        const text = job.sources.texts.get(file);
        yield {
          file,
          at: { start: 0, end: text?.kind === 'text' ? text.text.length : 0 },
          message: `NVFLARE never reads this file, because it takes ${winner}`,
          related: [{ file: winner, range: { start: 0, end: 0 }, message: 'this file is read instead' }],
          tag: 'unnecessary',
          fixes: [fixOf(`Delete ${file}`, [{ kind: 'delete-file', file }])],
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'A running job searches all of `config/` and takes the ending `.json` before `.conf` before `.yml` before `.yaml` before `.default` files, however deep the file lies. At submission the server looks only directly in `config/`, so the two may even read different files.',
  remedy: 'Keep one file, or give the other another name.',
  sources: ['nvflare/fuel/utils/config_factory.py', 'nvflare/fuel/utils/config.py'],
  covers: ['MIS-28'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.conf
<|format_version = 2|>`,
    `
--- app/config/old/config_fed_server.json
<|{ "format_version": 2 }|>`,
  ],
  good: [
    `
--- app/config/config_fed_client_old.json
{ "format_version": 2 }`,
  ],
};
