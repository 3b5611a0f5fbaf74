export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noTests: Counts = { passed: 0, failed: 0, skipped: 0 };
export const oneFailure: Counts = { passed: 0, failed: 1, skipped: 0 };

export function sumOf(counts: Iterable<Counts>): Counts {
  let { passed, failed, skipped } = noTests;
  for (const one of counts) {
    passed += one.passed;
    failed += one.failed;
    skipped += one.skipped;
  }
  return { passed, failed, skipped };
}

export function describeCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
