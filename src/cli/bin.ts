import { main } from './main';
import { nodeHost } from './node/host';

main(nodeHost()).then((code) => {
  process.exitCode = code;
});
