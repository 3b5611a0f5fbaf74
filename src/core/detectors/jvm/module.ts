import type { Fact } from '../../model';

/** One project of a build: a folder with a `pom.xml` or Gradle scripts. */
export interface JvmModule {
  readonly root: string;
  readonly artifact: string | null;
  readonly packaging: string;
  readonly build: 'maven' | 'gradle' | 'sbt';
  /** What its own scripts declare for run time, and what scripts above it declare for all projects. */
  readonly dependencies: readonly Fact[];
  readonly plugins: readonly Fact[];
  /** Statements about the project itself. */
  readonly statements: readonly Fact[];
  /** Scripts outside its folder that speak of it: parents, the root script, the catalogue. */
  readonly shared: readonly string[];
  /** Roots of the modules of the same build that it is built from, directly. */
  readonly uses: readonly string[];
}

export function literal(fact: Fact | undefined): string | null {
  return fact?.value.kind === 'literal' ? fact.value.text : null;
}
