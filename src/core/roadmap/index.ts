import type { PhaseId, RoadmapStep, RoadmapWeek } from '../model';
import type { Localized } from '../l10n/localized';
import { createContext, type RoadmapContext, type RoadmapInput } from './context';
import { toStep, type StepDefinition } from './step';
import { foundationSteps } from './steps/foundations';
import { migrationSteps } from './steps/migration';
import { optimizationSteps } from './steps/optimization';
import { scalabilitySteps } from './steps/scalability';
import { serverlessSteps } from './steps/serverless';

export type { RoadmapInput } from './context';

interface WeekDefinition {
  readonly week: string;
  readonly phase: PhaseId;
  readonly title: Localized;
  readonly steps: readonly StepDefinition[];
}

const weeks: readonly WeekDefinition[] = [
  { week: '1-2', phase: 'foundations', title: { en: 'Foundations', 'pt-br': 'Fundamentos' }, steps: foundationSteps },
  { week: '3-4', phase: 'lift-and-shift', title: { en: 'Basic migration', 'pt-br': 'Migração básica' }, steps: migrationSteps },
  { week: '5-6', phase: 'cloud-native', title: { en: 'Optimization', 'pt-br': 'Otimização' }, steps: optimizationSteps },
  { week: '7-8', phase: 'cloud-native', title: { en: 'Scalability', 'pt-br': 'Escalabilidade' }, steps: scalabilitySteps },
  { week: '9-12', phase: 'serverless', title: { en: 'Serverless', 'pt-br': 'Serverless' }, steps: serverlessSteps },
];

/** Ids of every step that a roadmap can have, for `skylift.yaml`. */
export const roadmapStepIds: readonly string[] = weeks.flatMap((week) => week.steps.map((step) => step.id));

/**
 * The weeks and steps of this folder: only what applies, state out of the server first and scale later, ticked where
 * the repository proves a step done or `skylift.yaml` says so. Nothing without an application.
 */
export function buildRoadmap(input: RoadmapInput): readonly RoadmapWeek[] {
  if (input.applications.length === 0) return [];
  const context = createContext(input);
  return weeks
    .map(({ week, phase, title, steps }) => ({ week, phase, title, steps: stepsOf(steps, context) }))
    .filter((week) => week.steps.length > 0);
}

function stepsOf(definitions: readonly StepDefinition[], context: RoadmapContext): readonly RoadmapStep[] {
  return definitions.filter((definition) => definition.applies(context)).map((definition) => toStep(definition, context));
}
