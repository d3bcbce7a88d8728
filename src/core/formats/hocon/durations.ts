import { isAlphanumeric, isDigit } from './parse/characters';

/** The units of `pyhocon/period_parser.py`. */
const UNITS = unitsOf(
  'ns nano nanos nanosecond nanoseconds us micro micros microsecond microseconds ms milli millis millisecond milliseconds ' +
    's second seconds m minute minutes h hour hours w week weeks d day days',
);
/** Those that it has only where Python has the package `dateutil`. */
const DATEUTIL_UNITS = unitsOf('mo month months y year years');

/**
 * Where the duration at the offset ends, such as `10s` or `5 minutes`; -1 where there is none. pyhocon makes an object of
 * Python's of it, unless it is in quotes. A letter or digit behind makes another word of it, but `2d_conv` starts with one.
 */
export function durationEnd(text: string, start: number): number {
  let i = start;
  while (isDigit(text.charCodeAt(i))) i++;
  if (i === start) return -1;
  while (text.charCodeAt(i) === 32 || text.charCodeAt(i) === 9) i++;
  const unit = i;
  const first = text.charCodeAt(unit);
  if (first < 97 || first > 122) return -1;
  while (isAlphanumeric(text.charCodeAt(i))) i++;
  const name = text.slice(unit, i);
  return UNITS.has(name) || DATEUTIL_UNITS.has(name) ? i : -1;
}

/** Whether the duration is one only where Python has the package `dateutil`, and a text elsewhere. */
export function isForDateutil(duration: string): boolean {
  return DATEUTIL_UNITS.has(duration.replace(/^\d+[ \t]*/, ''));
}

function unitsOf(names: string): ReadonlySet<string> {
  return new Set(names.split(' '));
}
