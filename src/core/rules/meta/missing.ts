import { refusalOf } from '../../formats/document';
import { CONFIG_ENDINGS } from '../../formats/index';
import type { Job } from '../../job/model';
import { isSince, releaseName } from '../../job/release';
import { isListed, namesIn } from '../../job/sources';
import { isFalsy, type Plain } from '../../tree/query';
import type { Fix } from '../finding';
import { fixOf, treeFix } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';

const START = { start: 0, end: 0 };

export const rule: Rule = {
  code: 'meta/missing',
  severity: 'error',
  stage: 'submit',
  summary: 'the job has no meta file, or an empty one',
  needs: 'unsound-meta',
  *check({ job }) {
    const { meta, sources } = job;
    if (meta) {
      const { root } = meta.document;
      if (isFalsy(root) !== true || refusalOf(meta.document)) return;
      const value = likelyMeta(job);
      yield {
        file: meta.file,
        at: { start: 0, end: meta.document.text.length },
        message: `${meta.file} is empty; it must say which app goes to which sites`,
        fixes: value ? [treeFix('Deploy the app to all sites', meta.file, { kind: 'replace', node: root, value })] : [],
      };
    } else if (isListed(sources, '')) {
      yield missing(job);
    }
  },
};

export const about: RuleAbout = {
  why: 'The meta file says which app goes to which sites. The server looks for it directly in the job folder and refuses a job without it, or with nothing in it.',
  remedy: 'Add a `meta.json` with `name`, `min_clients` and `deploy_map`.',
  sources: ['nvflare/private/fed/server/job_meta_validator.py', 'nvflare/fuel/utils/config.py'],
};

function missing(job: Job): { at: typeof START; message: string; fixes: readonly Fix[] } {
  const { files, folders } = namesIn(job.sources, '');
  const later = files.find((name) => CONFIG_ENDINGS.some(([ending]) => name === `meta${ending}`));
  if (later && !isSince(job.target, '2.4')) {
    return {
      at: START,
      message: `NVFLARE ${releaseName(job.target)} reads only meta.json, not ${later}; write it in JSON`,
      fixes: [],
    };
  }
  const misnamed = files.find((name) => /^meta(data)?\.(json|conf|ya?ml|hocon|json5|jsonc)$/i.test(name));
  if (misnamed) {
    const right = rightName(misnamed);
    const fixes = files.includes(right)
      ? []
      : [fixOf(`Rename to "${right}"`, [{ kind: 'rename', from: misnamed, to: right }], true)];
    return {
      at: START,
      message: `the job has no meta file: NVFLARE looks for ${right}, not for ${misnamed}`,
      fixes,
    };
  }
  const below = folders.find((folder) => CONFIG_ENDINGS.some(([ending]) => job.sources.files.has(`${folder}/meta${ending}`)));
  const message = below
    ? `the job folder has no meta file; one lies in "${below}", where NVFLARE does not look; submit that folder`
    : 'the job folder has no meta file, so the server refuses it; add a meta.json';
  return { at: START, message, fixes: below ? [] : newMeta(job) };
}

function rightName(misnamed: string): string {
  const ending = misnamed.slice(misnamed.lastIndexOf('.') + 1).toLowerCase();
  if (ending === 'hocon') return 'meta.conf';
  return ending.startsWith('json') ? 'meta.json' : `meta.${ending}`;
}

function newMeta(job: Job): readonly Fix[] {
  const meta = likelyMeta(job);
  if (!meta) return [];
  return [
    fixOf('Add a meta.json that deploys the app to all sites', [
      { kind: 'create-file', file: 'meta.json', text: `${JSON.stringify(meta, null, 2)}\n` },
    ]),
  ];
}

/** Where there is just one app, there is little doubt what the meta file should say. */
function likelyMeta(job: Job): Plain | undefined {
  const [app, ...others] = [...job.apps.values()].filter(({ server, client }) => server || client);
  if (!app || others.length > 0) return undefined;
  return { name: job.sources.name, min_clients: 1, deploy_map: { [app.name]: ['@ALL'] } };
}

export const examples: RuleExamples = {
  bad: [
    `
--- !meta.json`,
    `
--- meta.json
<|{}|>`,
    `
--- !meta.json
--- Meta.JSON
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- !meta.json
--- demo/meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- target 2.3
--- meta.conf
name = demo`,
  ],
  good: [
    `
--- meta.json
{ "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
    `
--- meta.conf
name = demo
deploy_map { app = ["@ALL"] }`,
  ],
};
