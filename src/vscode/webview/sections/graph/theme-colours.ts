import { type GraphColours, graphStyle } from '../../../../core/graph/index';

const OF_THEME: GraphColours = {
  text: 'var(--vscode-foreground)',
  quiet: 'var(--quiet)',
  canvas: 'var(--vscode-editor-background)',
  surface: 'var(--graph-surface)',
  group: 'var(--graph-group)',
  border: 'var(--graph-border)',
  line: 'var(--graph-line)',
  workflow: 'var(--vscode-charts-blue, var(--vscode-foreground))',
  task: 'var(--quiet)',
  executor: 'var(--vscode-charts-green, var(--vscode-foreground))',
  component: 'var(--quiet)',
  filters: 'var(--vscode-charts-purple, var(--vscode-foreground))',
  error: 'var(--error)',
  warning: 'var(--warning)',
  info: 'var(--info)',
};

/** Draws graphs in the colours of the theme. A sheet of its own, because a page of VS Code takes no styles from its markup. */
export function useThemeColours(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(graphStyle(OF_THEME, 'var(--vscode-font-family)'));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
