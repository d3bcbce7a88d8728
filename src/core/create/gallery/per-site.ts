import { clientApi } from '../client-api';
import type { JobTemplate } from '../template';

/** An app of its own for each site. */
export const perSite: JobTemplate = {
  name: 'per-site',
  goal: 'per-site',
  framework: 'NumPy',
  description: 'FedAvg of a linear model, with an app for each client; needs only NumPy',
  next: 'Change the settings and custom/train.py of each app_SITE to what the site needs.',
  apps: [
    {
      folder: 'app_server',
      goesTo: 'server',
      files: [{ path: 'config/config_fed_server', source: 'averaging/numpy-server.conf' }],
    },
    { folder: 'app_', goesTo: 'each client', files: clientApi('client-api/numpy', 'fedavg-numpy') },
  ],
};
