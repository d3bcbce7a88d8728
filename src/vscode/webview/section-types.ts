import type { PreviewModel, SiteGroup, SiteSheet } from '../../core/assist/index';
import type { JobGraph } from '../../core/graph/index';
import type { Manifest } from '../../core/manifest/index';
import type { DryRunView, LeavingView } from '../../core/review/index';
import type { ReportedRemedy, ScheduleReport } from '../../core/schedule/index';

/**
 * What each section of the preview shows and is asked, by its id. To add a section: a line here, what makes its model in
 * `preview/sections`, what draws it in `webview/sections`.
 */
export interface SectionTypes {
  readonly overview: {
    /** Plain data that the core makes; it crosses to the page as JSON. */
    readonly model: PreviewModel & { readonly groups: readonly SiteGroup[] };
    /** What the user chose or typed that the model depends on; `null` where nothing does. */
    readonly input: null;
    /** What only the extension can do for the section, such as writing a file. */
    readonly action: never;
    /** What a command may ask the section to show. */
    readonly shows: { readonly site: string };
  };
  readonly graph: {
    readonly model: { readonly title: string; readonly graph: JobGraph };
    readonly input: null;
    /** Writes the graph where the user wants it; `png` in base 64 where the page could draw it. */
    readonly action: { readonly kind: 'export'; readonly svg: string; readonly mermaid: string; readonly png?: string };
    readonly shows: never;
  };
  readonly site: {
    /** Names that are offered, and what the site that was asked for gets; null where the job names none. */
    readonly model: { readonly names: readonly string[]; readonly sheet: SiteSheet | null };
    readonly input: { readonly site: string | null };
    readonly action: never;
    readonly shows: { readonly site: string };
  };
  readonly schedule: {
    readonly model: {
      readonly report: Omit<ScheduleReport, 'remedies'> & {
        readonly remedies: readonly (Omit<ReportedRemedy, 'fix'> & { readonly canApply: boolean })[];
      };
      /** The clients that are connected, as typed or supposed. */
      readonly up: readonly string[];
    };
    /** The connected clients as they were typed, `null` where they are supposed, and what sites offer. */
    readonly input: { readonly up: string | null; readonly offers: string };
    /** Makes the changes of the meta file that one of the remedies has. */
    readonly action: { readonly remedy: number; readonly input: { readonly up: string | null; readonly offers: string } };
    readonly shows: never;
  };
  readonly upload: {
    readonly model: {
      readonly manifest: Manifest;
      /** Sizes for people, in the order of the lists. */
      readonly sizes: {
        readonly files: string;
        readonly archive: string;
        readonly entries: readonly string[];
        readonly concerns: readonly string[];
      };
    };
    readonly input: null;
    readonly action: never;
    readonly shows: never;
  };
  readonly leaving: {
    readonly model: LeavingView;
    readonly input: null;
    readonly action: never;
    readonly shows: never;
  };
  readonly steps: {
    readonly model: DryRunView;
    readonly input: null;
    /** Writes the diagram where the user wants it. */
    readonly action: { readonly kind: 'export'; readonly svg: string; readonly mermaid: string };
    readonly shows: never;
  };
}

export type SectionId = keyof SectionTypes;
export type ModelOf<K extends SectionId> = SectionTypes[K]['model'];
export type InputOf<K extends SectionId> = SectionTypes[K]['input'];
export type ActionOf<K extends SectionId> = SectionTypes[K]['action'];
export type ShowsOf<K extends SectionId> = SectionTypes[K]['shows'];

/** A place in a text of the job. */
export interface Caret {
  readonly file: string;
  readonly offset: number;
}
