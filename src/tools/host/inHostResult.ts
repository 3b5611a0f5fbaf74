/** One suite for each kind of window. */
export const suiteIds = ['sample', 'multiRoot', 'empty', 'restricted'] as const;
export type SuiteId = (typeof suiteIds)[number];

export interface InHostTest {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly milliseconds: number;
  readonly error?: string;
}

/** What the tests that run inside the extension host hand to the driver. */
export interface InHostResult {
  readonly suite: SuiteId;
  readonly tests: readonly InHostTest[];
}
