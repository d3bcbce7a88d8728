// Through the first door, which hosts have open already: its code is not to come with this part once more.
import {
  type Analysis,
  type AnalyzeOptions,
  type CodeFolder,
  type FileSystem,
  type JobSources,
  judge,
  loadTexts,
  modelOf,
  needsRareRules,
  rareRules,
  type WiringPart,
} from '../index';
import { loadModules } from './load-modules';

/** Modules that import one another are followed this far. */
const MOST_ROUNDS = 8;

/** A catalogue that reads an installed NVFLARE as it is asked. */
export interface LearningCatalog {
  /** How often it had no answer yet. */
  misses(): number;
  /** Reads what it had no answer to. */
  learn(): Promise<void>;
}

/** What a complete check needs besides. */
export interface CodeOptions {
  readonly wiring: WiringPart;
  readonly codeFolders?: readonly CodeFolder[];
  /** The catalogue that the rules about what apps run were made with, where it is one that learns. */
  readonly learning?: LearningCatalog | undefined;
}

/**
 * Checks a job completely: with all rules that it has work for, and with the custom code that its configurations name. Only those files are read, and the modules of the app that
 * they import. What is not in the job is looked for in the folders of code.
 */
export async function analyzeWithCode(
  fs: FileSystem,
  sources: JobSources,
  options: AnalyzeOptions & CodeOptions,
): Promise<Analysis> {
  const { codeFolders = [], learning } = options;
  let before = learning?.misses();
  let model = modelOf(sources, options);
  for (let round = 0; round < MOST_ROUNDS && model.wiring; round++) {
    const missing = options.wiring.missingCode(model.job, model.wiring);
    const modules = codeFolders.length > 0 ? options.wiring.missingModules(model.job, model.wiring) : [];
    if (missing.length === 0 && modules.length === 0) break;
    const texts = await loadTexts(fs, model.job.sources, missing);
    // Code changes nothing of what the meta file and the folder say.
    const job = { ...model.job, sources: await loadModules(fs, texts, codeFolders, modules) };
    model = { job, wiring: options.wiring.build(job, model.wiring) };
  }
  const rare = options.rare ?? (needsRareRules(model) ? await rareRules() : undefined);
  for (let round = 1; ; round++) {
    const analysis = judge(model, { ...options, rare });
    if (!learning || learning.misses() === before || round === MOST_ROUNDS) return analysis;
    await learning.learn();
    before = learning.misses();
    model = { ...model, wiring: options.wiring.build(model.job, model.wiring) };
  }
}
