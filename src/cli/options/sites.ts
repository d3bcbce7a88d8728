import { type Arguments, type OptionSpec, UsageError } from '../arguments';
import type { Host } from '../host';
import { slashed } from '../slashed';

/** The option that says where sites are described. */
export const SITES_OPTION: OptionSpec = {
  name: 'sites',
  value: 'PATH',
  help: 'startup kits, a POC workspace, or a project.yml to read sites from',
};

/** The path that was given; throws a `UsageError` where it is not there. */
export function sitesPath(host: Host, { values }: Arguments): string | undefined {
  const given = values.get(SITES_OPTION.name);
  const path = given === undefined ? undefined : slashed(given);
  if (path !== undefined && host.fs.kindOf(path) === 'missing') throw new UsageError(`--sites: ${path} does not exist`);
  return path;
}
