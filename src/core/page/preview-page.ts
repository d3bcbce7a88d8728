import { pageHtml } from './html';
import { pageMarkdown } from './markdown';
import type { Page } from './page';
import type { PageContext, PageInput } from './page-section';
import { PAGE_SECTIONS } from './sections/index';

/** What a preview can be taken away as. */
export const PAGE_FORMATS = ['html', 'json', 'md', 'mermaid'] as const;
export type PageFormat = (typeof PAGE_FORMATS)[number];

/** What is known of a job, to be taken away as a file. Says the same as the preview, from the same models. */
export function previewPage(input: PageInput, format: PageFormat): string {
  if (format === 'mermaid')
    return input.parts.graph.graphMermaid(input.parts.graph.buildGraph(input.job, input.wiring, input.findings));
  const page = makePage(input);
  switch (format) {
    case 'html':
      return pageHtml(page);
    case 'md':
      return pageMarkdown(page);
    case 'json': {
      const { head, hash, sections } = page;
      const models = Object.fromEntries(sections.map(({ id, model }) => [id, model]));
      return `${JSON.stringify({ version: 1, ...head, hash: hash ?? null, sections: models }, undefined, 2)}\n`;
    }
  }
}

function makePage(input: PageInput): Page {
  const { job, findings, rejected, pack, parts } = input;
  const context: PageContext = { ...input, overview: parts.assist.previewModel(job, findings, rejected) };
  return {
    head: parts.assist.previewHead(job, findings, rejected),
    hash: pack?.hash,
    sections: PAGE_SECTIONS.flatMap(({ id, title, isOfAnyFolder, model: make, blocks }) => {
      if (job.kind !== 'job' && !isOfAnyFolder) return [];
      const model = make(context);
      return model === undefined ? [] : [{ id, title, model, blocks: blocks(model, context) }];
    }),
  };
}
