import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAnalysisSession } from '../core/analysis';
import { defaultWorkload } from '../core/architecture/workload';
import { loadSnapshotPriceBook } from '../core/pricing';
import { createNodeReader } from '../hosts/nodeReader';
import { compare, type Comparison, type Seen } from './corpus/compare';
import { readLabel, type Label } from './corpus/label';
import { corpusPage, percent, totalsOf } from './corpus/report';
import './grammars';

const labels = fileURLToPath(new URL('../../test/corpus/', import.meta.url));
const page = fileURLToPath(new URL('../../docs/corpus.md', import.meta.url));

/** `npm run corpus -- <folder of checkouts> [--only text] [--write]` */
async function main(args: readonly string[]): Promise<number> {
  const folder = args.find((argument) => !argument.startsWith('--'));
  if (folder === undefined || !existsSync(folder)) {
    process.stderr.write('corpus: name a folder of checkouts: npm run corpus -- <folder> [--only=text] [--write]\n');
    return 2;
  }
  const only = args.find((argument) => argument.startsWith('--only='))?.slice('--only='.length) ?? '';
  const comparisons: Comparison[] = [];
  for (const file of readdirSync(labels).filter((name) => name.endsWith('.yaml') && name.includes(only)).sort()) {
    const label = readLabel(file, readFileSync(join(labels, file), 'utf8'));
    const checkout = checkoutOf(folder, label);
    if (checkout === null) {
      process.stdout.write(`${label.repository}: no checkout, skipped\n`);
      continue;
    }
    const comparison = compare(label, await see(checkout));
    comparisons.push(comparison);
    process.stdout.write(`${comparison.repository}: ${comparison.found}/${comparison.expected} found, ${comparison.technologyRight} right, ${comparison.falseNeeds} false\n`);
    for (const miss of comparison.misses) process.stdout.write(`  ${miss}\n`);
  }
  const totals = totalsOf(comparisons);
  process.stdout.write(`${totals.repositories} repositories: recall ${percent(totals.found, totals.expected)}, technology ${percent(totals.technologyRight, totals.found)}, ${totals.falseNeeds} false needs\n`);
  if (args.includes('--write')) writeFileSync(page, corpusPage(comparisons));
  return 0;
}

function checkoutOf(folder: string, label: Label): string | null {
  const [owner, name] = label.repository.split('/');
  const found = [`${owner}+${name}`, name ?? ''].map((candidate) => join(folder, candidate)).find((candidate) => existsSync(candidate));
  if (found === undefined) return null;
  const commit = execFileSync('git', ['-C', found, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
  if (commit !== label.commit) process.stdout.write(`${label.repository}: at ${commit.slice(0, 10)}, labelled at ${label.commit.slice(0, 10)}\n`);
  return found;
}

async function see(folder: string): Promise<Seen> {
  const session = createAnalysisSession(
    { reader: createNodeReader(folder), loadPriceBook: loadSnapshotPriceBook, now: () => performance.now() },
    { region: 'us-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [] },
  );
  const { applications, needs, findings } = await session.scan();
  return { applications, needs, findings: findings.length };
}

process.exitCode = await main(process.argv.slice(2));
