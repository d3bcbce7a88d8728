import type { ScalarSyntax, SyntaxNode } from '../parse/syntax';

const STANDARD = 'tag:yaml.org,2002:';

/** The tags that PyYAML's safe loader and OmegaConf know, by the names they have behind `!!`. */
export type KnownTag =
  | 'null'
  | 'bool'
  | 'int'
  | 'float'
  | 'binary'
  | 'timestamp'
  | 'omap'
  | 'pairs'
  | 'set'
  | 'str'
  | 'seq'
  | 'map'
  | 'merge'
  | 'value'
  | 'path';

const KNOWN: ReadonlyMap<string, KnownTag> = new Map([
  ...(
    [
      'null',
      'bool',
      'int',
      'float',
      'binary',
      'timestamp',
      'omap',
      'pairs',
      'set',
      'str',
      'seq',
      'map',
      'merge',
      'value',
    ] as const
  ).map((name) => [STANDARD + name, name] as const),
  ...['Path', 'PosixPath', 'WindowsPath'].map((name) => [`${STANDARD}python/object/apply:pathlib.${name}`, 'path'] as const),
]);

/**
 * The tag of a node as OmegaConf's loader resolves it (`get_yaml_loader` in `omegaconf/_utils.py`); a string where the
 * tag is none that it knows.
 */
export function tagOf(node: Exclude<SyntaxNode, { kind: 'alias' | 'hole' }>): KnownTag | { readonly unknown: string } {
  if (node.tag !== undefined && node.tag !== '!') return KNOWN.get(node.tag) ?? { unknown: node.tag };
  if (node.kind === 'sequence') return 'seq';
  if (node.kind === 'mapping') return 'map';
  return node.style === 'plain' || node.tag === '!' ? plainTag(node.value) : 'str';
}

/** Whether the tag of a scalar comes from its looks, not from a tag or quotes. */
export function isImplicit(node: ScalarSyntax): boolean {
  return node.tag === '!' || (node.tag === undefined && node.style === 'plain');
}

const BOOLEAN = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/;
const NULL = /^(?:~|null|Null|NULL|)$/;
const INTEGER =
  /^(?:[-+]?0b[01_]+|[-+]?0[0-7_]+|[-+]?(?:0|[1-9][0-9_]*)|[-+]?0x[0-9a-fA-F_]+|[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+)$/;
/** PyYAML's own pattern and, from its second line on, the one that OmegaConf adds. */
const FLOAT = new RegExp(
  [
    String.raw`^(?:[-+]?[0-9][0-9_]*\.[0-9_]*(?:[eE][-+][0-9]+)?|\.[0-9][0-9_]*(?:[eE][-+][0-9]+)?`,
    String.raw`|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)`,
    String.raw`|[-+]?[0-9]+(?:_[0-9]+)*\.[0-9_]*(?:[eE][-+]?[0-9]+)?|[-+]?[0-9]+(?:_[0-9]+)*[eE][-+]?[0-9]+)$`,
  ].join(''),
);

/** What a value without quotes is read as. Dates stay text: OmegaConf takes PyYAML's rule for them away. */
export function plainTag(value: string): 'null' | 'bool' | 'int' | 'float' | 'merge' | 'value' | 'str' {
  if (NULL.test(value)) return 'null';
  if (BOOLEAN.test(value)) return 'bool';
  if (value === '<<') return 'merge';
  if (value === '=') return 'value';
  if (!/^[-+.0-9]/.test(value)) return 'str';
  if (FLOAT.test(value)) return 'float';
  return INTEGER.test(value) ? 'int' : 'str';
}
