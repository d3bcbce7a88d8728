import type { JobTemplate } from '../template';

/** Statistics over the data of all clients; nothing is trained. */
export const statistics: JobTemplate = {
  name: 'statistics',
  goal: 'statistics',
  framework: 'NumPy',
  description: 'statistics of every feature, filtered for privacy; needs only NumPy',
  next: 'Put your own data into custom/site_statistics.py.',
  apps: [
    {
      folder: 'app',
      goesTo: 'everyone',
      files: [
        { path: 'config/config_fed_server', source: 'statistics/server.conf' },
        { path: 'config/config_fed_client', source: 'statistics/client.conf' },
        { path: 'custom/site_statistics.py', source: 'statistics/site_statistics.py' },
      ],
    },
  ],
};
