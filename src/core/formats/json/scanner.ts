/** The one module that other parts take jsonc-parser's scanner from, so that it ships once. */
export { createScanner, SyntaxKind } from 'jsonc-parser';
