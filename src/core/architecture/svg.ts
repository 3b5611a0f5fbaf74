import { phaseInfo } from '../catalog/phases';
import { localize, type Language, type Localized } from '../l10n/localized';
import type { Architecture, ArchitectureEdge, ArchitectureGroup, ArchitectureNode, EdgeKind, PhaseEstimate } from '../model';
import { nodeCosts, totalText } from './costs';
import { iconSize, layOutCard, type Card } from './svg/cards';
import { edgeLabelSize, groupLabelSize, layOut, type Box, type PlacedEdge, type Placement } from './svg/layout';
import { textWidth } from './svg/metrics';
import { number, pathThrough } from './svg/paths';
import { themes, type Colors, type SvgTheme } from './svg/theme';

/** Drawing of an icon as the `logos` set gives it. */
export interface SvgIcon {
  readonly body: string;
  readonly width: number;
  readonly height: number;
}

export interface SvgOptions {
  readonly language: Language;
  readonly estimate?: PhaseEstimate;
  readonly theme: SvgTheme;
  /** Icons by id; nodes without one stand as plain cards. */
  readonly icons?: Readonly<Record<string, SvgIcon>>;
}

const headerHeight = 58;
const legendHeight = 34;
const font = 'Helvetica, Arial, "Liberation Sans", sans-serif';

/** A picture of the architecture that needs no browser: laid out by dagre, measured by its own table of widths. */
export async function renderSvg(architecture: Architecture, options: SvgOptions): Promise<string> {
  const costs = options.estimate === undefined ? new Map() : nodeCosts(options.estimate);
  const cards = new Map(
    architecture.nodes.map((node) => [node.id, layOutCard(node, options.language, costs.get(node.id), iconOf(node, options) !== undefined)]),
  );
  const labels = architecture.edges.map((edge) => (edge.label === null ? null : localize(edge.label, options.language)));
  const placement = await layOut(architecture, { cards, edgeLabels: labels, groupTitles: architecture.groups.map((group) => localize(group.label, options.language)) });
  return draw({ architecture, options, colors: themes[options.theme], cards, labels, placement });
}

interface Drawing {
  readonly architecture: Architecture;
  readonly options: SvgOptions;
  readonly colors: Colors;
  readonly cards: ReadonlyMap<string, Card>;
  readonly labels: readonly (string | null)[];
  readonly placement: Placement;
}

function draw(drawing: Drawing): string {
  const { placement, colors } = drawing;
  const title = phaseInfo(drawing.architecture.phase).title[drawing.options.language];
  const legend = legendItems(drawing);
  const width = Math.ceil(Math.max(placement.width, headerWidth(drawing), legendWidth(legend) + 48));
  const height = placement.height + headerHeight + legendHeight;
  const shift = (width - placement.width) / 2;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}" viewBox="0 0 ${String(width)} ${String(height)}" role="img" aria-labelledby="title desc" font-family='${font}'>`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description(drawing))}</desc>`,
    `<defs>${markers(colors)}</defs>`,
    `<rect width="100%" height="100%" fill="${colors.background}"/>`,
    header(drawing, title),
    `<g transform="translate(${number(shift)} ${String(headerHeight)})">`,
    ...groupsFromOutside(drawing.architecture.groups).map((group) => groupBox(drawing, group)),
    ...placement.edges.map((edge) => edgeLine(drawing, edge)),
    ...drawing.architecture.groups.map((group) => groupTitle(drawing, group)),
    ...drawing.architecture.nodes.map((node) => nodeCard(drawing, node)),
    ...placement.edges.map((edge) => edgeLabel(drawing, edge)),
    '</g>',
    legendRow(legend, colors, height - legendHeight / 2),
    '</svg>',
    '',
  ].join('\n');
}

function description({ architecture, options }: Drawing): string {
  const names = new Map(architecture.nodes.map((node) => [node.id, localize(node.label, options.language)]));
  return architecture.edges.map((edge) => `${names.get(edge.from) ?? ''} → ${names.get(edge.to) ?? ''}`).join('; ');
}

function headerWidth(drawing: Drawing): number {
  return textWidth(headerTexts(drawing).join('    '), 20, true) + 48;
}

function headerTexts({ architecture, options }: Drawing): readonly [string, string] {
  const total = options.estimate === undefined || options.estimate.services.length === 0 ? '' : totalText(options.estimate, options.language);
  return [phaseInfo(architecture.phase).title[options.language], total];
}

function header(drawing: Drawing, title: string): string {
  const { colors } = drawing;
  const [, total] = headerTexts(drawing);
  const cost = total === '' ? '' : `<text x="${number(24 + textWidth(title, 20, true) + 16)}" y="38" font-size="16" font-weight="700" fill="${colors.cost}">${escapeXml(total)}</text>`;
  return `<text x="24" y="38" font-size="20" font-weight="700" fill="${colors.text}">${escapeXml(title)}</text>${cost}`;
}

function groupsFromOutside(groups: readonly ArchitectureGroup[]): readonly ArchitectureGroup[] {
  const depth = (group: ArchitectureGroup): number => {
    const parent = groups.find((candidate) => candidate.id === group.parent);
    return parent === undefined ? 0 : depth(parent) + 1;
  };
  return [...groups].sort((a, b) => depth(a) - depth(b));
}

function groupBox({ placement, colors }: Drawing, group: ArchitectureGroup): string {
  const box = placement.groups.get(group.id);
  if (box === undefined) return '';
  const { fill, stroke } = colors.groups[group.kind];
  const dashed = group.kind === 'outside' || group.kind === 'region' ? ' stroke-dasharray="6 4"' : '';
  return `<rect ${frame(box)} rx="10" fill="${fill}" stroke="${stroke}" stroke-width="1.2"${dashed}/>`;
}

/** Above the lines, on the colour of its group: a line that passes behind a title leaves it readable. */
function groupTitle({ placement, colors, options }: Drawing, group: ArchitectureGroup): string {
  const box = placement.groups.get(group.id);
  if (box === undefined) return '';
  const text = localize(group.label, options.language);
  const width = textWidth(text, groupLabelSize, true) + 8;
  const back = `<rect x="${number(box.x + 8)}" y="${number(box.y + 7)}" width="${number(width)}" height="18" rx="4" fill="${colors.groups[group.kind].fill}"/>`;
  return `${back}<text x="${number(box.x + 12)}" y="${number(box.y + 20)}" font-size="${String(groupLabelSize)}" font-weight="700" fill="${colors.muted}">${escapeXml(text)}</text>`;
}

function frame(box: Box): string {
  return `x="${number(box.x)}" y="${number(box.y)}" width="${number(box.width)}" height="${number(box.height)}"`;
}

function nodeCard(drawing: Drawing, node: ArchitectureNode): string {
  const box = drawing.placement.nodes.get(node.id);
  const card = drawing.cards.get(node.id);
  if (box === undefined || card === undefined) return '';
  const { fill, stroke } = drawing.colors.nodes[node.kind];
  const dashed = node.kind === 'external' ? ' stroke-dasharray="4 3"' : '';
  const icon = iconOf(node, drawing.options);
  const lines = card.lines.map(
    (line) =>
      `<text x="${number(box.x + card.textX)}" y="${number(box.y + line.y)}" font-size="${String(line.size)}"${line.bold ? ' font-weight="700"' : ''} fill="${drawing.colors[line.tone]}">${escapeXml(line.text)}</text>`,
  );
  const strip = node.kind === 'users' ? '' : `<rect x="${number(box.x)}" y="${number(box.y + 8)}" width="4" height="${number(box.height - 16)}" rx="2" fill="${stroke}"/>`;
  const picture = icon === undefined ? strip : iconPicture(icon, node, drawing, box);
  return `<g><rect ${frame(box)} rx="${node.kind === 'users' ? '18' : '7'}" fill="${fill}" stroke="${stroke}" stroke-width="1.4"${dashed}/>${picture}${lines.join('')}</g>`;
}

function iconOf(node: ArchitectureNode, options: SvgOptions): SvgIcon | undefined {
  if (node.icon === null || options.icons === undefined) return undefined;
  return Object.hasOwn(options.icons, node.icon) ? options.icons[node.icon] : undefined;
}

/** The set's ids (gradients, clips) are made the node's own, or the first one would serve all. */
function iconPicture(icon: SvgIcon, node: ArchitectureNode, { architecture, colors }: Drawing, box: Box): string {
  const prefix = `i${String(architecture.nodes.indexOf(node))}-`;
  const body = icon.body.replace(/\bid="([^"]+)"/g, `id="${prefix}$1"`).replace(/url\(#([^)]+)\)/g, `url(#${prefix}$1)`).replace(/href="#([^"]+)"/g, `href="#${prefix}$1"`);
  return `<svg x="${number(box.x + 12)}" y="${number(box.y + (box.height - iconSize) / 2)}" width="${String(iconSize)}" height="${String(iconSize)}" viewBox="0 0 ${String(icon.width)} ${String(icon.height)}" color="${colors.text}">${body}</svg>`;
}

const dashes: Readonly<Record<EdgeKind, string>> = { request: '', data: '', event: '6 4', assets: '', logs: '2 4' };

function edgeLine({ architecture, colors }: Drawing, edge: PlacedEdge): string {
  const kind = architecture.edges[edge.index]?.kind ?? 'data';
  const dash = dashes[kind] === '' ? '' : ` stroke-dasharray="${dashes[kind]}"`;
  return `<path d="${pathThrough(edge.points)}" fill="none" stroke="${edgeColor(colors, kind)}" stroke-width="1.5"${dash} marker-end="url(#arrow-${kind})"/>`;
}

function edgeColor(colors: Colors, kind: EdgeKind): string {
  switch (kind) {
    case 'request':
      return colors.nodes.users.stroke;
    case 'event':
      return colors.nodes.process.stroke;
    case 'assets':
      return colors.groups['public-subnet'].stroke;
    case 'data':
      return colors.nodes.store.stroke;
    case 'logs':
      return colors.edge;
  }
}

function edgeLabel({ labels, colors }: Drawing, edge: PlacedEdge): string {
  const text = labels[edge.index] ?? null;
  if (text === null || edge.label === null) return '';
  const width = textWidth(text, edgeLabelSize) + 8;
  const { x, y } = edge.label;
  return `<g><rect x="${number(x - width / 2)}" y="${number(y - 8)}" width="${number(width)}" height="16" rx="4" fill="${colors.background}" fill-opacity="0.88"/><text x="${number(x)}" y="${number(y + 3.5)}" font-size="${String(edgeLabelSize)}" text-anchor="middle" fill="${colors.edgeLabel}">${escapeXml(text)}</text></g>`;
}

function markers(colors: Colors): string {
  const kinds = Object.keys(dashes) as EdgeKind[];
  return kinds
    .map(
      (kind) =>
        `<marker id="arrow-${kind}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0L10 5L0 10z" fill="${edgeColor(colors, kind)}"/></marker>`,
    )
    .join('');
}

const kindNames: Readonly<Record<EdgeKind, Localized>> = {
  request: { en: 'requests', 'pt-br': 'requisições' },
  data: { en: 'data', 'pt-br': 'dados' },
  event: { en: 'events and jobs', 'pt-br': 'eventos e jobs' },
  assets: { en: 'files for browsers', 'pt-br': 'arquivos para navegadores' },
  logs: { en: 'logs', 'pt-br': 'logs' },
};

interface LegendItem {
  readonly kind: EdgeKind;
  readonly text: string;
}

function legendItems({ architecture, options }: Drawing): readonly LegendItem[] {
  const used = new Set(architecture.edges.map((edge: ArchitectureEdge) => edge.kind));
  return (Object.keys(kindNames) as EdgeKind[]).filter((kind) => used.has(kind)).map((kind) => ({ kind, text: localize(kindNames[kind], options.language) }));
}

function legendItemWidth(item: LegendItem): number {
  return 34 + textWidth(item.text, 11) + 24;
}

function legendWidth(items: readonly LegendItem[]): number {
  return items.reduce((sum, item) => sum + legendItemWidth(item), 0);
}

function legendRow(items: readonly LegendItem[], colors: Colors, y: number): string {
  let x = 24;
  return items
    .map((item) => {
      const dash = dashes[item.kind] === '' ? '' : ` stroke-dasharray="${dashes[item.kind]}"`;
      const part = `<path d="M${number(x)} ${number(y)}h26" stroke="${edgeColor(colors, item.kind)}" stroke-width="1.5"${dash} marker-end="url(#arrow-${item.kind})"/><text x="${number(x + 34)}" y="${number(y + 4)}" font-size="11" fill="${colors.muted}">${escapeXml(item.text)}</text>`;
      x += legendItemWidth(item);
      return part;
    })
    .join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What XML 1.0 does not allow at all, and the marks that turn the reading direction. */
// eslint-disable-next-line no-control-regex -- these are the characters that must not get into the file
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

export function escapeXml(text: string): string {
  return text.replace(forbidden, ' ').replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
