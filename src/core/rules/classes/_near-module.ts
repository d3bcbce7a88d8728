import type { Job } from '../../job/model';
import { nearest } from '../../text/nearest';

/** The module that is meant by one that nobody has: what is below `custom` is imported without it. */
export function nearModule(job: Job, app: string, module: string): string | undefined {
  const modules = modulesOf(job, app);
  const below = /^(?:[\w-]+\.)?custom\.(.+)$/.exec(module)?.[1];
  return modules.find((each) => each === below) ?? nearest(module, modules) ?? inNvflare(module);
}

/** The module under `nvflare`, where the first word of it is nearly that. */
function inNvflare(module: string): string | undefined {
  const [first = '', ...rest] = module.split('.');
  return rest.length > 0 && nearest(first, ['nvflare']) ? ['nvflare', ...rest].join('.') : undefined;
}

/** The modules of an app's custom code, as dotted names. */
function modulesOf(job: Job, app: string): readonly string[] {
  const prefix = `${app}/custom/`;
  return (job.apps.get(app)?.customFiles ?? [])
    .filter((file) => file.endsWith('.py'))
    .map((file) =>
      file
        .slice(prefix.length, -3)
        .replaceAll('/', '.')
        .replace(/\.__init__$/, ''),
    );
}
