/** The scripts as they ship, minified; `bench/run.mjs` puts them there. */
export const PRODUCT = 'out/bench-product/dist';
export const EXTENSION = `${PRODUCT}/extension.js`;
export const CORE = `${PRODUCT}/core.js`;
export const COMMAND_LINE = `${PRODUCT}/cli.js`;
