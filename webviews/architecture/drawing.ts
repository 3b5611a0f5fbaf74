import type { PanelNode, PanelPhase } from '../../src/protocol/panelModel';

/** A drawing in the page: Mermaid's SVG with our names on its parts. */
export interface Drawing {
  readonly svg: SVGSVGElement;
  readonly width: number;
  readonly height: number;
  /** Where the users stand, from the left: the reader begins there. */
  readonly entry: number;
  /** By node id. */
  readonly nodes: ReadonlyMap<string, SVGGElement>;
  readonly edges: readonly DrawnEdge[];
}

export interface DrawnEdge {
  readonly from: string;
  readonly to: string;
  readonly parts: readonly Element[];
}

const forbidden = 'script,iframe,object,embed,img,image,use,audio,video,form,input,link,meta,base';

/**
 * Reads Mermaid's SVG in an inert document, so that nothing in it loads or runs, and keeps drawing elements only. Labels are already
 * escaped where the text is composed and cleaned by Mermaid; the page's policy would stop a script. This is the third wall.
 */
export function readDrawing(markup: string, phase: PanelPhase): Drawing {
  const template = document.createElement('template');
  template.innerHTML = markup;
  const svg = template.content.querySelector('svg');
  if (svg === null) throw new Error('no drawing');
  for (const element of svg.querySelectorAll(forbidden)) element.remove();
  for (const element of svg.querySelectorAll('*')) {
    for (const { name, value } of [...element.attributes]) {
      const link = name === 'href' || name === 'xlink:href' || name === 'src';
      if (/^on/i.test(name) || (link && !value.startsWith('#'))) element.removeAttribute(name);
    }
  }
  const { width, height } = size(svg);
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(height));
  svg.style.maxWidth = 'none';
  const byDomId = new Map(phase.nodes.map((node) => [node.domId, node]));
  const nodes = new Map<string, SVGGElement>();
  for (const element of svg.querySelectorAll<SVGGElement>('g.nodes > g[id*="-flowchart-"], g.root g.nodes > g[id*="-flowchart-"]')) {
    const node = byDomId.get(domIdOf(element.id));
    if (node === undefined) continue;
    nodes.set(node.id, element);
    // Services of AWS have a picture with a ground of its own.
    element.classList.toggle('skylift-tile', node.icon?.startsWith('aws') ?? false);
    markLines(element, node);
  }
  markGroups(svg, phase);
  const first = phase.nodes.find(({ kind }) => kind === 'users');
  const entry = positionOf(nodes.get(first?.id ?? '')) ?? width / 2;
  return { svg, width, height, entry, nodes, edges: readEdges(svg, phase, byDomId) };
}

function positionOf(element: SVGGElement | undefined): number | null {
  const x = /translate\(([^,)]+)/.exec(element?.getAttribute('transform') ?? '')?.[1];
  return x === undefined ? null : Number(x);
}

/** `drawing-3-flowchart-n12-57` stands for `n12`. */
function domIdOf(id: string): string {
  return /-flowchart-(.+)-\d+$/.exec(id)?.[1] ?? '';
}

function size(svg: SVGSVGElement): { readonly width: number; readonly height: number } {
  const [, , width = 0, height = 0] = (svg.getAttribute('viewBox') ?? '').split(/[\s,]+/).map(Number);
  if (width > 0 && height > 0) return { width, height };
  throw new Error('a drawing without a size');
}

/**
 * Names the lines of a label for the style sheet. Mermaid has measured the label in the widest style already, so the others,
 * being lighter and smaller, fit.
 */
function markLines(element: SVGGElement, node: PanelNode): void {
  const paragraph = element.querySelector('.nodeLabel p') ?? element.querySelector('.nodeLabel');
  if (paragraph === null) return;
  let first = true;
  for (const child of [...paragraph.childNodes]) {
    if (child.nodeType !== Node.TEXT_NODE || (child.textContent ?? '').trim() === '') continue;
    const line = document.createElement('span');
    line.className = first ? 'skylift-name' : child.textContent?.trim() === node.cost ? 'skylift-cost' : 'skylift-detail';
    child.replaceWith(line);
    line.append(child);
    first = false;
  }
}

/** Mermaid gives a boundary the id of its subgraph; ours are numbered in the order of the model. */
function markGroups(svg: SVGSVGElement, phase: PanelPhase): void {
  const byDomId = new Map(phase.groups.map((group) => [group.domId, group]));
  for (const element of svg.querySelectorAll<SVGGElement>('g.cluster')) {
    const group = byDomId.get(element.id.slice(svg.id.length + 1));
    if (group === undefined) continue;
    element.classList.add(`skylift-${group.kind}`);
    moveTitleToCorner(element);
  }
}

/** Names of boundaries stand at the upper left, as in AWS's own diagrams: in the middle they collide with connections. */
function moveTitleToCorner(cluster: SVGGElement): void {
  const left = Number(cluster.querySelector(':scope > rect')?.getAttribute('x'));
  const label = cluster.querySelector<SVGGElement>(':scope > .cluster-label');
  const top = /translate\([^,]+,\s*([^)\s][^)]*)\)/.exec(label?.getAttribute('transform') ?? '')?.[1];
  if (Number.isFinite(left) && top !== undefined) label?.setAttribute('transform', `translate(${left + 12}, ${top})`);
}

function readEdges(svg: SVGSVGElement, phase: PanelPhase, byDomId: ReadonlyMap<string, PanelNode>): readonly DrawnEdge[] {
  const edges: DrawnEdge[] = [];
  const kinds = new Map(phase.edges.map((edge) => [`${edge.from}\n${edge.to}`, edge.kind]));
  for (const path of svg.querySelectorAll<SVGPathElement>('path[data-edge="true"]')) {
    const id = path.dataset['id'] ?? '';
    // eslint-disable-next-line regexp/no-super-linear-backtracking -- the ids are the panel’s own, and short
    const [, fromDom = '', toDom = ''] = /^L_(\w+?)_(\w+?)_\d+$/.exec(id) ?? [];
    const from = byDomId.get(fromDom)?.id;
    const to = byDomId.get(toDom)?.id;
    if (from === undefined || to === undefined) continue;
    const kind = kinds.get(`${from}\n${to}`);
    if (kind !== undefined) path.classList.add(`skylift-kind-${kind}`);
    const label = svg.querySelector(`g.edgeLabel g[data-id="${CSS.escape(id)}"]`)?.closest('g.edgeLabel');
    edges.push({ from, to, parts: label === null || label === undefined ? [path] : [path, label] });
  }
  return edges;
}

/** A file that opens outside of the panel: on its own, with a background, without what makes it interactive. */
export function exportSvg(drawing: Drawing, background: string): string {
  const copy = document.importNode(drawing.svg, true);
  copy.style.backgroundColor = background;
  for (const element of copy.querySelectorAll('[data-node]')) {
    for (const name of ['tabindex', 'role', 'aria-label', 'aria-describedby', 'aria-haspopup', 'data-node']) element.removeAttribute(name);
  }
  return new XMLSerializer().serializeToString(copy);
}
