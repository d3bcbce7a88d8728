import { clientApi } from '../client-api';
import type { JobTemplate } from '../template';

/** One model goes from client to client. */
export const cyclic: JobTemplate = {
  name: 'cyclic',
  goal: 'cyclic',
  framework: 'NumPy',
  description: 'cyclic training of a linear model with the Client API; needs only NumPy',
  next: 'Put your own data and model into custom/train.py, and the order of the sites into the server configuration.',
  leastClients: 2,
  apps: [
    {
      folder: 'app',
      goesTo: 'everyone',
      files: [
        { path: 'config/config_fed_server', source: 'cyclic/server.conf' },
        ...clientApi('client-api/numpy', 'fedavg-numpy'),
      ],
    },
  ],
};
