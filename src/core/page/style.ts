import { type GraphColours, graphStyle, PAPER } from '../graph/draw/style';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const DARK: GraphColours = {
  text: '#e6edf3',
  quiet: '#9da7b3',
  canvas: '#0d1117',
  surface: '#161b22',
  group: '#10161d',
  border: '#3d444d',
  line: '#8b949e',
  workflow: '#58a6ff',
  task: '#9da7b3',
  executor: '#3fb950',
  component: '#9da7b3',
  filters: '#bc8cff',
  error: '#ff7b72',
  warning: '#d29922',
  info: '#58a6ff',
};

const NAMES = Object.keys(PAPER) as (keyof GraphColours)[];
const VARIABLES = Object.fromEntries(NAMES.map((name) => [name, `var(--${name})`])) as Record<keyof GraphColours, string>;
const values = (colours: GraphColours, good: string) =>
  [...NAMES.map((name) => `--${name}: ${colours[name]};`), `--good: ${good};`].join(' ');

/** The style of the page: on screens light or dark as its reader has it, on paper always light. */
export const PAGE_STYLE = `
:root { ${values(PAPER, '#1a7f37')} }
@media screen and (prefers-color-scheme: dark) { :root { ${values(DARK, '#3fb950')} } }
* { box-sizing: border-box; }
body { max-width: 1280px; margin: 0 auto; padding: 32px 28px 48px; color: var(--text); background: var(--canvas); font: 15px/1.5 ${FONT}; }
h1 { margin: 0; font-size: 30px; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 44px 0 10px; padding-bottom: 6px; border-bottom: 1px solid var(--border); font-size: 20px; }
h3 { margin: 24px 0 6px; font-size: 15px; overflow-wrap: anywhere; }
p { margin: 6px 0; }
a { color: var(--workflow); }
code { font: 0.9em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
.quiet, .tone-quiet { color: var(--quiet); }
.tone-good { color: var(--good); }
.tone-warning { color: var(--warning); }
.tone-error { color: var(--error); }
.verdict { margin-top: 12px; font-size: 17px; font-weight: 600; }
.hash span { color: var(--quiet); }
nav { margin-top: 20px; }
nav ul { display: flex; flex-wrap: wrap; gap: 2px 18px; margin: 0; padding: 0; list-style: none; }
table { width: 100%; margin: 8px 0; border-collapse: collapse; }
th, td { padding: 5px 14px 5px 0; border-bottom: 1px solid var(--border); text-align: start; vertical-align: top; font-weight: normal; }
thead th { color: var(--quiet); font-size: 0.9em; white-space: nowrap; }
tbody th { min-width: 6em; max-width: 26em; overflow-wrap: anywhere; }
td { overflow-wrap: anywhere; }
td:has(> code) { min-width: 9em; }
#problems-0 :is(td:nth-child(3), td:nth-child(4)) { min-width: 11em; max-width: 17em; overflow-wrap: anywhere; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
#summary-0 th { color: var(--quiet); }
#summary-0 .number { font-size: 1.2em; font-weight: 600; }
figure { margin: 10px 0; }
.drawing { overflow: auto; padding: 8px; border: 1px solid var(--border); border-radius: 6px; }
.drawing svg { display: block; min-width: 760px; max-width: 100%; height: auto; margin: 0 auto; }
details { margin: 8px 0; }
summary { color: var(--quiet); cursor: pointer; }
ul { margin: 6px 0; padding-inline-start: 22px; }
footer { margin-top: 56px; padding-top: 12px; border-top: 1px solid var(--border); font-size: 0.9em; }
${graphStyle(VARIABLES, FONT)}
@media print {
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  nav, summary { display: none; }
  h2 { break-after: avoid; }
  tr, figure { break-inside: avoid; }
  .drawing { overflow: visible; border: 0; padding: 0; }
  .drawing svg { min-width: 0; }
  a { color: inherit; text-decoration: none; }
}
`;
