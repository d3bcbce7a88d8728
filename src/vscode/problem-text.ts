import type { Finding } from '../core/index';

/** What was found, in numbers: `5 errors, 1 warning`; `no problems` where there is nothing but hints. */
export function problemText(findings: readonly Finding[]): string {
  const counted = (wanted: Finding['severity'], noun: string) => {
    const count = findings.filter(({ severity }) => severity === wanted).length;
    return count > 0 ? [`${count} ${noun}${count === 1 ? '' : 's'}`] : [];
  };
  return [...counted('error', 'error'), ...counted('warning', 'warning'), ...counted('info', 'note')].join(', ') || 'no problems';
}
