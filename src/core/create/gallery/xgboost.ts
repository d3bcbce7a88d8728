import type { JobTemplate } from '../template';

/** Trees with XGBoost, over histograms of all clients. */
export const xgboost: JobTemplate = {
  name: 'xgboost',
  goal: 'train',
  framework: 'XGBoost',
  description: 'boosted trees, one of each client a round; needs XGBoost and TensorBoard',
  next: 'Put your own data into custom/dataset.py.',
  apps: [
    {
      folder: 'app',
      goesTo: 'everyone',
      files: [
        { path: 'config/config_fed_server', source: 'xgboost/server.conf' },
        { path: 'config/config_fed_client', source: 'xgboost/client-2.3.conf', before: '2.4' },
        { path: 'config/config_fed_client', source: 'xgboost/client-2.4.conf', since: '2.4' },
        { path: 'custom/dataset.py', source: 'xgboost/dataset.py' },
        { path: 'custom/tree_trainer.py', source: 'xgboost/tree_trainer.py', before: '2.4' },
        { path: 'custom/data_loader.py', source: 'xgboost/data_loader-2.4.py', since: '2.4', before: '2.5' },
        { path: 'custom/data_loader.py', source: 'xgboost/data_loader.py', since: '2.5' },
      ],
    },
  ],
  // `FedXGBTreeExecutor.initialize` takes the number behind the first dash (nvflare/app_opt/xgboost/tree_based/executor.py).
  siteProblem: (site) =>
    /^[^-]*-\d+(_\d+)*(-|$)/.test(site)
      ? undefined
      : `The executor of this template reads a number from the name of its site, and "${site}" has none; name it as site-1 is.`,
};
