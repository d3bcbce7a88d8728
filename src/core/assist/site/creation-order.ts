import type { AppConfig } from '../../job/config/app-config';
import type { ComponentDef } from '../../job/config/components';

/**
 * The components of a configuration in the order in which NVFLARE makes them: sections and elements as its loader has them, and
 * before each component those among its arguments (`json_configer.py`, `component_builder.py`).
 */
export function creationOrder(config: AppConfig): readonly ComponentDef[] {
  const sections = config.root?.value.list.map(({ key }) => key) ?? [];
  return sections.flatMap((section) => inSection(config, section)).flatMap(withNested);
}

function inSection({ components, workflows, executors, chains }: AppConfig, section: string): readonly ComponentDef[] {
  switch (section) {
    case 'components':
      return components;
    case 'workflows':
      return workflows;
    case 'executors':
      return executors.flatMap(({ executor }) => executor ?? []);
    default:
      return chains.filter((chain) => chain.section === section).flatMap(({ filters }) => filters);
  }
}

function withNested(component: ComponentDef): readonly ComponentDef[] {
  return [...component.nested.flatMap(({ component: inner }) => withNested(inner)), component];
}
