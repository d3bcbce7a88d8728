import type { GraphGroup, GraphNode } from '../model';
import type { Box } from './node-box';

/** A rectangle of the drawing; `y` grows downwards. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A node with the box that holds its words. */
export interface PlacedNode extends Rectangle {
  readonly node: GraphNode;
  readonly box: Box;
}

/** A frame around the nodes of an app. */
export interface PlacedGroup extends Rectangle {
  readonly group: GraphGroup;
}
