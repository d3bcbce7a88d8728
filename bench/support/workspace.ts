import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How large a workspace is. */
export interface WorkspaceSize {
  readonly jobs: number;
  /** Every so many jobs one has mistakes; none where it is 0. */
  readonly faultyEvery: number;
}

/** The workspace of goals P5 to P5d: 10,000 jobs in 90,000 files. */
export const LARGE_WORKSPACE: WorkspaceSize = { jobs: 10_000, faultyEvery: 50 };

const JOBS_PER_GROUP = 100;

/**
 * Writes jobs as people keep them, nine files each, in groups of a hundred. The same size gives the same bytes. Returns the
 * number of files.
 */
export function writeWorkspace(root: string, { jobs, faultyEvery }: WorkspaceSize): number {
  let files = 0;
  for (let i = 0; i < jobs; i++) {
    const group = `group-${String(Math.floor(i / JOBS_PER_GROUP)).padStart(3, '0')}`;
    const faulty = faultyEvery > 0 && i % faultyEvery === faultyEvery - 1;
    files += writeJob(join(root, group, `job-${String(i).padStart(5, '0')}`), jobFiles(i, faulty));
  }
  return files;
}

/** Writes one job. Returns the number of files. */
export function writeJob(folder: string, files: readonly (readonly [path: string, text: string])[]): number {
  mkdirSync(join(folder, 'app', 'config'), { recursive: true });
  mkdirSync(join(folder, 'app', 'custom'));
  for (const [path, text] of files) writeFileSync(join(folder, path), text);
  return files.length;
}

/** The files of one job of the workspace. */
export function jobFiles(number: number, faulty: boolean): readonly (readonly [path: string, text: string])[] {
  const clients = Array.from({ length: 2 + (number % 7) }, (_, i) => `site-${i + 1}`);
  const rounds = 2 + (number % 20);
  return [
    ['meta.json', meta(number, clients, faulty)],
    ['README.md', `# Job ${number}\n\nTrains a small model on ${clients.length} sites.\n`],
    ['app/config/config_fed_server.json', json(serverConfig(clients.length, rounds))],
    ['app/config/config_fed_client.json', json(clientConfig(number))],
    ['app/custom/__init__.py', ''],
    ['app/custom/net.py', python('Net', 20 + (number % 30))],
    [
      'app/custom/trainer.py',
      `from nvflare.apis.executor import Executor\n\n\n${python('Trainer', 40 + (number % 60), 'Executor')}`,
    ],
    ['app/custom/data.py', python('Data', 10 + (number % 20))],
    ['app/custom/requirements.txt', 'torch\ntorchvision\n'],
  ];
}

function meta(number: number, clients: readonly string[], faulty: boolean): string {
  return json({
    name: `job-${number}`,
    resource_spec: Object.fromEntries(clients.map((site) => [site, { num_of_gpus: number % 2, mem_per_gpu_in_GiB: 4 }])),
    min_clients: faulty ? '2' : 2,
    deploy_map: { app: faulty ? clients : ['server', ...clients] },
  });
}

function serverConfig(clients: number, rounds: number): object {
  return {
    format_version: 2,
    workflows: [
      {
        id: 'controller',
        path: 'nvflare.app_common.workflows.fedavg.FedAvg',
        args: { num_clients: clients, num_rounds: rounds, persistor_id: 'persistor' },
      },
    ],
    components: [
      {
        id: 'persistor',
        path: 'nvflare.app_common.np.np_model_persistor.NPModelPersistor',
        args: { model: [[1, 2, 3]] },
      },
    ],
    task_data_filters: [],
    task_result_filters: [],
  };
}

function clientConfig(number: number): object {
  return {
    format_version: 2,
    executors: [{ tasks: ['train'], executor: { path: 'trainer.Trainer', args: { epochs: 1 + (number % 5), lr: 0.01 } } }],
    components: [],
    task_data_filters: [],
    task_result_filters: [],
  };
}

function python(name: string, lines: number, base = 'object'): string {
  const body = Array.from({ length: lines }, (_, i) => `        self.value_${i} = ${i}`).join('\n');
  return `class ${name}(${base}):\n    def __init__(self, epochs=1, lr=0.1):\n${body}\n`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
