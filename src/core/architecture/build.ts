import type { Architecture } from '../model';
import type { ArchitectureInput } from './input';
import { drawCloudNative, drawFoundations, drawLiftAndShift, drawServerless, linkWorkers } from './phases';
import { createPlan, type Plan } from './plan';
import { drawToday } from './today';

export type { ArchitectureInput } from './input';

const phases: Readonly<Record<ArchitectureInput['phase'], (plan: Plan) => void>> = {
  today: (plan) => {
    drawToday(plan);
    linkWorkers(plan);
  },
  foundations: drawFoundations,
  'lift-and-shift': drawLiftAndShift,
  'cloud-native': drawCloudNative,
  serverless: drawServerless,
};

/**
 * Draws one phase for all applications of a folder: groups, nodes, flows, the decision behind each service and what
 * it consumes. Pure and deterministic. Without an application there is nothing to draw.
 */
export function buildArchitecture(input: ArchitectureInput): Architecture {
  const plan = createPlan(input);
  if (input.applications.length > 0) phases[input.phase](plan);
  return plan.graph.build(input.phase);
}
