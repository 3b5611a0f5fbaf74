import type { Language, Localized, Message } from '../l10n/localized';
import type { Application, NeedId, PhaseId, Sizing } from '../model';
import type { Machines, PlannedMachines } from './machines';

export const dialects = ['terraform', 'cloudformation', 'cdk'] as const;
export type Dialect = (typeof dialects)[number];

export interface SnippetInput {
  readonly dialect: Dialect;
  /** Catalog id of the service. */
  readonly service: string;
  readonly need: NeedId;
  readonly application: Application;
  /** What serves the need today: a store keeps its engine, so that the code need not change. */
  readonly technology: string;
  readonly region: string;
  /** Later phases ask for more than one Availability Zone. */
  readonly phase?: PhaseId;
  /** Monthly limit in US dollars that a budget begins with; the reader is asked where there is none. */
  readonly budgetUsd?: number | null;
  /** What is asked of sizes; nothing where none is given. */
  readonly sizing?: Sizing;
  /** The types that the phase is priced with, where sizes were asked for. */
  readonly machines?: PlannedMachines;
  /** Language of comments and descriptions in the text; `en` where none is given. */
  readonly language?: Language;
}

/** A file of infrastructure code. Nothing in it is a secret, and it never names one's value. */
export interface Snippet {
  readonly fileName: string;
  readonly text: string;
  /** What the reader has to do or know besides. */
  readonly notes: readonly Message[];
}

/** What the templates are written with. */
export interface SnippetContext {
  /** Lower-case words with hyphens: a prefix that every AWS naming rule admits. */
  readonly name: string;
  readonly need: NeedId;
  readonly technology: string;
  readonly region: string;
  /** Two or more Availability Zones. */
  readonly highlyAvailable: boolean;
  /** The same for databases, caches and the way out of private subnets, which the sizing may decide. */
  readonly standby: boolean;
  readonly machines: Machines;
  readonly framework: string;
  readonly budgetUsd: number | null;
  /** Renders a comment or description in the reader's language. */
  readonly say: (text: Localized) => string;
  /** How the dialect writes the name of an output: `database_host`, `DatabaseHost`. */
  readonly output: (name: string) => string;
}

/** Longest prefix: with the longest suffix it still fits the 32 characters of a load balancer's name. */
const maximumNameLength = 20;

/**
 * A name that every AWS naming rule admits as a prefix: `Telemedicina São Paulo!` → `telemedicina-sao-pau`. Accents fall off,
 * everything else that is no letter or digit becomes a hyphen.
 */
export function resourceName(applicationName: string): string {
  const words = applicationName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '');
  const name = words.slice(0, maximumNameLength).replace(/(?<!-)-+$/, '');
  return name === '' ? 'app' : name;
}

/** What a group of ElastiCache is called: one that keeps jobs is another than one that caches. */
export function cacheLabel({ need }: Pick<SnippetContext, 'need'>): 'cache' | 'queue' {
  return need === 'queue' ? 'queue' : 'cache';
}
