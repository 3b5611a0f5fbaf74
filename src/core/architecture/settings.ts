import { freeTiers, type FreeTier, type NamedWorkload, type Sizing } from '../model';
import type { ConfigNode, MapEntry, ParseProblem } from '../formats/node';
import type { ServiceChoices } from './choices';
import { defaultCoefficients, type CapacityCoefficients } from './coefficients';
import { readCapacity } from './settings/capacity';
import { readChoices } from './settings/choices';
import { createReader, type Reader } from './settings/reader';
import { readRoadmap } from './settings/roadmap';
import { readSizing } from './settings/sizing';
import { readWorkload } from './settings/workload';

/** What a team commits beside its code. A null is not stated there, and the host's own setting holds. */
export interface SkyliftSettings {
  readonly region: string | null;
  readonly freeTier: FreeTier | null;
  readonly workload: NamedWorkload | null;
  readonly coefficients: CapacityCoefficients;
  /** Ids of roadmap steps that were done by hand. */
  readonly stepsDone: readonly string[];
  readonly choices: ServiceChoices;
  /** The choices that the file states. */
  readonly sizing: Partial<Sizing>;
}

export const emptySettings: SkyliftSettings = {
  region: null,
  freeTier: null,
  workload: null,
  coefficients: defaultCoefficients,
  stepsDone: [],
  choices: {},
  sizing: {},
};

export interface ParsedSettings {
  readonly value: SkyliftSettings;
  /** At the exact key or value. What was understood beside them counts. */
  readonly problems: readonly ParseProblem[];
}

export interface SettingsContext {
  /** Ids that a roadmap can have: the roadmap knows them. */
  readonly stepIds: readonly string[];
}

/** Reads `skylift.yaml`: the first document of the file. An empty file states nothing. */
export function parseSkyliftYaml(root: ConfigNode | undefined, context: SettingsContext): ParsedSettings {
  const reader = createReader();
  if (root === undefined || isNothing(root)) return { value: emptySettings, problems: [] };
  const entries = reader.entries(root, settingKeys);
  const value: SkyliftSettings = {
    region: regionIn(reader, entries.get('region')),
    freeTier: reader.choice(entries.get('freeTier')?.value, freeTiers),
    workload: readWorkload(reader, entries.get('workload')?.value),
    coefficients: readCapacity(reader, entries.get('capacity')?.value),
    stepsDone: readRoadmap(reader, entries.get('roadmap')?.value, context.stepIds),
    choices: readChoices(reader, entries.get('decisions')?.value),
    sizing: readSizing(reader, entries.get('sizing')?.value),
  };
  return { value, problems: reader.problems() };
}

export const settingKeys = ['region', 'freeTier', 'workload', 'capacity', 'roadmap', 'decisions', 'sizing'] as const;

function isNothing(node: ConfigNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

/** Shape only: which Regions have prices is the price book's matter. */
export const regionPattern = /^[a-z]{2}(?:-[a-z]+)+-\d+$/;

function regionIn(reader: Reader, entry: MapEntry | undefined): string | null {
  const text = reader.text(entry?.value);
  if (text === null || entry === undefined) return null;
  if (regionPattern.test(text)) return text;
  reader.report(entry.value, {
    en: '“{text}” is not a Region code, such as us-east-1 or sa-east-1.',
    'pt-br': '“{text}” não é um código de Região, como us-east-1 ou sa-east-1.',
  }, { text });
  return null;
}
