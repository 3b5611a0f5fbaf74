import type { Application, Need } from '../../core/model';
import type { Label, LabelledApplication, LabelledNeed } from './label';

/** What one repository adds to the numbers. Every miss is a sentence that somebody can act on. */
export interface Comparison {
  readonly repository: string;
  readonly ecosystem: string;
  readonly expected: number;
  readonly found: number;
  readonly technologyRight: number;
  readonly falseNeeds: number;
  readonly misses: readonly string[];
}

export interface Seen {
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  readonly findings: number;
}

export function compare(label: Label, seen: Seen): Comparison {
  const misses: string[] = [];
  let expected = 0;
  let found = 0;
  let technologyRight = 0;
  let falseNeeds = 0;
  for (const application of label.applications) {
    const actual = seen.applications.find((candidate) => candidate.root === application.root);
    if (actual === undefined) misses.push(`no application at ${application.root}`);
    else if (actual.framework !== application.framework) misses.push(`${application.root}: framework ${actual.framework} instead of ${application.framework}`);
    const needs = seen.needs.filter((need) => need.application === application.root);
    for (const wanted of application.needs) {
      expected += 1;
      const same = needs.filter((need) => need.id === wanted.id);
      if (same.length === 0) {
        misses.push(`${application.root}: ${wanted.id} (${wanted.technologies.join('|')}) missed`);
        continue;
      }
      found += 1;
      if (same.some((need) => matches(wanted, need))) technologyRight += 1;
      else misses.push(`${application.root}: ${wanted.id} is ${same.map((need) => need.technology).join('|')} instead of ${wanted.technologies.join('|')}`);
    }
    for (const need of needs) {
      if (isKnown(application, need)) continue;
      falseNeeds += 1;
      misses.push(`${application.root}: ${need.id} (${need.technology}) is no need`);
    }
  }
  const roots = new Set(label.applications.map((application) => application.root));
  for (const application of seen.applications) {
    if (roots.has(application.root)) continue;
    misses.push(`${application.root}: ${application.framework} is no application`);
    falseNeeds += seen.needs.filter((need) => need.application === application.root).length;
  }
  if (label.applications.length === 0 && seen.findings > 0) misses.push(`${seen.findings} findings on a silent repository`);
  return { repository: label.repository, ecosystem: label.ecosystem, expected, found, technologyRight, falseNeeds, misses };
}

function matches(wanted: LabelledNeed, need: Need): boolean {
  return wanted.technologies.includes(need.technology);
}

/** A second technology of a labelled need counts as false unless the label allows it. */
function isKnown(application: LabelledApplication, need: Need): boolean {
  const known = [...application.needs, ...application.optional].filter((wanted) => wanted.id === need.id);
  if (known.length === 0) return false;
  const wrongOnly = application.needs.some((wanted) => wanted.id === need.id);
  return wrongOnly || known.some((wanted) => matches(wanted, need));
}
