import type { Application, Fact, Need, PhaseId, Sizing, Workload } from '../model';
import type { ServiceChoices } from './choices';
import type { CapacityCoefficients } from './coefficients';
import type { Domain } from './domains';

/** Everything that a phase is drawn from. */
export interface ArchitectureInput {
  readonly phase: PhaseId;
  /** All applications of the folder: one architecture serves them together. */
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  readonly workload: Workload;
  readonly region: string;
  /** Cloud resources of existing infrastructure code (facts of kind `resource`). */
  readonly declared: readonly Fact[];
  /** Suggested functions of the serverless phase; none draws the application as one function. */
  readonly domains?: readonly Domain[];
  readonly coefficients?: CapacityCoefficients;
  /** Services that the team decided on (`skylift.yaml`). */
  readonly choices?: ServiceChoices;
  /** What is asked of sizes instead of what the workload needs. */
  readonly sizing?: Sizing;
}
