import type { Box, Point } from './layout';

/** An edge as dagre leaves it: its ends and the places where it passes the layers between. */
export interface Route {
  readonly from: string;
  readonly to: string;
  readonly through: readonly Point[];
}

interface Row {
  readonly center: number;
  top: number;
  bottom: number;
}

interface Stop {
  x: number;
  readonly row: number;
}

const portMargin = 12;
const portGap = 9;

/**
 * Lines of right angles: down from a card, along the channel between two layers, down through the place that dagre
 * kept free. Lines in one channel get tracks of their own, so that none lies on another and none crosses a card.
 */
export function routeEdges(routes: readonly Route[], boxes: ReadonlyMap<string, Box>, passHeight: number): readonly (readonly Point[])[] {
  const rows = rowsOf(routes, boxes, passHeight);
  const stops = routes.map((route) => stopsOf(route, boxes, rows));
  spreadPorts(routes, stops, boxes);
  const tracks = assignTracks(stops, rows);
  return routes.map((route, index) => pointsOf(route, stops[index] ?? [], index, { boxes, rows, tracks }));
}

const trackGap = 7;

/**
 * How far each height has to move down so that every channel has room for its tracks: a function of the old height.
 * Everything of one layer moves by the same amount.
 */
export function roomForTracks(routes: readonly Route[], boxes: ReadonlyMap<string, Box>, passHeight: number): (center: number) => number {
  const rows = rowsOf(routes, boxes, passHeight);
  const stops = routes.map((route) => stopsOf(route, boxes, rows));
  spreadPorts(routes, stops, boxes);
  const counts = new Map<number, number>();
  for (const [key, track] of assignTracks(stops, rows)) {
    const [edge = 0, step = 0] = key.split(' ').map(Number);
    const path = stops[edge] ?? [];
    const [from, to] = [path[step], path[step + 1]];
    if (from !== undefined && to !== undefined) counts.set(channelOf(from, to), track.count);
  }
  let moved = 0;
  const moves = rows.map((row, index) => {
    const own = moved;
    const gap = (rows[index + 1]?.top ?? Number.POSITIVE_INFINITY) - row.bottom;
    moved += Math.max(0, ((counts.get(index) ?? 0) + 1) * trackGap - gap);
    return { center: row.center, move: own };
  });
  return (center) => moves.find((row) => Math.abs(row.center - center) < 1)?.move ?? 0;
}

function rowsOf(routes: readonly Route[], boxes: ReadonlyMap<string, Box>, passHeight: number): readonly Row[] {
  const rows: Row[] = [];
  const include = (center: number, height: number): void => {
    const known = rows.find((row) => Math.abs(row.center - center) < 1);
    if (known === undefined) rows.push({ center, top: center - height / 2, bottom: center + height / 2 });
    else {
      known.top = Math.min(known.top, center - height / 2);
      known.bottom = Math.max(known.bottom, center + height / 2);
    }
  };
  for (const box of boxes.values()) include(box.y + box.height / 2, box.height);
  for (const route of routes) for (const point of route.through) include(point.y, passHeight);
  return rows.sort((a, b) => a.center - b.center);
}

function stopsOf(route: Route, boxes: ReadonlyMap<string, Box>, rows: readonly Row[]): Stop[] {
  const rowOf = (y: number): number => rows.findIndex((row) => Math.abs(row.center - y) < 1);
  const end = (id: string): Stop => {
    const box = boxes.get(id) ?? { x: 0, y: 0, width: 0, height: 0 };
    return { x: box.x + box.width / 2, row: rowOf(box.y + box.height / 2) };
  };
  return [end(route.from), ...route.through.map((point) => ({ x: point.x, row: rowOf(point.y) })), end(route.to)];
}

interface Port {
  readonly stop: Stop;
  readonly wanted: number;
}

/** Each line gets its own place on the side of a card, in the order of where it goes. */
function spreadPorts(routes: readonly Route[], stops: readonly (readonly Stop[])[], boxes: ReadonlyMap<string, Box>): void {
  const sides = new Map<string, Port[]>();
  const add = (id: string, stop: Stop | undefined, next: Stop | undefined): void => {
    if (stop === undefined || next === undefined) return;
    const key = `${next.row > stop.row ? 'bottom' : 'top'} ${id}`;
    sides.set(key, [...(sides.get(key) ?? []), { stop, wanted: next.x }]);
  };
  routes.forEach((route, index) => {
    const path = stops[index] ?? [];
    add(route.from, path[0], path[1]);
    add(route.to, path.at(-1), path.at(-2));
  });
  for (const [key, ports] of sides) {
    const box = boxes.get(key.slice(key.indexOf(' ') + 1));
    if (box !== undefined) placePorts(ports, box);
  }
}

function placePorts(ports: readonly Port[], box: Box): void {
  const sorted = [...ports].sort((a, b) => a.wanted - b.wanted);
  const left = box.x + portMargin;
  const right = box.x + box.width - portMargin;
  const gap = Math.min(portGap, (right - left) / Math.max(1, sorted.length - 1));
  let previous = left - gap;
  for (const port of sorted) {
    port.stop.x = Math.max(Math.min(Math.max(port.wanted, left), right), previous + gap);
    previous = port.stop.x;
  }
  let next = right + gap;
  for (const port of sorted.toReversed()) {
    port.stop.x = Math.min(port.stop.x, next - gap);
    next = port.stop.x;
  }
}

interface Track {
  readonly index: number;
  readonly count: number;
}

/** Tracks of the horizontal parts, by edge and by the number of the step. */
function assignTracks(stops: readonly (readonly Stop[])[], rows: readonly Row[]): ReadonlyMap<string, Track> {
  const channels = new Map<number, { readonly key: string; readonly from: number; readonly to: number }[]>();
  stops.forEach((path, edge) => {
    path.slice(1).forEach((stop, step) => {
      const before = path[step];
      if (before === undefined || Math.abs(before.x - stop.x) < 0.5) return;
      const channel = channelOf(before, stop);
      const part = { key: `${String(edge)} ${String(step)}`, from: Math.min(before.x, stop.x), to: Math.max(before.x, stop.x) };
      channels.set(channel, [...(channels.get(channel) ?? []), part]);
    });
  });
  const tracks = new Map<string, Track>();
  for (const [channel, parts] of channels) {
    if (channel < 0 || channel >= rows.length) continue;
    const ends: number[] = [];
    const chosen = [...parts]
      .sort((a, b) => a.from - b.from || a.to - b.to)
      .map((part) => {
        const free = ends.findIndex((end) => end + 6 < part.from);
        const index = free === -1 ? ends.length : free;
        ends[index] = part.to;
        return { key: part.key, index };
      });
    for (const { key, index } of chosen) tracks.set(key, { index, count: ends.length });
  }
  return tracks;
}

/** The gap below the upper of two layers. */
function channelOf(a: Stop, b: Stop): number {
  return Math.min(a.row, b.row);
}

interface Geometry {
  readonly boxes: ReadonlyMap<string, Box>;
  readonly rows: readonly Row[];
  readonly tracks: ReadonlyMap<string, Track>;
}

function pointsOf(route: Route, path: readonly Stop[], edge: number, geometry: Geometry): readonly Point[] {
  const points: Point[] = [];
  path.forEach((stop, position) => {
    const next = path[position + 1];
    points.push({ x: stop.x, y: heightAt(route, path, position, geometry) });
    if (next === undefined || Math.abs(next.x - stop.x) < 0.5) return;
    const y = channelHeight(channelOf(stop, next), geometry.tracks.get(`${String(edge)} ${String(position)}`), geometry.rows);
    points.push({ x: stop.x, y }, { x: next.x, y });
  });
  return withoutStraight(points);
}

function heightAt(route: Route, path: readonly Stop[], position: number, { boxes, rows }: Geometry): number {
  const stop = path[position];
  if (stop === undefined) return 0;
  const id = position === 0 ? route.from : position === path.length - 1 ? route.to : null;
  const box = id === null ? undefined : boxes.get(id);
  if (box === undefined) return rows[stop.row]?.center ?? 0;
  const neighbour = position === 0 ? path[1] : path[position - 1];
  return neighbour !== undefined && neighbour.row > stop.row ? box.y + box.height : box.y;
}

function channelHeight(channel: number, track: Track | undefined, rows: readonly Row[]): number {
  const top = rows[channel]?.bottom ?? 0;
  const bottom = rows[channel + 1]?.top ?? top;
  const { index, count } = track ?? { index: 0, count: 1 };
  return top + ((bottom - top) * (index + 1)) / (count + 1);
}

/** Points on a straight line between their neighbours say nothing. */
function withoutStraight(points: readonly Point[]): readonly Point[] {
  return points.filter((point, index) => {
    const before = points[index - 1];
    const after = points[index + 1];
    if (before === undefined || after === undefined) return true;
    const vertical = Math.abs(before.x - point.x) < 0.5 && Math.abs(after.x - point.x) < 0.5;
    const horizontal = Math.abs(before.y - point.y) < 0.5 && Math.abs(after.y - point.y) < 0.5;
    return !vertical && !horizontal;
  });
}
