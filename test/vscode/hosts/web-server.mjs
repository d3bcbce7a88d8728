// Serves the web build of VS Code on loopback. A process of its own, because the app it uses writes what it serves to stdout.
//   node web-server.mjs APP_MODULE CONFIGURATION_AS_JSON
import { createRequire } from 'node:module';

const [, , appModule, configuration] = process.argv;
const { default: createApp } = createRequire(import.meta.url)(appModule);
const app = await createApp(JSON.parse(configuration));
const server = app.listen(0, '127.0.0.1', () => console.log(`listening on port ${server.address().port}`));
