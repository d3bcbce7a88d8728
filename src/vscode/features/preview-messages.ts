import type { FromPage } from '../webview/messages';

/** What the page sent, if it is one of its messages; anything else is left alone. */
export function fromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  switch (message.type) {
    case 'ready':
      return { type: 'ready' };
    case 'explain':
      return 'code' in message && typeof message.code === 'string' ? { type: 'explain', code: message.code } : undefined;
    case 'reveal':
      return 'target' in message && typeof message.target === 'object' ? (message as FromPage) : undefined;
    default:
      return undefined;
  }
}
