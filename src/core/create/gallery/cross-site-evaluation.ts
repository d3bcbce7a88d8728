import { clientApi } from '../client-api';
import type { JobTemplate } from '../template';

/** Every model is tried on the data of every client, with the Client API. */
export const crossSiteEvaluation: JobTemplate = {
  name: 'cross-site-evaluation',
  goal: 'evaluate',
  framework: 'NumPy',
  description: 'some rounds of FedAvg, then an evaluation of all models; needs only NumPy',
  next: 'Put your own data, model and score into custom/train.py.',
  apps: [
    {
      folder: 'app',
      goesTo: 'everyone',
      files: [
        { path: 'config/config_fed_server', source: 'cross-site-evaluation/server.conf' },
        ...clientApi('cross-site-evaluation/client', 'cross-site-evaluation'),
      ],
    },
  ],
};
