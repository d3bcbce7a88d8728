import type { PreviewTarget } from '../../core/assist/index';
import type { FromPage, SectionAction, SectionRequest } from '../webview/messages';
import type { SectionId } from '../webview/section-types';
import { fieldsOf, PAGE_ACTIONS } from './page-actions';

/**
 * What the page sent, if it is one of its messages, field by field; anything else is left alone. A page may be of an older version
 * of the extension, and whatever it was made to say does no more than its own buttons do.
 */
export function fromPage(message: unknown): FromPage | undefined {
  const { type, section, input, action, code, target, focus } = fieldsOf(message);
  switch (type) {
    case 'explain':
      return typeof code === 'string' ? { type, code } : undefined;
    case 'reveal': {
      const found = targetOf(target);
      return found && { type, target: found, focus: focus === true };
    }
    case 'section':
      // The section itself makes sure of what it is asked with.
      return isSection(section) ? ({ type, section, input } as SectionRequest) : undefined;
    case 'act': {
      const found = isSection(section) ? PAGE_ACTIONS[section](action) : undefined;
      return found && ({ type, section, action: found } as SectionAction);
    }
    default:
      return undefined;
  }
}

function isSection(id: unknown): id is SectionId {
  return typeof id === 'string' && Object.hasOwn(PAGE_ACTIONS, id);
}

const ROLES = ['server', 'client', 'all'] as const;
const LISTS = ['resources', 'portable', 'docker', 'k8s', 'slurm'] as const;

function targetOf(value: unknown): PreviewTarget | undefined {
  const fields = fieldsOf(value);
  const { kind, site, app, key, file } = fields;
  switch (kind) {
    case 'meta':
      return { kind };
    case 'key':
      return typeof key === 'string' ? { kind, key } : undefined;
    case 'app':
      return typeof app === 'string' ? { kind, app } : undefined;
    case 'mandatory':
      return typeof site === 'string' ? { kind, site } : undefined;
    case 'site':
      if (typeof site !== 'string' || (app !== undefined && typeof app !== 'string')) return undefined;
      return app === undefined ? { kind, site } : { kind, site, app };
    case 'option': {
      const role = ROLES.find((each) => each === fields['role']);
      const list = LISTS.find((each) => each === fields['list']);
      return typeof site === 'string' && typeof key === 'string' && role && list ? { kind, site, role, list, key } : undefined;
    }
    case 'place': {
      const { start, end } = fieldsOf(fields['range']);
      const isRange = isOffset(start) && isOffset(end) && start <= end;
      return typeof file === 'string' && isRange ? { kind, file, range: { start, end } } : undefined;
    }
    default:
      return undefined;
  }
}

function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
