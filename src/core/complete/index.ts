/**
 * The fifth door of the core: what can be put in the place of what is being typed. Hosts load it with the first question.
 */
export { ClassLists, type Code } from './class-lists';
export { completionsAt } from './complete';
export type { Completion, CompletionKind, Completions } from './completion';
export { type KnownSite, mergeSites, provisionedSites } from './known-sites';
export { listModules } from './list-modules';
export type { CompletionRequest } from './request';
