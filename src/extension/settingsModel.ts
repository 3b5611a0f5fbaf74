import type { PriceListRegion } from '../aws/credentials';
import type { Language } from '../core/l10n/localized';
import { languageOf, languages } from '../core/l10n/localized';
import { dialects, type Dialect } from '../core/infra/snippet';
import type { Evaluation, FreeTier, PhaseId, Severity, Sizing } from '../core/model';
import { assumptionNames, type AssumptionName } from '../core/settingsFile';
import { defaultSizing, evaluations, freeTiers, phaseIds, severities, sizingChoices } from '../core/model';
import { secondCurrencyOf, type SecondCurrency } from '../core/l10n/money';

export const diagramLayouts = ['elk', 'dagre'] as const;
export type DiagramLayout = (typeof diagramLayouts)[number];

/** The regions in which the price list has an address. */
const priceListRegions = ['us-east-1', 'eu-central-1', 'ap-south-1'] as const satisfies readonly PriceListRegion[];

/** What the user asked for, checked and frozen. A value that makes no sense falls back to the default. */
export interface Settings {
  readonly evaluateAs: Evaluation;
  readonly phase: PhaseId;
  /** AWS region that is priced, e.g. `sa-east-1`. */
  readonly region: string;
  /** Name of a workload preset, or a number of simultaneous users. */
  readonly workload: string;
  readonly freeTier: FreeTier;
  readonly sizing: Sizing;
  readonly ruleSeverities: Readonly<Record<string, Severity | 'off'>>;
  readonly exclude: readonly string[];
  readonly include: readonly string[];
  readonly language: Language;
  readonly codeLens: boolean;
  /** Null where no second currency is wanted or its rate is not given. */
  readonly secondCurrency: SecondCurrency | null;
  /** Profile of the shared AWS configuration; empty for the default chain of credentials. */
  readonly awsProfile: string;
  /** Region in which the price list is asked; empty for AWS's main one. */
  readonly awsRegion: PriceListRegion | '';
  readonly diagramLayout: DiagramLayout;
  /** What infrastructure code is written in. */
  readonly dialect: Dialect;
  /** Assumptions that the user set: they win over the team's `skylift.yaml`. */
  readonly stated: readonly AssumptionName[];
}

/** The values that `package.json` declares as defaults; a test compares the two. */
export const defaultSettings: Settings = Object.freeze({
  evaluateAs: 'local',
  phase: 'cloud-native',
  region: 'us-east-1',
  workload: 'current',
  freeTier: 'none',
  sizing: Object.freeze(defaultSizing),
  ruleSeverities: Object.freeze({}),
  exclude: Object.freeze([]),
  include: Object.freeze([]),
  language: 'en',
  codeLens: true,
  secondCurrency: null,
  awsProfile: '',
  awsRegion: '',
  diagramLayout: 'elk',
  dialect: 'terraform',
  stated: Object.freeze([]),
});

/** Keys below `skylift.`, as declared in `package.json`. */
export const settingKeys = {
  evaluateAs: 'evaluateAs',
  phase: 'phase',
  region: 'region',
  workload: 'workload',
  freeTier: 'freeTier',
  multiAz: 'sizing.multiAz',
  architecture: 'sizing.architecture',
  serverClass: 'sizing.serverClass',
  databaseClass: 'sizing.databaseClass',
  ruleSeverities: 'rules.severity',
  exclude: 'exclude',
  include: 'include',
  language: 'language',
  codeLens: 'codeLens.enabled',
  currencyCode: 'currency.code',
  currencyRate: 'currency.rate',
  currencyRateDate: 'currency.rateDate',
  awsProfile: 'aws.profile',
  awsRegion: 'aws.region',
  diagramLayout: 'diagram.layout',
  dialect: 'infrastructure.dialect',
} as const;

/** Reads raw values, as the user typed them. `displayLanguage` is the editor's own; `isSet` tells a value from a default. */
export function settingsFrom(get: (key: string) => unknown, displayLanguage: string, isSet: (key: string) => boolean = () => false): Settings {
  return Object.freeze({
    evaluateAs: oneOf(evaluations, get(settingKeys.evaluateAs), defaultSettings.evaluateAs),
    phase: oneOf(phaseIds, get(settingKeys.phase), defaultSettings.phase),
    region: region(get(settingKeys.region), defaultSettings.region),
    workload: text(get(settingKeys.workload), defaultSettings.workload),
    freeTier: oneOf(freeTiers, get(settingKeys.freeTier), defaultSettings.freeTier),
    sizing: sizing(get),
    ruleSeverities: ruleSeverities(get(settingKeys.ruleSeverities)),
    exclude: texts(get(settingKeys.exclude)),
    include: texts(get(settingKeys.include)),
    language: oneOf(languages, get(settingKeys.language), languageOf(displayLanguage)),
    codeLens: get(settingKeys.codeLens) !== false,
    secondCurrency: secondCurrencyOf(
      get(settingKeys.currencyCode),
      get(settingKeys.currencyRate),
      get(settingKeys.currencyRateDate),
    ),
    awsProfile: text(get(settingKeys.awsProfile), ''),
    awsRegion: oneOf(priceListRegions, get(settingKeys.awsRegion), defaultSettings.awsRegion),
    diagramLayout: oneOf(diagramLayouts, get(settingKeys.diagramLayout), defaultSettings.diagramLayout),
    dialect: oneOf(dialects, get(settingKeys.dialect), defaultSettings.dialect),
    stated: Object.freeze(assumptionNames.filter((name) => isSet(settingKeys[name]))),
  });
}

function sizing(get: (key: string) => unknown): Sizing {
  return Object.freeze({
    multiAz: oneOf(sizingChoices.multiAz, get(settingKeys.multiAz), defaultSizing.multiAz),
    architecture: oneOf(sizingChoices.architecture, get(settingKeys.architecture), defaultSizing.architecture),
    serverClass: oneOf(sizingChoices.serverClass, get(settingKeys.serverClass), defaultSizing.serverClass),
    databaseClass: oneOf(sizingChoices.databaseClass, get(settingKeys.databaseClass), defaultSizing.databaseClass),
  });
}

function oneOf<T extends string, F extends string>(allowed: readonly T[], value: unknown, fallback: F): T | F {
  return allowed.find((candidate) => candidate === value) ?? fallback;
}

function text(value: unknown, fallback: string): string {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : fallback;
}

function texts(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return [];
  return Object.freeze(value.filter((item): item is string => typeof item === 'string' && item.trim() !== ''));
}

function region(value: unknown, fallback: string): string {
  return typeof value === 'string' && /^[a-z]{2}(-[a-z]+)+-\d$/.test(value.trim()) ? value.trim() : fallback;
}

function ruleSeverities(value: unknown): Readonly<Record<string, Severity | 'off'>> {
  if (typeof value !== 'object' || value === null) return defaultSettings.ruleSeverities;
  const result: Record<string, Severity | 'off'> = {};
  for (const [rule, chosen] of Object.entries(value)) {
    const severity = [...severities, 'off' as const].find((candidate) => candidate === chosen);
    if (severity !== undefined) result[rule] = severity;
  }
  return Object.freeze(result);
}
