import type { HostSection } from '../section';

/** More names than this are not offered; any can be typed. */
const MOST_NAMES = 2000;

/** What one site gets: the one that was asked for, else the first client. */
export const site: HostSection<'site'> = {
  input(value) {
    const name = typeof value === 'object' && value !== null && 'site' in value ? value.site : undefined;
    return { site: typeof name === 'string' ? name : null };
  },
  async model({ job: { analysis } }, { site: asked }) {
    const [{ siteSheet }, { sitesOf }] = await Promise.all([import('../../../core/assist/index'), import('../../../core/index')]);
    const { deployed, withoutApp } = sitesOf(analysis.job);
    const names = [...deployed, ...withoutApp];
    const name = asked ?? names.find((each) => each !== 'server') ?? names[0];
    const sheet = name === undefined ? null : siteSheet(analysis.job, analysis.wiring, name);
    return { names: names.slice(0, MOST_NAMES), sheet };
  },
};
