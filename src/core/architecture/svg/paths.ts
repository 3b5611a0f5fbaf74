import type { Point } from './layout';

const radius = 10;

/** A line through the points with rounded corners. */
export function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const last = rest.at(-1);
  if (last === undefined) return `M${coordinates(first)}`;
  const parts = [`M${coordinates(first)}`];
  rest.slice(0, -1).forEach((corner, index) => {
    const before = points[index] ?? first;
    const after = points[index + 2] ?? last;
    parts.push(`L${coordinates(towards(corner, before))}`, `Q${coordinates(corner)} ${coordinates(towards(corner, after))}`);
  });
  parts.push(`L${coordinates(last)}`);
  return parts.join('');
}

/** The point on the way from a corner to its neighbour where the rounding begins. */
function towards(corner: Point, neighbour: Point): Point {
  const length = Math.hypot(neighbour.x - corner.x, neighbour.y - corner.y);
  if (length === 0) return corner;
  const share = Math.min(radius, length / 2) / length;
  return { x: corner.x + (neighbour.x - corner.x) * share, y: corner.y + (neighbour.y - corner.y) * share };
}

function coordinates(point: Point): string {
  return `${number(point.x)} ${number(point.y)}`;
}

export function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
