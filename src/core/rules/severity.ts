import { severities, type Evaluation, type PhaseId, phaseIds, type Severity, type Stage } from '../model';
import type { RuleMeta } from './rule';

/**
 * How grave a finding is, by what its evidence speaks about. `base` is the rule's own severity (or the one its check
 * raised it to); the first column is what the deciding line belongs to.
 *
 * | stage      | evaluation `local`                    | evaluation `production` |
 * | ---------- | ------------------------------------- | ----------------------- |
 * | production | base                                  | base                    |
 * | staging    | one level lower                       | base                    |
 * | local      | one level lower, at most information  | base                    |
 * | default    | one level lower, at most information  | base                    |
 * | example    | hint                                  | base                    |
 * | test       | never reported (null)                 | never reported (null)   |
 *
 * Where nobody decided yet, evaluation `local` gives a hint at most: a local value that only repeats the sample file,
 * or a default of the framework that no file of the application states (`runRules` looks at both).
 *
 * A rule whose severity is `fixed` (a leaked secret, lost data) is not moved by any of this; evidence of tests is
 * not reported there either. Nothing is ever lower than `hint`.
 */
export function severityAt(
  rule: Pick<RuleMeta, 'severity' | 'severityMoves'>,
  stage: Stage,
  evaluation: Evaluation,
): Severity | null {
  if (stage === 'test') return null;
  if (rule.severityMoves === 'fixed' || stage === 'production' || evaluation === 'production') return rule.severity;
  if (stage === 'example') return 'hint';
  const lower = loweredByOne(rule.severity);
  return stage === 'staging' ? lower : atMost(lower, 'information');
}

/**
 * A flaw that starts to matter in a later phase than the one a team aims at is at most information. Errors of the
 * secret and data-loss kind stay what they are.
 */
export function severityForPhase(
  severity: Severity,
  rule: Pick<RuleMeta, 'phase' | 'severityMoves'>,
  targetPhase: PhaseId | undefined,
): Severity {
  if (targetPhase === undefined || rule.severityMoves === 'fixed') return severity;
  const tooEarly = phaseIds.indexOf(targetPhase) < phaseIds.indexOf(rule.phase);
  return tooEarly ? atMost(severity, 'information') : severity;
}

/** The weaker of the two. */
export function atMost(severity: Severity, limit: Severity): Severity {
  return severities.indexOf(severity) < severities.indexOf(limit) ? limit : severity;
}

function loweredByOne(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? 'hint';
}
