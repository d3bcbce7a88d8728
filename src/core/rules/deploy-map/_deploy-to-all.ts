import { ALL_SITES } from '../../job/job-def';
import type { App, Job } from '../../job/model';
import type { Fix } from '../finding';
import { treeFix } from '../fixes';

/** Whether an app has what the server and every client needs. */
export function isWhole(app: App | undefined): app is App {
  return app?.server !== undefined && app.client !== undefined;
}

/** A fix that sends the only app of the deploy map to all sites, where it is whole. */
export function deployToAll({ meta, deployment, apps }: Job): readonly Fix[] {
  const [only, ...others] = deployment.apps;
  if (!meta || !only || others.length > 0 || !isWhole(apps.get(only.name))) return [];
  const edit = { kind: 'replace', node: only.entry.value, value: [ALL_SITES] } as const;
  return [treeFix(`Deploy "${only.name}" to all sites`, meta.file, edit)];
}
