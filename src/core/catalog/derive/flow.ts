import type { ClassDefinition } from '../../python/program';
import type { Code } from './code';
import { assign, classesIn, evaluate, insist } from './evaluate';
import type { Flow } from './uses';
import { noteClasses } from './uses';
import { elementOf, textValue } from './values';
import type { Frame, World } from './world';
import { addValues, instanceOf, newWorld, seedParameter } from './world';

/** More rounds than any class of NVFLARE needs to come to rest. */
const MAX_ROUNDS = 12;

/**
 * Follows values through the code of a class until nothing changes: which parameters end up in `get_component`, in the name
 * of a task, or beside the name of the task an executor is asked for. The order of statements does not count.
 */
export function flowOf(code: Code, of: ClassDefinition): Flow {
  const world = newWorld(code);
  const self = instanceOf(world, of);
  for (const parameter of code.signature(of).parameters) {
    if (parameter.owner) seedParameter(world, self, parameter.owner, parameter.name, textValue(`{${parameter.name}}`));
  }
  world.hasChanged = true;
  for (let round = 0; world.hasChanged && round < MAX_ROUNDS && !code.isLacking(); round++) {
    world.hasChanged = false;
    for (const frame of [...world.frames.values()]) runFrame(world, frame);
  }
  return { ids: world.ids, sends: world.sends, handles: world.handles, fires: world.fires, hears: world.hears };
}

function runFrame(world: World, frame: Frame): void {
  for (const statement of frame.code.statements) {
    const values = evaluate(world, frame, statement.value);
    if (statement.kind === 'assign') {
      assign(world, frame, statement.target, values);
      if (!statement.annotation) continue;
      const held = evaluate(world, frame, statement.target);
      noteClasses(world, [...values, ...held], classesIn(world, frame, statement.annotation), 'expected');
    } else if (statement.kind === 'each') {
      assign(world, frame, statement.target, values.map(elementOf));
    } else if (statement.kind === 'assert') {
      insist(world, frame, statement.value);
    } else if (statement.kind === 'return') {
      addValues(world, `${frame.key} return`, ...values);
    }
  }
}
