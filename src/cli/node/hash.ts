import type { Hash } from '../../core/manifest/index';

/** Node's hash, which is several times as quick as the core's own. */
export async function nodeHash(): Promise<() => Hash> {
  const { createHash } = await import('node:crypto');
  return () => {
    const hash = createHash('sha256');
    return { update: (bytes) => void hash.update(bytes), digest: () => hash.digest('hex') };
  };
}
