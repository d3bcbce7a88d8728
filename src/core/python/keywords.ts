import type { BodyStatement } from './body';
import type { CallTree, ExpressionTree } from './expression-tree';
import { callsIn, partsOf } from './expression-tree';
import { readLiteral } from './literal';
import type { Parameter, Signature } from './parameter';
import type { ClassDefinition, FindModule } from './program';
import { constantOf } from './program';

/** The calls of constructors that pass `**keywords` on. */
export function passedOn(body: readonly BodyStatement[], keywords: string): readonly CallTree[] {
  const calls: CallTree[] = [];
  for (const statement of body) {
    for (const call of callsIn(statement.value)) {
      const isInit = call.callee.kind === 'attribute' && call.callee.name === '__init__';
      const passes = call.arguments.some((each) => each.stars === 2 && isName(each.value, keywords));
      if (isInit && passes) calls.push(call);
    }
  }
  return calls;
}

function isName(tree: ExpressionTree, name: string): boolean {
  return tree.kind === 'name' && tree.name === name;
}

/** `super().__init__(…)`. */
export function isSuperCall(call: CallTree): boolean {
  const { callee } = call;
  if (callee.kind !== 'attribute') return false;
  return callee.object.kind === 'call' && isName(callee.object.callee, 'super');
}

/** The parameters of the callee that the call gives itself; `*args` is taken to be empty. */
export function givenTo(call: CallTree, below: Signature, variable: string | undefined): ReadonlySet<string> {
  const given = new Set<string>();
  let place = isSuperCall(call) ? 0 : -1;
  for (const argument of call.arguments) {
    if (argument.name !== '') given.add(argument.name);
    else if (argument.stars === 0) {
      const parameter = place >= 0 ? below.parameters[place] : undefined;
      if (parameter?.kind === 'positional-or-keyword') given.add(parameter.name);
      place++;
    } else if (argument.stars === 1 && !(variable !== undefined && isName(argument.value, variable)))
      place = Number.MAX_SAFE_INTEGER / 2;
  }
  return given;
}

/** `keywords.pop("name", default)` and `keywords.get("name", default)` make parameters, too. */
export function takenFrom(
  find: FindModule,
  owner: ClassDefinition,
  body: readonly BodyStatement[],
  keywords: string,
): readonly Parameter[] {
  const { source } = owner;
  const { text } = source.module;
  const taken: Parameter[] = [];
  for (const statement of body) {
    for (const call of callsIn(statement.value)) {
      if (!isTaking(call, keywords) || call.callee.kind !== 'attribute') continue;
      const [key, fallback] = call.arguments;
      const name = key && readLiteral(text.slice(key.value.start, key.value.end));
      if (!key || name?.kind !== 'string') continue;
      const { start, end } = key.value;
      const written = fallback
        ? { start: fallback.value.start, end: fallback.value.end, text: text.slice(fallback.value.start, fallback.value.end) }
        : { start: end, end, text: 'None' };
      const isRequired = !fallback && call.callee.name === 'pop';
      taken.push({
        name: name.value,
        kind: 'keyword-only',
        annotation: undefined,
        default: isRequired ? undefined : written,
        value: isRequired ? undefined : constantOf(find, source, written.text),
        source,
        owner,
        start,
        end,
      });
    }
  }
  return taken;
}

/** Whether the keywords are used in no other way than by `pop` and `get`. */
export function isOnlyTaken(body: readonly BodyStatement[], keywords: string): boolean {
  const parts = body.flatMap((statement) => [...partsOf(statement.value)]);
  const uses = parts.filter((part) => isName(part, keywords)).length;
  return uses === parts.filter((part) => part.kind === 'call' && isTaking(part, keywords)).length;
}

function isTaking({ callee }: CallTree, keywords: string): boolean {
  return callee.kind === 'attribute' && /^(?:pop|get)$/.test(callee.name) && isName(callee.object, keywords);
}
