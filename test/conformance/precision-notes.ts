/** An error that a real job has. */
export interface RealFault {
  /** The folder of the job in the corpus. */
  readonly job: string;
  readonly code: string;
  readonly why: string;
  /** The class of the component that has it, without its module. */
  readonly component: string;
  /** What the code of the job's release says when it builds the component (`test/differential/real-faults.diff.ts`). */
  readonly said: string;
  /** What of the component must be otherwise for that code to build it. */
  readonly mended: {
    readonly path?: string;
    readonly add?: Readonly<Record<string, number>>;
    readonly without?: readonly string[];
  };
}

const NO_LR_SCALE = {
  code: 'arguments/missing',
  why: 'the constructor has no default for `lr_scale`; the folder is a base from which a script beside it makes the jobs that run',
  component: 'FedXGBTreeExecutor',
  said: "missing 1 required positional argument: 'lr_scale'",
  mended: { add: { lr_scale: 0.1 } },
} as const;
const TRAINING = {
  code: 'arguments/unknown',
  why: 'no constructor of the launcher executors takes `training`; the folder is data of a unit test and never runs',
  component: 'PTClientAPILauncherExecutor',
  said: "got an unexpected keyword argument 'training'",
  mended: { without: ['training'] },
} as const;
const SPLEEN = {
  job: 'NVFlare-2.5/integration/monai/examples/spleen_ct_segmentation_local/jobs/spleen_ct_segmentation_he',
  code: 'classes/not-in-nvflare',
} as const;

/** Errors in real jobs. Each component was built by the code of the job's release, which refused it, and once more without the fault. */
export const REAL_FAULTS: readonly RealFault[] = [
  ...['2.4', '2.5'].flatMap((release) =>
    ['random_forest/jobs/random_forest_base', 'xgboost/tree-based/jobs/bagging_base', 'xgboost/tree-based/jobs/cyclic_base'].map(
      (job): RealFault => ({ job: `NVFlare-${release}/examples/advanced/${job}`, ...NO_LR_SCALE }),
    ),
  ),
  {
    job: 'NVFlare-2.4/examples/hello-world/hello-numpy-cross-val/jobs/hello-numpy-cross-val-only-list-models',
    code: 'arguments/unknown',
    why: 'the constructor takes `model_name`, not `model_names`',
    component: 'NPModelLocator',
    said: "got an unexpected keyword argument 'model_names'",
    mended: { without: ['model_names'] },
  },
  { job: 'NVFlare-2.4/tests/unit_test/data/jobs/launch_everytime', ...TRAINING },
  { job: 'NVFlare-2.4/tests/unit_test/data/jobs/launch_once', ...TRAINING },
  {
    ...SPLEEN,
    why: '`model_sharable_generator` is misspelt',
    component: 'HEModelShareableGenerator',
    said: "No module named 'nvflare.app_opt.he.model_sharable_generator'",
    mended: { path: 'nvflare.app_opt.he.model_shareable_generator.HEModelShareableGenerator' },
  },
  {
    ...SPLEEN,
    why: 'it is in the module `model_decryptor`',
    component: 'HEModelDecryptor',
    said: 'Class nvflare.app_opt.he.model_encryptor.HEModelDecryptor does not exist',
    mended: { path: 'nvflare.app_opt.he.model_decryptor.HEModelDecryptor' },
  },
];

/** What was found on looking at each kind of finding in real jobs, by severity and code. */
export const NOTES: Readonly<Record<string, string>> = {
  'error arguments/missing': 'right; see below',
  'error arguments/unknown': 'right; see below',
  'error classes/not-in-nvflare': 'right; see below',
  'warning ids/cleanser-missing':
    'right: the filter names `min_max_noise_cleanser`, the component is `min_max_cleanser`, so no noise is added to minima and maxima',
  'warning code/not-allowed':
    'right: one job whose code is put on the path of a simulator; a site of 2.8 refuses each of its classes',
  'warning code/script-missing': 'right: the script was never with the job, which is data of a unit test',
  'warning pack/cannot-be-packed': 'right: a name of a feature is `*`',
  'warning pack/keeps-only-first': 'right: the meta file begins with an object',
  'warning pack/key-changes': 'right: a key has a dot in it',
  'warning tasks/too-many-clients': 'right: the workflow waits for five clients, and the deploy map names four',
  'info apps/no-sites': 'right: data of a unit test with an app that goes nowhere',
  'info ids/unused': 'right: a formatter that no workflow of the job asks for',
  'info tasks/too-many-clients': 'right, and harmless where all sites are there: the meta file lets the job start with fewer',
  'hint meta/no-name': 'right: data of a unit test',
  'hint tasks/never-sent':
    'right, and mostly harmless: `train`, `validate` and `submit_model` are listed by custom whatever the workflows send, so it is a hint unless a name is nearly that of a task',
};
