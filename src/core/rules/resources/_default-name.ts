/** Whether a name is an attempt to speak of all sites, in whichever of the maps: `default`, `@Default`, `@ALL`, `all`, `*`. */
export function isMeantAsDefault(name: string): boolean {
  return /^(@?(default|defaults|_default_?|all)|\*)$/i.test(name.trim());
}
