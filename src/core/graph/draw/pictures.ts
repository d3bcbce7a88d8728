import type { GraphFilter, GraphNodeKind } from '../model';

/** Small drawings on a 16 × 16 grid, as lines. */
export const PICTURES: { readonly [kind in GraphNodeKind]: string } = {
  workflow: 'M8 2a6 6 0 1 1-5.6 3.9M2 2.6v3.6h3.6M8 5v3.2l2.2 1.4',
  task: 'M2 8h10M8.6 4.4 12.4 8l-3.8 3.6',
  executor: 'M2.5 3h11v8h-11zM6 13.5h4M8 11v2.5M6.8 5.4v3.2L9.6 7z',
  component: 'M8 1.8 13.6 4.9v6.2L8 14.2 2.4 11.1V4.9zM2.4 4.9 8 8l5.6-3.1M8 8v6.2',
  filters: 'M2 3h12L9.6 8.2v4.6L6.4 11V8.2z',
  missing: 'M5.6 6a2.4 2.4 0 1 1 3.6 2.1c-.8.5-1.2.9-1.2 1.9M8 12v.8M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z',
};

/** Which way a filter is on: to the client, or back. */
export const FILTER_WAYS: { readonly [way in GraphFilter['way']]: string } = {
  data: 'M1 6h9M6.8 2.6 10.4 6 6.8 9.4',
  results: 'M11 6H2M5.2 2.6 1.6 6l3.6 3.4',
};
