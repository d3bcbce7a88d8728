import type { GraphGroup, GraphNode } from '../model';
import type { Box } from './node-box';

/** A rectangle of the drawing; `y` grows downwards. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedNode extends Rectangle {
  readonly node: GraphNode;
  readonly box: Box;
}

export interface PlacedGroup extends Rectangle {
  readonly group: GraphGroup;
}
