import type { FromPage } from '../webview/messages';
import { HOST_SECTIONS } from './sections/index';

/** What the page sent, if it is one of its messages; anything else is left alone. */
export function fromPage(message: unknown): FromPage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  switch (message.type) {
    case 'explain':
      return 'code' in message && typeof message.code === 'string' ? { type: 'explain', code: message.code } : undefined;
    case 'reveal':
      return 'target' in message && typeof message.target === 'object' && message.target !== null
        ? (message as FromPage)
        : undefined;
    case 'section':
    case 'act':
      return 'section' in message && isSection(message.section) ? (message as FromPage) : undefined;
    default:
      return undefined;
  }
}

function isSection(id: unknown): boolean {
  return typeof id === 'string' && Object.hasOwn(HOST_SECTIONS, id);
}
