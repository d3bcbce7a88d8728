import { clientApi } from '../client-api';
import type { JobTemplate } from '../template';

/** Federated averaging of a PyTorch model, with the Client API. */
export const fedavgPytorch: JobTemplate = {
  name: 'fedavg-pytorch',
  goal: 'train',
  framework: 'PyTorch',
  description: 'FedAvg of a neural network with the Client API; needs PyTorch',
  next: 'Put your network into custom/net.py and your data into custom/train.py.',
  apps: [
    {
      folder: 'app',
      goesTo: 'everyone',
      files: [
        { path: 'config/config_fed_server', source: 'fedavg-pytorch/server.conf' },
        ...clientApi('client-api/pytorch', 'fedavg-pytorch'),
        { path: 'custom/net.py', source: 'fedavg-pytorch/net.py' },
      ],
    },
  ],
};
