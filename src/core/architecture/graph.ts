import type { Localized, Message } from '../l10n/localized';
import type {
  Architecture,
  ArchitectureEdge,
  ArchitectureGroup,
  ArchitectureNode,
  Decision,
  EdgeKind,
  Evidence,
  GroupKind,
  NeedId,
  NodeKind,
  PhaseId,
  PlannedUsage,
  UsageValue,
} from '../model';

export interface NodeInput {
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: Localized;
  readonly detail?: Localized | null;
  readonly service?: string | null;
  readonly icon?: string | null;
  readonly group: string | null;
  readonly needs?: readonly NeedId[];
  readonly applications?: readonly string[];
  readonly evidence?: readonly Evidence[];
}

export interface UsageInput {
  readonly service: string;
  readonly node: string | null;
  readonly serves: readonly NeedId[];
  readonly usage: Readonly<Record<string, UsageValue>>;
  readonly assumption: Message;
}

/**
 * Collects a graph. Everything is idempotent by id, so that two needs served by one thing meet in one node:
 * the first statement gives label and place, later ones add needs, applications and evidence.
 */
export interface Graph {
  group(id: string, kind: GroupKind, label: Localized, parent: string | null): string;
  node(input: NodeInput): string;
  hasNode(id: string): boolean;
  /** Service of a node. */
  serviceAt(id: string): string | null;
  /** First node where a service stands. */
  nodeFor(service: string): string | undefined;
  edgesFrom(id: string): readonly ArchitectureEdge[];
  edge(from: string, to: string, kind: EdgeKind, label?: Localized | null): void;
  decide(decision: Decision): void;
  usage(input: UsageInput): void;
  hasUsage(service: string, node: string | null): boolean;
  note(message: Message): void;
  build(phase: PhaseId): Architecture;
}

export function createGraph(): Graph {
  const groups = new Map<string, ArchitectureGroup>();
  const nodes = new Map<string, ArchitectureNode>();
  const edges = new Map<string, ArchitectureEdge>();
  const decisions = new Map<string, Decision>();
  const usages: PlannedUsage[] = [];
  const notes = new Map<string, Message>();

  return {
    group(id, kind, label, parent) {
      if (!groups.has(id)) groups.set(id, { id, kind, label, parent });
      return id;
    },
    node(input) {
      const known = nodes.get(input.id);
      nodes.set(input.id, known === undefined ? newNode(input) : merged(known, input));
      return input.id;
    },
    hasNode: (id) => nodes.has(id),
    serviceAt: (id) => nodes.get(id)?.service ?? null,
    nodeFor: (service) => [...nodes.values()].find((node) => node.service === service)?.id,
    edgesFrom: (id) => [...edges.values()].filter((edge) => edge.from === id),
    edge(from, to, kind, label = null) {
      if (from === to) return;
      const key = [from, to, kind, label?.en ?? ''].join('\n');
      if (!edges.has(key)) edges.set(key, { from, to, kind, label });
    },
    decide(decision) {
      const key = [decision.need, decision.application, decision.service].join('\n');
      if (!decisions.has(key)) decisions.set(key, decision);
    },
    usage(input) {
      usages.push({ ...input, serves: unique(input.serves) });
    },
    hasUsage: (service, node) => usages.some((usage) => usage.service === service && usage.node === node),
    note(message) {
      notes.set(message.text.en + JSON.stringify(message.data ?? {}), message);
    },
    build(phase) {
      return {
        phase,
        groups: usedGroups(groups, [...nodes.values()]),
        nodes: [...nodes.values()],
        // A site of files has no process that flows could start from.
        edges: [...edges.values()].filter((edge) => nodes.has(edge.from) && nodes.has(edge.to)),
        decisions: [...decisions.values()],
        usages,
        notes: [...notes.values()],
      };
    },
  };
}

function newNode(input: NodeInput): ArchitectureNode {
  return {
    id: input.id,
    kind: input.kind,
    label: input.label,
    detail: input.detail ?? null,
    service: input.service ?? null,
    icon: input.icon ?? null,
    group: input.group,
    needs: unique(input.needs ?? []),
    applications: unique(input.applications ?? []),
    evidence: uniqueEvidence(input.evidence ?? []),
  };
}

function merged(known: ArchitectureNode, input: NodeInput): ArchitectureNode {
  return {
    ...known,
    needs: unique([...known.needs, ...(input.needs ?? [])]),
    applications: unique([...known.applications, ...(input.applications ?? [])]),
    evidence: uniqueEvidence([...known.evidence, ...(input.evidence ?? [])]),
  };
}

/** Boundaries that hold a node or another boundary that does. An empty box says nothing. */
function usedGroups(groups: ReadonlyMap<string, ArchitectureGroup>, nodes: readonly ArchitectureNode[]): ArchitectureGroup[] {
  const used = new Set<string>();
  for (const node of nodes) {
    let id = node.group;
    while (id !== null && !used.has(id)) {
      used.add(id);
      id = groups.get(id)?.parent ?? null;
    }
  }
  return [...groups.values()].filter((group) => used.has(group.id));
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function uniqueEvidence(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Map<string, Evidence>();
  for (const item of evidence) {
    const key = `${item.at.path}:${String(item.at.range.start)}:${item.key}`;
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}
