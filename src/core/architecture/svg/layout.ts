import type { Architecture, ArchitectureNode } from '../../model';
import { textWidth } from './metrics';
import { roomForTracks, routeEdges, type Route } from './routing';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedEdge {
  readonly index: number;
  readonly points: readonly Point[];
  readonly label: Point | null;
}

export interface Placement {
  readonly width: number;
  readonly height: number;
  readonly nodes: ReadonlyMap<string, Box>;
  readonly groups: ReadonlyMap<string, Box>;
  readonly edges: readonly PlacedEdge[];
}

export const edgeLabelSize = 10;
const edgeLabelHeight = 16;
export const groupLabelSize = 12;
const groupPadding = 14;
const groupTitle = 26;

export interface LayoutSizes {
  readonly cards: ReadonlyMap<string, { readonly width: number; readonly height: number }>;
  /** By edge, in the architecture's order. */
  readonly edgeLabels: readonly (string | null)[];
  /** By group, in the architecture's order. */
  readonly groupTitles: readonly string[];
}

/** Places nodes in layers from users to stores with dagre; the boxes of groups follow from what they hold. */
export async function layOut(architecture: Architecture, sizes: LayoutSizes): Promise<Placement> {
  const labels = sizes.edgeLabels;
  const dagre = await import('@dagrejs/dagre');
  const graph = new dagre.graphlib.Graph({ directed: true, compound: true, multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 26, ranksep: 56, edgesep: 12, marginx: 24, marginy: 24, ranker: 'network-simplex' });
  for (const group of architecture.groups) graph.setNode(groupKey(group.id), {});
  for (const group of architecture.groups) if (group.parent !== null) graph.setParent(groupKey(group.id), groupKey(group.parent));
  for (const node of architecture.nodes) {
    graph.setNode(node.id, sizeOf(architecture, node, sizes));
    if (node.group !== null) graph.setParent(node.id, groupKey(node.group));
  }
  architecture.edges.forEach((edge, index) => {
    const label = labels[index] ?? null;
    graph.setEdge(edge.from, edge.to, { width: label === null ? 0 : textWidth(label, edgeLabelSize) + 10, height: label === null ? 0 : edgeLabelHeight, labelpos: 'c' }, String(index));
  });
  dagre.layout(graph);
  const found = {
    nodes: new Map(architecture.nodes.map((node) => [node.id, boxOf(graph.node(node.id))])),
    passed: architecture.edges.map((edge, index) => passedPlaces(graph.edge(edge.from, edge.to, String(index)))),
  };
  const { nodes, passed } = withRoom(architecture, found);
  const lines = routeEdges(routesOf(architecture, passed), nodes, edgeLabelHeight);
  const edges = architecture.edges.map((_, index) => ({
    index,
    points: lines[index] ?? [],
    label: (labels[index] ?? null) === null ? null : (passed[index]?.label ?? null),
  }));
  return moveToOrigin({ nodes, groups: groupBoxes(architecture, nodes), edges });
}

/** The first card of a group is at least as wide as the group's title, so that the title has room. */
function sizeOf(architecture: Architecture, node: ArchitectureNode, sizes: LayoutSizes): { width: number; height: number } {
  const { width, height } = sizes.cards.get(node.id) ?? { width: 100, height: 40 };
  const first = architecture.nodes.find((candidate) => candidate.group === node.group);
  if (node.group === null || first?.id !== node.id) return { width, height };
  const title = sizes.groupTitles[architecture.groups.findIndex((group) => group.id === node.group)] ?? '';
  return { width: Math.max(width, textWidth(title, groupLabelSize, true) + 24 - 2 * groupPadding), height };
}

/** Groups and nodes share dagre's names: a prefix that no node id has keeps them apart. */
function groupKey(id: string): string {
  return `group ${id}`;
}

function boxOf(label: unknown): Box {
  const { x, y, width, height } = label as { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  return { x: x - width / 2, y: y - height / 2, width, height };
}

interface Found {
  readonly nodes: ReadonlyMap<string, Box>;
  readonly passed: readonly Passed[];
}

interface Passed {
  readonly through: readonly Point[];
  readonly label: Point | null;
}

function routesOf(architecture: Architecture, passed: readonly Passed[]): readonly Route[] {
  return architecture.edges.map((edge, index) => ({ from: edge.from, to: edge.to, through: passed[index]?.through ?? [] }));
}

/** Moves layers apart where many lines run between them. */
function withRoom(architecture: Architecture, { nodes, passed }: Found): Found {
  const moveOf = roomForTracks(routesOf(architecture, passed), nodes, edgeLabelHeight);
  const down = (point: Point): Point => ({ x: point.x, y: point.y + moveOf(point.y) });
  return {
    nodes: new Map([...nodes].map(([id, box]) => [id, { ...box, y: box.y + moveOf(box.y + box.height / 2) }])),
    passed: passed.map((one) => ({ through: one.through.map(down), label: one.label === null ? null : down(one.label) })),
  };
}

/** dagre's first and last point lie on the cards; those between are the places that it kept free. */
function passedPlaces(label: unknown): Passed {
  const { points, x, y } = label as { readonly points: readonly Point[]; readonly x?: number; readonly y?: number };
  return { through: points.slice(1, -1), label: x !== undefined && y !== undefined ? { x, y } : null };
}

/** From the inside out: a group surrounds its nodes and the groups in it, with room for its title. */
function groupBoxes(architecture: Architecture, nodes: ReadonlyMap<string, Box>): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>();
  const boxFor = (id: string): Box => {
    const known = boxes.get(id);
    if (known !== undefined) return known;
    const inside = [
      ...architecture.nodes.filter((node) => node.group === id).map((node) => nodes.get(node.id)),
      ...architecture.groups.filter((group) => group.parent === id).map((group) => boxFor(group.id)),
    ].filter((box) => box !== undefined);
    const around = surround(inside);
    const box = {
      x: around.x - groupPadding,
      y: around.y - groupPadding - groupTitle,
      width: around.width + 2 * groupPadding,
      height: around.height + 2 * groupPadding + groupTitle,
    };
    boxes.set(id, box);
    return box;
  };
  for (const group of architecture.groups) boxFor(group.id);
  return boxes;
}

function surround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) return { x: 0, y: 0, width: 0, height: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    width: Math.max(...boxes.map((box) => box.x + box.width)) - x,
    height: Math.max(...boxes.map((box) => box.y + box.height)) - y,
  };
}

const margin = 20;

function moveToOrigin(placed: Pick<Placement, 'nodes' | 'groups' | 'edges'>): Placement {
  const points = placed.edges.flatMap((edge) => [...edge.points, ...(edge.label === null ? [] : [edge.label])]);
  const all = surround([...placed.nodes.values(), ...placed.groups.values(), ...points.map((point) => ({ ...point, width: 0, height: 0 }))]);
  const dx = margin - all.x;
  const dy = margin - all.y;
  const box = (value: Box): Box => ({ ...value, x: value.x + dx, y: value.y + dy });
  const point = (value: Point): Point => ({ x: value.x + dx, y: value.y + dy });
  return {
    width: Math.ceil(all.width + 2 * margin),
    height: Math.ceil(all.height + 2 * margin),
    nodes: new Map([...placed.nodes].map(([id, value]) => [id, box(value)])),
    groups: new Map([...placed.groups].map(([id, value]) => [id, box(value)])),
    edges: placed.edges.map((edge) => ({ ...edge, points: edge.points.map(point), label: edge.label === null ? null : point(edge.label) })),
  };
}
