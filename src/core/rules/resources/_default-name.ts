/** Of the longest such name with some blanks around it; most names of sites are told apart by their length alone. */
const MOST = 12;

/** Whether a name is an attempt to speak of all sites, in whichever of the maps: `default`, `@Default`, `@ALL`, `all`, `*`. */
export function isMeantAsDefault(name: string): boolean {
  return name.length <= MOST && /^(@?(default|defaults|_default_?|all)|\*)$/i.test(name.trim());
}
