/** JSON that may be read in a terminal: what JSON leaves as it is but a terminal obeys is written by its number. The value is the same. */
export function jsonText(value: unknown, indent?: number): string {
  return escapeJson(JSON.stringify(value, undefined, indent));
}

/** Does the same to a text that is JSON already. There, such characters only stand in strings. */
export function escapeJson(json: string): string {
  return json.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Control characters that need no escape in JSON, and the marks that turn the direction of writing. */
const UNSAFE = /[\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
