import { catalogServices, concepts, type Sourced } from '../../../src/core/catalog';

const begin = '<!-- facts: begin -->';
const end = '<!-- facts: end -->';

function row(entry: string, fact: Sourced): string {
  const page = fact.source.replace('https://', '');
  return `| ${entry} | ${fact.text.en.replaceAll('|', '\\|')} | [${page}](${fact.source}) | ${fact.checked} |`;
}

/** Every dated fact of the catalog, one row each, in the order of the registries. */
export function reviewTable(): string {
  const rows = [
    ...catalogServices.flatMap((service) => [...service.limits, ...service.outdated].map((fact) => row(`\`${service.id}\``, fact))),
    ...concepts.flatMap((entry) => entry.facts.map((fact) => row(entry.id, fact))),
  ];
  return ['| Entry | What was checked | Page | Read on |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The review with its table rewritten; what stands around the table is written by hand. */
export function withTable(review: string, table: string): string {
  const from = review.indexOf(begin);
  const to = review.indexOf(end);
  if (from === -1 || to === -1) throw new Error('docs/catalog-review.md has lost the marks of its table');
  return `${review.slice(0, from + begin.length)}\n${table}\n${review.slice(to)}`;
}
