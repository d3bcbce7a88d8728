/** A door of the core: the preview of a job as a file, for people and for programs. Loaded when one is asked for. */

export type { PageInput, PageParts } from './page-section';
export { PAGE_FORMATS, type PageFormat, previewPage } from './preview-page';
