import type { Confidence, Evidence, Fact, NeedId } from '../model';
import type { Binding } from './detector';

/** A line as evidence; `key` is what a reader would look for. */
export function evidenceOf(fact: Fact, key = fact.name): Evidence {
  return { at: fact.at, key, stage: fact.stage };
}

/** A dependency's name without its ecosystem: `composer:laravel/reverb` → `laravel/reverb`. */
export function packageName(fact: Fact): string {
  return fact.name.slice(fact.name.indexOf(':') + 1);
}

export interface BindingInput {
  readonly need: NeedId;
  readonly technology: string;
  readonly evidence: readonly Evidence[];
  readonly basis: Binding['basis'];
  readonly confidence?: Confidence;
  readonly library?: string | null;
  readonly supported?: readonly string[];
  readonly additional?: boolean;
  readonly servedBy?: string;
}

export function binding(input: BindingInput): Binding {
  return {
    need: input.need,
    technology: input.technology,
    library: input.library ?? null,
    confidence: input.confidence ?? 'certain',
    supported: input.supported ?? [],
    evidence: input.evidence,
    stage: input.evidence[0]?.stage ?? 'default',
    basis: input.basis,
    ...(input.additional === undefined ? {} : { additional: input.additional }),
    ...(input.servedBy === undefined ? {} : { servedBy: input.servedBy }),
  };
}
