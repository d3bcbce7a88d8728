/** The rows that a scrolled list has to draw: from `first` up to, not including, `end`. */
export function visibleRows(
  count: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
  spare: number,
): { readonly first: number; readonly end: number } {
  const top = Math.floor(scrollTop / rowHeight);
  const bottom = Math.ceil((scrollTop + viewHeight) / rowHeight);
  // In steps, so that scrolling by a line does not draw everything anew.
  const first = Math.floor(Math.max(0, Math.min(top, count) - spare) / spare) * spare;
  const end = Math.min(count, Math.ceil((bottom + spare) / spare) * spare);
  return { first, end: Math.max(first, end) };
}
