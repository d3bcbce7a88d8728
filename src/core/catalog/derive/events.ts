import { pathOf } from '../../python/program';
import type { Given } from './call';
import { noteTexts } from './uses';
import type { Frame, Instance, World } from './world';

/** The class of everything that takes part in a job's events (`nvflare/apis/fl_component.py`). */
export const COMPONENT = 'nvflare.apis.fl_component.FLComponent';

/** Its methods that tell the others of an event. */
const FIRING = /^fire_(?:event|fed_event|event_with_data)$/;
/** Its method that asks to be told of events (2.6 and newer). */
const HEARING = 'register_event_handler';

/**
 * A method of a component is called: it may fire an event, or ask for some. What the class of all components does itself, as it writes
 * to the log, is a fact about none of them.
 */
export function noteEvents(
  world: World,
  frame: Frame,
  objects: readonly Instance[],
  method: string,
  given: readonly Given[],
): void {
  const isFiring = FIRING.test(method);
  if (!isFiring && method !== HEARING) return;
  if ((frame.owner && pathOf(frame.owner) === COMPONENT) || !objects.some(isComponent)) return;
  const named = given.find(({ name }) => /^event_types?$/.test(name)) ?? given.find(({ name }) => name === '');
  noteTexts(named?.values ?? [], isFiring ? world.fires : world.hears);
}

function isComponent({ order }: Instance): boolean {
  return order.some((each) => pathOf(each) === COMPONENT);
}
