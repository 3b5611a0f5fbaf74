import { localize, type Language } from '../l10n/localized';
import { phaseInfo } from '../catalog/phases';
import type { Architecture, ArchitectureEdge, ArchitectureGroup, ArchitectureNode, NodeKind, PhaseEstimate } from '../model';
import { nodeCostText, nodeCosts, totalText, type NodeCost } from './costs';

export interface MermaidOptions {
  readonly language: Language;
  readonly estimate?: PhaseEstimate;
  /** Writes the monthly cost under each node that carries one, and the total above. */
  readonly costs: boolean;
  /** Icon nodes of the pack `logos`; plain shapes, which every Mermaid draws, without. */
  readonly icons: boolean;
  /** Fills of its own, for a page that has no theme; true by default. */
  readonly colors?: boolean;
  readonly direction?: 'TB' | 'LR';
}

export interface MermaidText {
  readonly text: string;
  /** Id in the text (`n0`) → id of the architecture's node. */
  readonly nodeIds: Readonly<Record<string, string>>;
}

/** A flowchart of the architecture. Ids are Skylift's own and every label is escaped: text of a repository is hostile. */
export function renderMermaid(architecture: Architecture, options: MermaidOptions): string {
  return renderMermaidWithIds(architecture, options).text;
}

export function renderMermaidWithIds(architecture: Architecture, options: MermaidOptions): MermaidText {
  const ids = new Map(architecture.nodes.map((node, index) => [node.id, `n${String(index)}`]));
  const costs = options.costs && options.estimate !== undefined ? nodeCosts(options.estimate) : new Map<string, NodeCost>();
  const writer: Writer = { architecture, options, ids, costs };
  const lines = [
    `flowchart ${options.direction ?? 'TB'}`,
    `  accTitle: ${plain(titleOf(writer))}`,
    `  accDescr: ${plain(descriptionOf(writer))}`,
    ...nodesOf(writer, null, 1),
    ...groupsOf(writer, null, 1),
    ...architecture.edges.flatMap((edge) => edgeLine(writer, edge)),
    ...(options.colors === false ? [] : classDefinitions(architecture.nodes)),
  ];
  return {
    text: `${lines.join('\n')}\n`,
    nodeIds: Object.fromEntries([...ids].map(([node, id]) => [id, node])),
  };
}

interface Writer {
  readonly architecture: Architecture;
  readonly options: MermaidOptions;
  readonly ids: ReadonlyMap<string, string>;
  readonly costs: ReadonlyMap<string, NodeCost>;
}

function titleOf({ architecture, options }: Writer): string {
  const title = phaseInfo(architecture.phase).title[options.language];
  const { estimate } = options;
  if (!options.costs || estimate === undefined || estimate.services.length === 0) return title;
  return `${title}, ${totalText(estimate, options.language)}`;
}

function descriptionOf({ architecture, options }: Writer): string {
  const flows = architecture.edges.length;
  const parts = architecture.nodes.map((node) => localize(node.label, options.language)).join(', ');
  return options.language === 'pt-br'
    ? `${String(architecture.nodes.length)} partes e ${String(flows)} fluxos: ${parts}`
    : `${String(architecture.nodes.length)} parts and ${String(flows)} flows: ${parts}`;
}

function groupsOf(writer: Writer, parent: string | null, depth: number): string[] {
  return writer.architecture.groups
    .filter((group) => group.parent === parent)
    .flatMap((group) => {
      const indent = '  '.repeat(depth);
      return [
        `${indent}subgraph ${groupId(writer, group)}["${shownLabel(localize(group.label, writer.options.language))}"]`,
        ...nodesOf(writer, group.id, depth + 1),
        ...groupsOf(writer, group.id, depth + 1),
        `${indent}end`,
      ];
    });
}

function groupId(writer: Writer, group: ArchitectureGroup): string {
  return `g${String(writer.architecture.groups.indexOf(group))}`;
}

function nodesOf(writer: Writer, group: string | null, depth: number): string[] {
  return writer.architecture.nodes
    .filter((node) => node.group === group)
    .map((node) => `${'  '.repeat(depth)}${nodeText(writer, node)}`);
}

function nodeText(writer: Writer, node: ArchitectureNode): string {
  const id = writer.ids.get(node.id) ?? 'n';
  const label = labelOf(writer, node);
  if (writer.options.icons && node.icon !== null) {
    return `${id}@{ icon: "logos:${iconName(node.icon)}", form: "square", label: "${label}", pos: "b", h: 48 }\n  class ${id} ${className(node.kind)}`;
  }
  const [open, close] = shapes[node.kind];
  return `${id}${open}"${label}"${close}:::${className(node.kind)}`;
}

/** Icon ids are Skylift's own words; anything else would break out of the string. */
function iconName(icon: string): string {
  return icon.replace(/[^a-z0-9-]/g, '');
}

function labelOf(writer: Writer, node: ArchitectureNode): string {
  const { language } = writer.options;
  const lines = [localize(node.label, language)];
  if (node.detail !== null) lines.push(localize(node.detail, language));
  const cost = writer.costs.get(node.id);
  if (cost !== undefined) lines.push(nodeCostText(cost, language));
  return lines.map(shownLabel).join('<br/>');
}

const shapes: Readonly<Record<NodeKind, readonly [string, string]>> = {
  users: ['([', '])'],
  application: ['[', ']'],
  process: ['[', ']'],
  store: ['[(', ')]'],
  service: ['(', ')'],
  external: ['[/', '/]'],
};

function className(kind: NodeKind): string {
  return `k-${kind}`;
}

const arrows: Readonly<Record<ArchitectureEdge['kind'], string>> = {
  request: '-->',
  data: '-->',
  event: '-.->',
  assets: '-->',
  logs: '-.->',
};

function edgeLine(writer: Writer, edge: ArchitectureEdge): string[] {
  const from = writer.ids.get(edge.from);
  const to = writer.ids.get(edge.to);
  if (from === undefined || to === undefined) return [];
  const label = edge.label === null ? '' : `|"${shownLabel(localize(edge.label, writer.options.language))}"|`;
  return [`  ${from} ${arrows[edge.kind]}${label} ${to}`];
}

/** Middle tones that read on a light and on a dark page, as GitHub shows both. */
const classStyles: Readonly<Record<NodeKind, string>> = {
  users: 'fill:#e8eaf6,stroke:#3f51b5,color:#1a1a1a',
  application: 'fill:#fff3e0,stroke:#e65100,color:#1a1a1a',
  process: 'fill:#fff8e1,stroke:#f9a825,color:#1a1a1a',
  store: 'fill:#e3f2fd,stroke:#1565c0,color:#1a1a1a',
  service: 'fill:#f1f8e9,stroke:#558b2f,color:#1a1a1a',
  external: 'fill:#eceff1,stroke:#546e7a,color:#1a1a1a,stroke-dasharray:4 3',
};

function classDefinitions(nodes: readonly ArchitectureNode[]): string[] {
  const used = new Set(nodes.map((node) => node.kind));
  return Object.entries(classStyles)
    .filter(([kind]) => used.has(kind as NodeKind))
    .map(([kind, style]) => `  classDef k-${kind} ${style}`);
}

/** The last two begin and end what Mermaid itself writes for a code while it works. */
const unsafe = /[#&<>"'`;:\\%{}|[\]()ﬂ¶]/g;
/** C0, DEL, C1, line and paragraph separators, and the marks that turn the reading direction. */
// eslint-disable-next-line no-control-regex -- these are the characters that a label must not carry
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g;

/** Text as it may stand between quotes in Mermaid: what has a meaning there becomes a numeric code. */
export function escapeLabel(text: string): string {
  return text.replace(control, ' ').replace(unsafe, (character) => `#${String(character.codePointAt(0))};`);
}

/** Mermaid refuses a label of nothing: a space that does not break stands for it. */
function shownLabel(text: string): string {
  const escaped = escapeLabel(text);
  return escaped.trim() === '' ? '#160;' : escaped;
}

/** `accTitle` and `accDescr` run to the end of the line and know no codes: what could end or open something is left out. */
function plain(text: string): string {
  return text.replace(control, ' ').replace(/[#;{}<>"`%\\]/g, ' ').replace(/\s+/g, ' ').trim();
}
