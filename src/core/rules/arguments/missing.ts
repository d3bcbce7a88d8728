import type { RuleAbout, RuleExamples, WiringRule } from '../rule';

export const rule: WiringRule = {
  code: 'arguments/missing',
  severity: 'error',
  stage: 'run',
  summary: 'an argument that the constructor needs is not given',
  *check({ wiring }) {
    for (const { config, built, app } of wiring.configs) {
      for (const component of built) {
        const found = wiring.classes.of(component, app);
        const { className, argsCertain, args, isDisabled } = component;
        if (found.kind !== 'known' || !argsCertain || isDisabled || !className) continue;
        const given = new Set(args.map(({ key }) => key));
        const missing = found.parameters.filter((parameter) => parameter.default === undefined && !given.has(parameter.name));
        if (missing.length === 0) continue;
        const names = missing.map(({ name }) => `"${name}"`).join(', ');
        const name = found.path.slice(found.path.lastIndexOf('.') + 1);
        const [first] = missing;
        yield {
          file: config.file,
          at: className,
          message: `${name} needs the argument${missing.length > 1 ? 's' : ''} ${names}`,
          related: first?.place ? [{ ...first.place, message: `"${first.name}" is declared here, without a default` }] : [],
        };
      }
    }
  },
};

export const about: RuleAbout = {
  why: 'The constructor has no default for the argument, so NVFLARE cannot make the object. The job ends with an error about parameters; on a client the simulator still exits with 0.',
  remedy: 'Give the argument under `args`.',
  sources: ['nvflare/fuel/utils/class_utils.py'],
  covers: ['MIS-03'],
};

export const examples: RuleExamples = {
  bad: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": <|"nvflare.app_common.executors.learner_executor.LearnerExecutor"|>, "args": {} } }] }`,
  ],
  good: [
    `
--- app/config/config_fed_client.json
{ "format_version": 2, "executors": [{ "tasks": ["train"], "executor": { "path": "nvflare.app_common.np.np_trainer.NPTrainer" } }] }`,
  ],
};
