/** The sorts of concerns, the gravest first, and how grave each is. */
export const CONCERN_SEVERITIES = {
  stops: 'error',
  secret: 'error',
  environment: 'warning',
  data: 'warning',
  repository: 'warning',
  large: 'warning',
  link: 'info',
  cache: 'info',
  signature: 'info',
  'left-out': 'warning',
} as const satisfies Readonly<Record<string, 'error' | 'warning' | 'info'>>;

/** A sort of concern. */
export type ConcernKind = keyof typeof CONCERN_SEVERITIES;
