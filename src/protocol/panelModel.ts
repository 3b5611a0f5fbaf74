import type { EdgeKind, GroupKind, NodeKind, PhaseId } from '../core/model';
import { arrayOf, isIndex, isNumber, isRecord, isString, nullable, oneOf, shape, type Guard } from './guard';
import { panelStringKeys, type PanelStrings } from './panelStrings';

export type { PhaseId };
export type PanelEdgeKind = EdgeKind;

/** A line of the repository. The panel names it by node and `index` only; the extension knows where it is. */
export interface PanelEvidence {
  readonly index: number;
  /** `path:line` as a reader would say it. */
  readonly label: string;
  /** What the line says: `DB_CONNECTION`. */
  readonly key: string;
  readonly stage: string;
}

export interface PanelNode {
  readonly id: string;
  /** Id of the node in the Mermaid text. */
  readonly domId: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly detail: string | null;
  /** Icon id of the shipped set. */
  readonly icon: string | null;
  /** Monthly cost as text; null where the node costs nothing of its own. */
  readonly cost: string | null;
  readonly needs: readonly string[];
  /** Name of the innermost boundary around it. */
  readonly group: string | null;
  readonly evidence: readonly PanelEvidence[];
}

export interface PanelEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  readonly label: string | null;
}

export interface PanelGroup {
  readonly id: string;
  /** Id of the subgraph in the Mermaid text. */
  readonly domId: string;
  readonly kind: GroupKind;
  readonly label: string;
  readonly parent: string | null;
}

export interface PanelLine {
  readonly what: string;
  readonly quantity: string;
  readonly unit: string;
  /** Null where the price is unknown. */
  readonly unitPrice: string | null;
  readonly cost: string | null;
  readonly assumption: string;
  readonly sku: string | null;
  readonly source: string | null;
  readonly asOf: string | null;
  /** Why there is no price. */
  readonly missing: string | null;
}

export interface PanelService {
  readonly id: string;
  readonly name: string;
  readonly icon: string;
  /** Node of the diagram that carries the cost. */
  readonly node: string | null;
  readonly serves: readonly string[];
  /** US dollars a month; null as soon as one of its prices is unknown. */
  readonly usd: number | null;
  readonly knownUsd: number;
  readonly cost: string | null;
  readonly lines: readonly PanelLine[];
}

export interface PanelTotal {
  readonly usd: number | null;
  readonly knownUsd: number;
  /** Null where the phase has no service to be paid. */
  readonly text: string | null;
  /** The same in the reader's own currency, where one is set. */
  readonly converted: string | null;
  /** Whether a price is unknown, so that `text` says the known part only. */
  readonly incomplete: boolean;
}

export interface PanelCapacity {
  readonly requestsPerSecond: string;
  readonly concurrentUsers: string;
  readonly bottleneck: string;
  readonly next: string;
}

export interface PanelDecision {
  readonly need: string;
  readonly application: string | null;
  readonly service: string;
  readonly icon: string;
  /** Node of the diagram that the decision put there. */
  readonly node: string | null;
  readonly reason: string;
  readonly alternatives: readonly string[];
}

/** What one gets for leaving the one server, and for how much. */
export interface PanelOneServer {
  /** `+$72.10`: what the phase costs more; null where a price is unknown. */
  readonly difference: string | null;
  /** Whether one machine carries the workload at all. */
  readonly carries: boolean;
  readonly rows: readonly { readonly label: string; readonly server: string; readonly phase: string }[];
}

export interface PanelPhase {
  readonly id: PhaseId;
  readonly title: string;
  readonly goal: string;
  readonly total: PanelTotal;
  readonly capacity: PanelCapacity | null;
  readonly mermaid: string;
  readonly nodes: readonly PanelNode[];
  readonly edges: readonly PanelEdge[];
  readonly groups: readonly PanelGroup[];
  readonly services: readonly PanelService[];
  /** Prices that are unknown, by name. */
  readonly missing: readonly string[];
  readonly notes: readonly string[];
  readonly decisions: readonly PanelDecision[];
  /** Null where the phase is no alternative to one server. */
  readonly oneServer: PanelOneServer | null;
}

/** A what-if question. The extension recomputes when another option is chosen. */
export interface PanelControl {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export interface PanelPrices {
  /** Source and date: `Bundled, Aug 13, 2026`. */
  readonly label: string;
  /** Region code. */
  readonly region: string;
}

export interface PanelApplication {
  readonly name: string;
  readonly framework: string;
  readonly icon: string | null;
}

/** Everything the panel shows, in the reader's language and free of colours. A full snapshot each time. */
export interface PanelModel {
  /** BCP 47, for `lang` and number formats. */
  readonly language: string;
  readonly strings: PanelStrings;
  readonly title: string;
  readonly applications: readonly PanelApplication[];
  /** The five phases in order; empty where the folder holds no application. */
  readonly phases: readonly PanelPhase[];
  readonly prices: PanelPrices;
  readonly controls: readonly PanelControl[];
  /** How connections are drawn unless the reader chose otherwise in the panel. */
  readonly layout: 'elk' | 'dagre';
  readonly strengths: readonly string[];
  readonly limitations: readonly string[];
}

const phaseIds = ['today', 'foundations', 'lift-and-shift', 'cloud-native', 'serverless'] as const satisfies readonly PhaseId[];
const nodeKinds = ['users', 'application', 'process', 'store', 'service', 'external'] as const satisfies readonly NodeKind[];
const edgeKinds = ['request', 'data', 'event', 'assets', 'logs'] as const satisfies readonly EdgeKind[];
const groupKinds = [
  'server', 'region', 'vpc', 'public-subnet', 'private-subnet', 'managed', 'edge', 'outside',
] as const satisfies readonly GroupKind[];

export const isPhaseId: Guard<PhaseId> = oneOf(phaseIds);

const isEvidence = shape<PanelEvidence>({ index: isIndex, label: isString, key: isString, stage: isString });

const isNode = shape<PanelNode>({
  id: isString,
  domId: isString,
  kind: oneOf(nodeKinds),
  label: isString,
  detail: nullable(isString),
  icon: nullable(isString),
  cost: nullable(isString),
  needs: arrayOf(isString),
  group: nullable(isString),
  evidence: arrayOf(isEvidence),
});

const isLine = shape<PanelLine>({
  what: isString,
  quantity: isString,
  unit: isString,
  unitPrice: nullable(isString),
  cost: nullable(isString),
  assumption: isString,
  sku: nullable(isString),
  source: nullable(isString),
  asOf: nullable(isString),
  missing: nullable(isString),
});

const isService = shape<PanelService>({
  id: isString,
  name: isString,
  icon: isString,
  node: nullable(isString),
  serves: arrayOf(isString),
  usd: nullable(isNumber),
  knownUsd: isNumber,
  cost: nullable(isString),
  lines: arrayOf(isLine),
});

const isPhase = shape<PanelPhase>({
  id: isPhaseId,
  title: isString,
  goal: isString,
  total: shape<PanelTotal>({ usd: nullable(isNumber), knownUsd: isNumber, text: nullable(isString), converted: nullable(isString), incomplete: isBoolean }),
  capacity: nullable(shape<PanelCapacity>({ requestsPerSecond: isString, concurrentUsers: isString, bottleneck: isString, next: isString })),
  mermaid: isString,
  nodes: arrayOf(isNode),
  edges: arrayOf(shape<PanelEdge>({ from: isString, to: isString, kind: oneOf(edgeKinds), label: nullable(isString) })),
  groups: arrayOf(shape<PanelGroup>({ id: isString, domId: isString, kind: oneOf(groupKinds), label: isString, parent: nullable(isString) })),
  services: arrayOf(isService),
  missing: arrayOf(isString),
  notes: arrayOf(isString),
  decisions: arrayOf(
    shape<PanelDecision>({
      need: isString,
      application: nullable(isString),
      service: isString,
      icon: isString,
      node: nullable(isString),
      reason: isString,
      alternatives: arrayOf(isString),
    }),
  ),
  oneServer: nullable(
    shape<PanelOneServer>({
      difference: nullable(isString),
      carries: isBoolean,
      rows: arrayOf(shape<PanelOneServer['rows'][number]>({ label: isString, server: isString, phase: isString })),
    }),
  ),
});

export const isPanelModel: Guard<PanelModel> = shape<PanelModel>({
  language: isString,
  strings: isStrings,
  title: isString,
  applications: arrayOf(shape<PanelApplication>({ name: isString, framework: isString, icon: nullable(isString) })),
  phases: arrayOf(isPhase),
  prices: shape<PanelPrices>({ label: isString, region: isString }),
  controls: arrayOf(
    shape<PanelControl>({
      id: isString,
      label: isString,
      value: isString,
      options: arrayOf(shape<PanelControl['options'][number]>({ value: isString, label: isString })),
    }),
  ),
  layout: oneOf(['elk', 'dagre']),
  strengths: arrayOf(isString),
  limitations: arrayOf(isString),
});

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isStrings(value: unknown): value is PanelStrings {
  return isRecord(value) && panelStringKeys.every((key) => isString(value[key]));
}
