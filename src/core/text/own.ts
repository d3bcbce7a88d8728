/** What a table has for a name that a user wrote. What every object of JavaScript has, such as `constructor`, is not in it. */
export function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}
