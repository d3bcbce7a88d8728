import type { GoalName } from './goals';

/**
 * A kind of job to start from. Its files are real files below `templates/`, which hosts read: configurations in HOCON, whose
 * comments a job in HOCON keeps, and Python. This says what they are for and which of them make a job for which release.
 */
export interface JobTemplate {
  /** Its name in the terminal: `fedavg-numpy`. */
  readonly name: string;
  readonly goal: GoalName;
  /** What runs the training: `NumPy`, `PyTorch`. */
  readonly framework: string;
  /** What the job does, as a phrase. */
  readonly description: string;
  /** What its author edits first, as a sentence. */
  readonly next: string;
  readonly apps: readonly TemplateApp[];
  /** The fewest clients that it makes sense with, where that is more than one. */
  readonly leastClients?: number;
  /** Why a client may not have this name, as a sentence. */
  readonly siteProblem?: (site: string) => string | undefined;
}

/** An app of a template. */
export interface TemplateApp {
  /** The folder; the name of the client follows it where each client gets an app of its own. */
  readonly folder: string;
  readonly goesTo: 'everyone' | 'server' | 'each client';
  readonly files: readonly TemplateFile[];
}

/** A file of an app: its place below the app's folder, and where its text is below `templates/`. */
export interface TemplateFile {
  /** A configuration has no ending here; the format of the job gives it one. */
  readonly path: string;
  readonly source: string;
  /** The first release that the file is for, and the first that it is no longer for. */
  readonly since?: string;
  readonly before?: string;
}
