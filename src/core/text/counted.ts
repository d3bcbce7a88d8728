/** A number with what is counted: `1 file`, `10,000 files`. For nouns whose plural has an s. */
export function counted(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** A whole number with its thousands apart. `toLocaleString` would load the data of all languages first, which takes 10 ms. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}
