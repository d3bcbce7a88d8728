import { formatOf, readConfig } from '../../src/core/formats/index';
import { withText } from '../../src/core/job/edited-texts';
import type { JobSources } from '../../src/core/job/sources';
import { applyEdits } from '../../src/core/text/text-edit';
import type { TreeEdit } from '../../src/core/tree/edit';
import type { ConfigNode } from '../../src/core/tree/node';
import { walk } from '../../src/core/tree/query';
import { TEST_FORMATS } from './formats';
import type { Random } from './plant';

/** A job in which somebody took out, renamed or changed some things of its configurations. */
export function randomlyEdited(sources: JobSources, files: readonly string[], random: Random, times: number): JobSources {
  let edited = sources;
  for (let i = 0; i < times; i++) {
    const file = files[random(files.length)];
    const source = file === undefined ? undefined : edited.texts.get(file);
    const format = TEST_FORMATS[formatOf(file ?? '') ?? 'json'];
    if (file === undefined || source?.kind !== 'text' || !format || !('write' in format)) continue;
    const document = readConfig(TEST_FORMATS, format.name, source.text);
    const edit = randomEdit(document.root, random);
    const made = document.problems.length === 0 && edit && format.write(document, [edit]);
    if (made) edited = withText(edited, file, applyEdits(source.text, made));
  }
  return edited;
}

const WORDS = ['', 'x', 'train', 'site-1', 'server', '@ALL', 'persistor', 'nvflare.apis.executor.Executor', '{x}'];

function randomEdit(root: ConfigNode, random: Random): TreeEdit | undefined {
  const nodes = [...walk(root)];
  const node = nodes[random(nodes.length)];
  if (!node) return undefined;
  switch (node.kind) {
    case 'object': {
      const entry = node.value.list[random(node.value.list.length)];
      if (!entry) return { kind: 'add-entry', object: node, key: 'x', value: 1 };
      return random(3) === 0
        ? { kind: 'rename-key', entry, key: `${entry.key}x` }
        : { kind: 'remove-entry', object: node, entry };
    }
    case 'array': {
      const item = node.value[random(node.value.length)];
      if (!item) return { kind: 'add-item', array: node, value: 'x' };
      return { kind: 'remove-item', array: node, item };
    }
    case 'string':
      return { kind: 'replace', node, value: WORDS[random(WORDS.length)] ?? '' };
    case 'integer':
      return { kind: 'replace', node, value: random(4) };
    default:
      return { kind: 'replace', node, value: [null, {}, [], 'x'][random(4)] };
  }
}
