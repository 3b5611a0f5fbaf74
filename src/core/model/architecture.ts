import type { Localized, Message } from '../l10n/localized';
import type { NeedId, Evidence } from './need';

export const phaseIds = ['today', 'foundations', 'lift-and-shift', 'cloud-native', 'serverless'] as const;
export type PhaseId = (typeof phaseIds)[number];

export type GroupKind =
  | 'server'
  | 'region'
  | 'vpc'
  | 'public-subnet'
  | 'private-subnet'
  | 'managed'
  | 'edge'
  | 'outside';

/** A boundary in the diagram. Groups nest by `parent`. */
export interface ArchitectureGroup {
  readonly id: string;
  readonly kind: GroupKind;
  readonly label: Localized;
  readonly parent: string | null;
}

export type NodeKind = 'users' | 'application' | 'process' | 'store' | 'service' | 'external';

export interface ArchitectureNode {
  /** Stable over edits: made of role and application, never of user text alone. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: Localized;
  /** Second line: engine, size, driver. */
  readonly detail: Localized | null;
  /** Catalog id where an AWS service stands here. */
  readonly service: string | null;
  /** Icon id of the shipped icon set (`media/icons`), or null for the plain shape. */
  readonly icon: string | null;
  readonly group: string | null;
  readonly needs: readonly NeedId[];
  readonly applications: readonly string[];
  /** Lines that prove the node; a click opens the first. */
  readonly evidence: readonly Evidence[];
}

export type EdgeKind = 'request' | 'data' | 'event' | 'assets' | 'logs';

export interface ArchitectureEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
  /** Protocol or verb: `HTTPS`, `SQL`, `WebSocket`. */
  readonly label: Localized | null;
}

/** Why a service stands where it stands, in one sentence, with what was considered instead. */
export interface Decision {
  readonly need: NeedId;
  readonly application: string;
  readonly service: string;
  readonly reason: Message;
  readonly alternatives: readonly string[];
}

export type UsageValue = number | string | boolean;

/** What a service of the phase consumes: input of the estimate, with the names of `skylift price`. */
export interface PlannedUsage {
  /** Service id of the price catalog (`rds`, `ebs`, `public-ipv4`). */
  readonly service: string;
  /** Node of the diagram that carries the cost; null for what has no node of its own. */
  readonly node: string | null;
  readonly serves: readonly NeedId[];
  readonly usage: Readonly<Record<string, UsageValue>>;
  /** Where the quantities come from. */
  readonly assumption: Message;
}

export interface Architecture {
  readonly phase: PhaseId;
  readonly groups: readonly ArchitectureGroup[];
  readonly nodes: readonly ArchitectureNode[];
  readonly edges: readonly ArchitectureEdge[];
  readonly decisions: readonly Decision[];
  readonly usages: readonly PlannedUsage[];
  /** What a reader must know of this phase (a client that has to change, a limit). */
  readonly notes: readonly Message[];
}

export interface Capacity {
  readonly requestsPerSecond: readonly [number, number];
  readonly concurrentUsers: readonly [number, number];
  readonly bottleneck: Message;
  /** What would raise the limit next. */
  readonly next: Message;
}
