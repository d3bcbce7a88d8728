/**
 * A catalogue as its file holds it (`schemas/catalog/nvflare-<minor>.json`): what one NVFLARE release has that a job can name.
 * Made from the release's own code by `npm run catalog`, never by hand. Paths leave out `nvflare.` wherever they stand.
 */
export interface CatalogData {
  /** The exact release the facts were read from, such as `2.8.1`. */
  readonly release: string;
  /**
   * Packages of which nothing is listed: their code serves administration, transport and processes, and no job names it.
   * Names that begin with `_` are not listed either.
   */
  readonly unlisted: readonly string[];
  /** By module: by name. */
  readonly classes: Readonly<Record<string, Readonly<Record<string, ClassData>>>>;
  /** By module: the names of its functions. */
  readonly functions: Readonly<Record<string, readonly string[]>>;
  /**
   * By module: the classes and functions that it imports under their own names. Each is a number of the list of all classes
   * and functions (in the order in which they stand above), and given as the distance to the one before it.
   */
  readonly imports: Readonly<Record<string, readonly number[]>>;
  /** By module: by the other name that it imports something under, the number of that. */
  readonly aliases: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Modules that define neither class nor function. */
  readonly otherModules: readonly string[];
  /** By the bare class name that `name` may give instead of `path`: the modules that have it. */
  readonly shortNames: Readonly<Record<string, readonly string[]>>;
  /** Classes that a job without code of its own may use, by default; `undefined` in releases without such a list. */
  readonly allowed?: readonly string[];
  /** Names of the system variables in each side's configs. */
  readonly variables: { readonly server: readonly string[]; readonly client: readonly string[] };
}

/**
 * A class: its bases (paths with blanks between; outside of NVFLARE as `:torch.nn.Module`) and the parameters of its
 * constructor as Python writes them, with `**` at the end where others may be taken as well.
 */
export type ClassData = readonly [bases: string, parameters: string, more?: ClassUses];

/** Absent where there is nothing to say. */
export interface ClassUses {
  /** The class has abstract methods left, so it cannot be made. */
  readonly abstract?: 1;
  /**
   * By parameter that holds the id of a component: the classes one of which it must be of, with blanks between. In front of them:
   * `*` where the parameter holds a list of ids, `?` where the code expects the class, but does not check it.
   */
  readonly ids?: Readonly<Record<string, string>>;
  /** Names of the tasks that the class sends; `{parameter}` stands for what is given for it. */
  readonly sends?: readonly string[];
  /** Names of the tasks that the class does, or has done by another executor. */
  readonly handles?: readonly string[];
  /** Parameters that name a task by their own name, while the code does not show what becomes of it. */
  readonly tasks?: readonly string[];
  /** Names of the events that the class fires; `{parameter}` stands for what is given for it. */
  readonly fires?: readonly string[];
  /** Names of the events that the class does something about when it is told of them. */
  readonly hears?: readonly string[];
}
