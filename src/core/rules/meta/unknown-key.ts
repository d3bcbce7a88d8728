import type { Job } from '../../job/model';
import { isSince } from '../../job/release';
import type { TreeEdit } from '../../tree/edit';
import { type Entry, get, keyRange } from '../../tree/node';
import { knownValue } from '../as-kind';
import type { Fix } from '../finding';
import { fixOf, removeKey, renameKey } from '../fixes';
import type { Rule, RuleAbout, RuleExamples } from '../rule';
import { intendedKey, isPrivate, metaKey } from './_keys';

export const rule: Rule = {
  code: 'meta/unknown-key',
  severity: 'info',
  stage: 'never',
  summary: 'a key of the meta file is one that NVFLARE does not know',
  needs: 'unusual-keys',
  *check({ job }) {
    for (const entry of job.unusualKeys) {
      if (metaKey(entry.key) || isPrivate(entry.key) || intendedKey(entry)) continue;
      yield {
        at: keyRange(entry),
        message: `NVFLARE does not read "${entry.key}"; data of your own belongs under "custom_props"`,
        fixes: fixesFor(job, entry),
      };
    }
  },
};

function fixesFor({ meta, metaObject, target }: Job, entry: Entry): readonly Fix[] {
  if (!meta || !metaObject) return [];
  const props = get(metaObject, 'custom_props');
  const value = isSince(target, '2.4') ? knownValue(entry.value) : undefined;
  const moved: readonly TreeEdit[] =
    value === undefined || (props && (props.kind !== 'object' || get(props, entry.key)))
      ? []
      : [
          { kind: 'remove-entry', object: metaObject, entry },
          props?.kind === 'object'
            ? { kind: 'add-entry', object: props, key: entry.key, value }
            : { kind: 'add-entry', object: metaObject, key: 'custom_props', value: { [entry.key]: value } },
        ];
  const changes = moved.map((edit) => ({ kind: 'tree' as const, file: meta.file, edit }));
  const isFree = !get(metaObject, `_${entry.key}`);
  return [
    ...(changes.length > 0 ? [fixOf('Move to "custom_props"', changes)] : []),
    ...(isFree ? [renameKey(meta.file, entry, `_${entry.key}`)] : []),
    // A meta file with nothing left in it is none.
    ...(metaObject.value.list.length > 1 ? [removeKey(meta.file, metaObject, entry)] : []),
  ];
}

export const about: RuleAbout = {
  why: 'NVFLARE keeps the key with the job and shows it, but nothing reads it.',
  remedy: 'Put data of your own under `custom_props`, or start the name of a note with an underscore.',
  sources: ['nvflare/apis/job_def.py'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- meta.json
{ "name": "demo", <|"agent_id"|>: "a1", "deploy_map": { "app": ["@ALL"] } }`,
  ],
  good: [
    `
--- meta.json
{ "$schema": "meta.schema.json", "_note": "for the tutorial", "name": "demo", "deploy_map": { "app": ["@ALL"] } }`,
  ],
};
