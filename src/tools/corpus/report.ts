import type { Comparison } from './compare';

export interface Totals {
  readonly repositories: number;
  readonly expected: number;
  readonly found: number;
  readonly technologyRight: number;
  readonly falseNeeds: number;
}

export function totalsOf(comparisons: readonly Comparison[]): Totals {
  const sum = (read: (comparison: Comparison) => number): number => comparisons.reduce((total, comparison) => total + read(comparison), 0);
  return {
    repositories: comparisons.length,
    expected: sum((comparison) => comparison.expected),
    found: sum((comparison) => comparison.found),
    technologyRight: sum((comparison) => comparison.technologyRight),
    falseNeeds: sum((comparison) => comparison.falseNeeds),
  };
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
}

/** The committed table: one row per repository, totals below. */
export function corpusPage(comparisons: readonly Comparison[]): string {
  const rows = [...comparisons]
    .sort((a, b) => (`${a.ecosystem} ${a.repository}` < `${b.ecosystem} ${b.repository}` ? -1 : 1))
    .map((row) => `| ${row.ecosystem} | ${row.repository} | ${row.expected} | ${percent(row.found, row.expected)} | ${percent(row.technologyRight, row.found)} | ${row.falseNeeds} |`);
  const totals = totalsOf(comparisons);
  return [
    '# What Skylift reads in real repositories',
    '',
    'Labels in `test/corpus`, written by reading each repository at its commit. Made by `npm run corpus -- <folder> --write`.',
    '',
    `${totals.repositories} repositories, ${totals.expected} needs: recall ${percent(totals.found, totals.expected)}, right technology ${percent(totals.technologyRight, totals.found)}, false needs ${totals.falseNeeds}.`,
    '',
    '| ecosystem | repository | needs | recall | technology right | false needs |',
    '| --- | --- | ---: | ---: | ---: | ---: |',
    ...rows,
    '',
  ].join('\n');
}
