import type { Manifest, Permission, RoleForecast } from '../../../../core/manifest/index';
import { h, link } from '../../dom';
import type { SectionHost } from '../../section';

/** What it takes to submit the job: code of its own, classes that are not allowed, and who has the rights. */
export function rights(manifest: Manifest, host: SectionHost<'upload'>): readonly HTMLElement[] {
  return [byoc(manifest, host), ...classes(manifest, host), ...roles(manifest)];
}

function byoc({ byoc: reasons }: Manifest, { reveal }: SectionHost<'upload'>): HTMLElement {
  return h(
    'section',
    { 'aria-labelledby': 'byoc' },
    h('div', { class: 'title-row' }, h('h2', { id: 'byoc' }, 'Code of its own (BYOC)')),
    reasons.length === 0
      ? h('p', { class: 'quiet' }, 'None: no right is needed besides that to submit jobs.')
      : h(
          'ul',
          {},
          ...reasons.map(({ text, sites, at }, index) =>
            h(
              'li',
              {},
              at
                ? link(`byoc ${index}`, capital(text), (event) => reveal({ kind: 'place', ...at }, event), {
                    class: 'link plain',
                  })
                : capital(text),
              h(
                'span',
                { class: 'quiet' },
                ` · the right "byoc" is needed ${sites === undefined ? 'at all sites' : `at ${sites.join(', ')}`}`,
              ),
            ),
          ),
        ),
  );
}

function classes({ notAllowed }: Manifest, { reveal }: SectionHost<'upload'>): readonly HTMLElement[] {
  if (!notAllowed || notAllowed.length === 0) return [];
  return [
    h(
      'section',
      { 'aria-labelledby': 'classes' },
      h('div', { class: 'title-row' }, h('h2', { id: 'classes' }, 'Classes that sites do not allow by default')),
      h(
        'ul',
        {},
        ...notAllowed.map(({ text, at }, index) =>
          h(
            'li',
            {},
            link(`class ${index}`, capital(text), (event) => reveal({ kind: 'place', ...at }, event), { class: 'link plain' }),
          ),
        ),
      ),
    ),
  ];
}

function roles({ forecast: { roles: list, broken } }: Manifest): readonly HTMLElement[] {
  if (list.length === 0 && broken.length === 0) return [];
  return [
    h(
      'section',
      { 'aria-labelledby': 'roles' },
      h(
        'div',
        { class: 'title-row' },
        h('h2', { id: 'roles' }, 'Who may submit it'),
        h('span', { class: 'quiet' }, 'as the authorization.json files of the workspace say'),
      ),
      h(
        'table',
        { class: 'upload-roles', 'aria-labelledby': 'roles' },
        h('thead', {}, h('tr', {}, ...['Role', 'May submit', 'At the sites'].map((text) => h('th', { scope: 'col' }, text)))),
        h('tbody', {}, ...list.map(roleRow)),
      ),
      ...broken.map(({ file, why }) => h('p', { class: 'mistakes' }, `${file} is no policy that a site starts with: ${why}.`)),
    ),
  ];
}

function roleRow({ role, submit, sites }: RoleForecast): HTMLElement {
  const asks = sites.map(({ site, right, permission }) => `${right} at ${site}: ${permissionText(permission)}`);
  return h(
    'tr',
    {},
    h('th', { scope: 'row' }, role),
    h('td', {}, submit ? permissionText(submit) : 'not known'),
    h('td', {}, asks.join('; ') || 'nothing more is needed'),
  );
}

function permissionText(permission: Permission): string {
  return permission.kind === 'if' ? `if ${permission.condition}` : permission.kind;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
