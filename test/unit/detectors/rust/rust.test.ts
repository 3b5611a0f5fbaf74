import assert from 'node:assert/strict';
import type { Files } from '../../support/workspace';
import { readWorkspace } from '../../support/workspace';

function cargo(dependencies: string, rest = ''): string {
  return `[package]\nname = "shop"\n[dependencies]\naxum = "0.7"\n${dependencies}\n${rest}`;
}

async function needs(files: Files): Promise<readonly string[]> {
  const { needs: found } = await readWorkspace({ 'src/main.rs': 'fn main() {}\n', ...files });
  return found.filter(({ id }) => id !== 'compute').map(({ id, technology, supported }) => [id, technology, ...supported].join(' '));
}

const cases: readonly (readonly [title: string, files: Files, expected: readonly string[]])[] = [
  ['the engine that sqlx is compiled with', { 'Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres"] }') }, ['relational-database postgresql']],
  ['the address before other engines', { 'Cargo.toml': cargo('sqlx = { version = "0.8", features = ["postgres", "sqlite"] }'), '.env.example': 'DATABASE_URL=postgres://a:b@localhost/c\n' }, ['relational-database postgresql sqlite', 'secrets env']],
  ['engines that the package switches on', { 'Cargo.toml': cargo('diesel = "2"', '[features]\nmysql = ["diesel/mysql"]\n') }, ['relational-database mysql']],
  ['a mapper without an engine as none', { 'Cargo.toml': cargo('diesel = "2"') }, []],
  ['clients of one product', { 'Cargo.toml': cargo('lapin = "2"\nlettre = "0.11"\nsentry = "0.34"') }, ['queue rabbitmq', 'mail smtp', 'monitoring sentry']],
  ['optional and development dependencies as none', { 'Cargo.toml': cargo('redis = { version = "0.2", optional = true }', '[dev-dependencies]\nmongodb = "3"\n') }, []],
  ['sockets by the feature', { 'Cargo.toml': cargo('tokio = "1"').replace('axum = "0.7"', 'axum = { version = "0.7", features = ["ws"] }') }, ['realtime ws']],
];

describe('rust', () => {
  for (const [title, files, expected] of cases) {
    it(`reads ${title}`, async () => {
      assert.deepEqual(await needs(files), expected);
    });
  }

  it('takes the only server of a workspace for the workspace, with features that it shares', async () => {
    const { applications, needs: found } = await readWorkspace({
      'Cargo.toml': '[workspace]\nmembers = ["server", "db"]\n[workspace.dependencies]\ndiesel = { version = "2", features = ["postgres"] }\n',
      'server/Cargo.toml': cargo(''),
      'server/src/main.rs': 'fn main() {}\n',
      'db/Cargo.toml': '[package]\nname = "db"\n[dependencies]\ndiesel = { workspace = true }\n',
    });
    assert.deepEqual(applications.map(({ root, framework, frameworkVersion }) => [root, framework, frameworkVersion]), [['.', 'axum', '0.7']]);
    assert.deepEqual(found.map(({ id, technology }) => [id, technology]), [['compute', 'rust'], ['relational-database', 'postgresql']]);
  });

  it('sees none in a library, a tool and an example', async () => {
    const { applications } = await readWorkspace({ 'lib/Cargo.toml': cargo(''), 'lib/src/lib.rs': '', 'cli/Cargo.toml': cargo('clap = "4"'), 'cli/src/main.rs': '', 'examples/a/Cargo.toml': cargo(''), 'examples/a/src/main.rs': '', 'broken/Cargo.toml': '[[[' });
    assert.deepEqual(applications, []);
  });
});
