/** What a generated meta file looks like. */
export interface MetaShape {
  readonly sites: number;
  /** How many apps share the sites. */
  readonly apps: number;
  /** Whether every value is one that NVFLARE refuses. */
  readonly isAllWrong?: boolean;
}

/** A meta file of about 120 bytes a site, printed as an author's editor prints it. */
export function metaText({ sites, apps, isAllWrong = false }: MetaShape): string {
  const names = Array.from({ length: sites }, (_, i) => `hospital-site-${i}`);
  const deployMap: Record<string, unknown[]> = {};
  for (let a = 0; a < apps; a++) deployMap[`app_${a}`] = a === 0 ? ['server'] : [];
  for (const [i, name] of names.entries()) deployMap[`app_${i % apps}`]?.push(isAllWrong ? 'hospital-site-0' : name);
  const block = isAllWrong ? { num_of_gpus: '1', memory: '8GB' } : { num_of_gpus: 1, mem_per_gpu_in_GiB: 8 };
  const meta = {
    name: 'bench',
    min_clients: isAllWrong ? '2' : 2,
    mandatory_clients: isAllWrong ? ['nobody'] : ['hospital-site-1'],
    deploy_map: deployMap,
    resource_spec: Object.fromEntries(names.map((name) => [name, block])),
  };
  return `${JSON.stringify(meta, null, 2)}\n`;
}
