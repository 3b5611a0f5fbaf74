import { strict as assert } from 'node:assert';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadAllDetectors, loadDetectors, packsFor } from '../../../src/core/detectors';
import type { PackId } from '../../../src/core/detectors/triggers';

const folder = new URL('../../../src/core/detectors/', import.meta.url);
const packIds = readdirSync(new URL('packs/', folder)).map((file) => file.replace(/\.ts$/, '')).filter((id) => id !== 'common') as readonly PackId[];

/** Patterns of a pack's detectors, without those that every folder's own detectors have too. */
async function patternsOf(pack: PackId): Promise<readonly RegExp[]> {
  const common = await loadDetectors([]);
  const known = new Set(common.flatMap(({ files }) => files.map(({ match }) => String(match))));
  const own = (await loadDetectors([pack])).filter((detector) => !common.includes(detector));
  const patterns = own.flatMap(({ files }) => files.map(({ match }) => match)).filter((match) => !known.has(String(match)));
  return [...new Map(patterns.map((match) => [String(match), match])).values()];
}

async function text(): Promise<string> {
  const lines: string[] = [];
  for (const pack of packIds) {
    lines.push(`  ${pack}: [`, ...(await patternsOf(pack)).map((match) => `    ${String(match)},`), '  ],');
  }
  return `/**
 * Files that ask for a pack of detectors: their patterns, here in one place so that a pack is loaded only when it has
 * something to read. Written by \`test/unit/detectors/triggers.test.ts\` with UPDATE=1.
 */
export const triggers = {
${lines.join('\n')}
} as const satisfies Readonly<Record<string, readonly RegExp[]>>;

export type PackId = keyof typeof triggers;
`;
}

describe('packs of detectors', () => {
  it('are asked for by the patterns of their detectors', async () => {
    const file = fileURLToPath(new URL('triggers.ts', folder));
    const expected = await text();
    if (process.env['UPDATE'] === '1') writeFileSync(file, expected);
    assert.equal(readFileSync(file, 'utf8'), expected, 'triggers.ts differs from the detectors: run this test with UPDATE=1');
  });

  it('hold every detector once', async () => {
    const ids = (await loadAllDetectors()).map(({ id }) => id);
    const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/index.ts`, folder))).map(({ name }) => name);
    assert.deepEqual(ids, folders.sort());
  });

  it('are loaded for the example of each pattern', async () => {
    for (const pack of packIds) {
      const own = await patternsOf(pack);
      for (const { files } of await loadDetectors([pack])) {
        for (const { match, example } of files) if (own.includes(match)) assert.ok(packsFor([example]).has(pack), `${pack}: ${example}`);
      }
    }
  });

  it('stay out of a folder that they have nothing to read in', () => {
    assert.deepEqual([...packsFor(['composer.json', 'artisan', 'config/queue.php', 'Dockerfile', '.env.example'])], ['php']);
    assert.deepEqual([...packsFor(['README.md', 'Makefile'])], []);
  });
});
