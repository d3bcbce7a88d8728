import { KNOWN_RELEASES, parseRelease, type Release, releaseName } from '../../core/index';
import { type Arguments, type OptionSpec, UsageError } from '../arguments';
import type { Host } from '../host';
import { notify } from '../terminal';

/** The option that says which NVFLARE the server runs. */
export const TARGET_OPTION: OptionSpec = {
  name: 'target-version',
  short: 't',
  value: 'X.Y',
  help: `the NVFLARE release of the server, ${KNOWN_RELEASES[0]} to ${KNOWN_RELEASES.at(-1)} (what the project says)`,
};

/** The release that was asked for, if one was. One beyond the known ones counts as the nearest of them, and the user is told. */
export function targetOf(host: Host, { values }: Arguments): Release | undefined {
  const text = values.get(TARGET_OPTION.name);
  if (text === undefined) return undefined;
  const release = parseRelease(text);
  if (!release) throw new UsageError(`--target-version cannot be "${text}"; it is a release such as ${KNOWN_RELEASES.at(-1)}`);
  const line = /\d+\.\d+/.exec(text)?.[0] ?? '';
  if (!KNOWN_RELEASES.includes(line)) {
    notify(host, `the rules of NVFLARE ${text} are not known; checking for ${releaseName(release)}`);
  }
  return release;
}
