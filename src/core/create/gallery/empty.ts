import type { JobTemplate } from '../template';

/** A workflow and an executor of one's own, to begin with. */
export const empty: JobTemplate = {
  name: 'empty',
  goal: 'empty',
  framework: 'none',
  description: 'a workflow and an executor of your own that exchange one task',
  next: 'Write what the server does into custom/own_workflow.py and what clients do into custom/own_executor.py.',
  apps: [
    {
      folder: 'app',
      goesTo: 'everyone',
      files: [
        { path: 'config/config_fed_server', source: 'empty/server.conf' },
        { path: 'config/config_fed_client', source: 'empty/client.conf' },
        { path: 'custom/own_workflow.py', source: 'empty/own_workflow.py' },
        { path: 'custom/own_executor.py', source: 'empty/own_executor.py' },
      ],
    },
  ],
};
