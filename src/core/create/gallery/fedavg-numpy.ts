import { clientApi } from '../client-api';
import type { JobTemplate } from '../template';

/** Federated averaging with NumPy alone, so that it runs everywhere. */
export const fedavgNumpy: JobTemplate = {
  name: 'fedavg-numpy',
  goal: 'train',
  framework: 'NumPy',
  description: 'FedAvg of a linear model with the Client API; needs only NumPy',
  next: 'Put your own data and model into custom/train.py.',
  apps: [
    {
      folder: 'app',
      goesTo: 'everyone',
      files: [
        { path: 'config/config_fed_server', source: 'averaging/numpy-server.conf' },
        ...clientApi('client-api/numpy', 'fedavg-numpy'),
      ],
    },
  ],
};
