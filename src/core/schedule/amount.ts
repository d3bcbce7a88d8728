import type { ConfigNode } from '../tree/node';

/** A value of a request as Python would compare it: what it is, and the value where it is a number. */
export interface Amount {
  readonly kind: ConfigNode['kind'];
  /** `undefined` for what is no number. Python counts `True` as 1. */
  readonly number: number | undefined;
}

/** The amount that a node of a request stands for. */
export function amountOf(node: ConfigNode): Amount {
  return { kind: node.kind, number: isNumeric(node) ? Number(node.value) : undefined };
}

/** A whole or broken number as an amount. */
export function numberAmount(number: number): Amount {
  return { kind: Number.isInteger(number) ? 'integer' : 'float', number };
}

/** Whether Python takes the value for a number. */
export function isNumeric(node: Pick<ConfigNode, 'kind'>): boolean {
  return node.kind === 'integer' || node.kind === 'float' || node.kind === 'boolean';
}
