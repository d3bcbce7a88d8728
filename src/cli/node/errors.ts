const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'it does not exist',
  ESPIPE: 'it is not a regular file',
  ENXIO: 'it is not a regular file',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go in a circle',
  ENAMETOOLONG: 'its path is too long',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EEXIST: 'it exists already',
  ENOTEMPTY: 'there is something in it',
  ENOSPC: 'the disk is full',
  EDQUOT: 'it would be more than this user may store',
  EFBIG: 'it would be larger than a file may be here',
  EROFS: 'the disk is read-only',
  EBUSY: 'it is in use',
  EIO: 'the disk failed',
  ESTALE: 'the network disk lost it',
};

/** Why a call of the operating system failed, as a clause in plain words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code !== undefined) return REASONS[code] ?? `the system says ${code}`;
  return error instanceof Error ? error.message : String(error);
}
