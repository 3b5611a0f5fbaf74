import assert from 'node:assert/strict';
import { areaOf } from '../../../src/core/workspace/areas';
import type { Area } from '../../../src/core/workspace/areas';
import { isIgnoredFolder, isIgnoredPath } from '../../../src/core/workspace/ignores';
import { selectFiles } from '../../../src/core/workspace/selection';
import { memoryFiles } from './memoryFiles';

const never = [
  '.git', 'node_modules', 'packages/a/node_modules', 'vendor', '.venv', 'venv', 'lib/site-packages', 'bower_components', 'ios/Pods', 'dist', 'build', 'out',
  'target', 'coverage', '.next', '.nuxt', '.output', '.svelte-kit', 'a/__pycache__', '.terraform', 'tmp', 'storage/framework', 'public/build',
  'bootstrap/cache', 'var/cache', 'cdk.out/asset.1234', 'shop.egg-info', '.serverless', '.aws-sam', 'wp-includes',
];
const read = ['src', 'config', 'storage', 'public', 'infra', 'cdk.out', 'cdk.out/assembly-x', 'builder', 'bin', 'lib', 'logs', '.github', '.docker', 'storage/app', 'var', 'env'];

describe('ignored folders', () => {
  for (const path of never) {
    it(`${path} is never read`, () => {
      assert.equal(path === 'build' ? isIgnoredPath(`${path}/x/main.js`) : isIgnoredFolder(path), true);
      assert.equal(isIgnoredPath(`${path}/x/package.json`), true);
    });
  }
  it('sees images that people write into the folder of builds', () => {
    assert.equal(isIgnoredPath('build/Dockerfile'), false);
    assert.equal(isIgnoredPath('build/docker-compose.yml'), false);
    assert.equal(isIgnoredPath('build/linux/alpine.Dockerfile'), false);
    assert.equal(isIgnoredPath('build/manifest.json'), true);
  });
  for (const path of read) it(`${path} is looked into`, () => assert.equal(isIgnoredFolder(path), false));

  it('leaves a way to what a user wants read', () => {
    assert.equal(isIgnoredFolder('vendor', ['vendor/acme/**']), false);
    assert.equal(isIgnoredFolder('vendor', ['**/vendor/acme/*.php']), false);
    assert.equal(isIgnoredFolder('node_modules', ['vendor/acme/**']), true);
    assert.equal(isIgnoredFolder('vendor', ['**/*.php']), true);
  });

  it('reads the templates of a cloud assembly and nothing else of it', () => {
    assert.equal(isIgnoredPath('cdk.out/App.template.json'), false);
    assert.equal(isIgnoredPath('infra/cdk.out/assembly-p/App.template.json'), false);
    for (const path of ['cdk.out/manifest.json', 'cdk.out/asset.1/package.json', 'cdk.out/asset.1/x.template.json', 'node_modules/a/cdk.out/A.template.json']) {
      assert.equal(isIgnoredPath(path), true, path);
    }
  });
});

const areasOfPaths: Readonly<Record<Area, readonly string[]>> = {
  application: [
    'package.json', 'apps/web/package.json', 'src/index.ts', 'apps/demo/package.json', 'services/example/main.py', 'templates/stack.yaml', 'app/templates/base.html',
    'charts/shop/templates/web/deployment.yaml', 'build/package/Dockerfile', 'build/Dockerfile', 'build/Dockerfile.web', 'latest/app.py', 'src/contest/a.ts', '.github/workflows/ci.yml', 'docs/models.py', 'site/docs/urls.py',
  ],
  test: ['tests/Unit/A.php', 'src/test/java/A.java', 'e2e/package.json', 'fixtures/app/package.json', 'src/a.test.ts', 'a/b_test.go', 'test_models.py', 'spec/models/a_spec.rb', 'src/UserTest.java'],
  example: ['examples/shop/package.json', '.examples/a/compose.yaml', 'sample/a.tf', 'demo/main.py', 'packages/core/playground/index.ts'],
  documentation: ['docs/conf.py', 'docs/examples/models.py', 'doc/index.md', 'packages/a/docs/package.json'],
  vendored: ['node_modules/a/package.json', 'third_party/x/go.mod', 'vendor/laravel/framework/composer.json'],
  generated: ['dist/main.js', 'public/build/app.js', 'api/v1/a.pb.go', 'js/a.min.js', 'build/reports/x.xml'],
  template: ['templates/react/package.json', '{{cookiecutter.name}}/manage.py', 'stubs/config.php', 'generators/app/templates/a/package.json'],
};

describe('areas', () => {
  for (const [area, paths] of Object.entries(areasOfPaths)) {
    for (const path of paths) it(`${path} is ${area}`, () => assert.equal(areaOf(path), area));
  }
});

async function selected(texts: Readonly<Record<string, string>>, options: { exclude?: readonly string[]; include?: readonly string[]; tracked?: readonly string[] } = {}): Promise<readonly string[]> {
  const folder = memoryFiles(texts);
  const files = await selectFiles(folder.files, { exclude: options.exclude ?? [], include: options.include ?? [], tracked: options.tracked === undefined ? null : new Set(options.tracked) }, folder.read);
  return files.map((file) => file.path);
}

describe('selection of files', () => {
  it('honours .gitignore, nested and negated, except for env files', async () => {
    const kept = await selected({
      '.gitignore': '\ufeff*.log\n/data\nsecret/\n!keep.log\n.env*\nlocal.yml\n',
      'packages/a/.gitignore': '!local.yml\n/only-here.json\n',
      '.env': '',
      '.env.production': '',
      'app.log': '',
      'keep.log': '',
      'data/app.json': '',
      'src/data/app.json': '',
      'secret/keep.log': '',
      'local.yml': '',
      'packages/a/local.yml': '',
      'packages/a/only-here.json': '',
      'packages/b/only-here.json': '',
    });
    assert.deepEqual(kept, ['.gitignore', 'packages/a/.gitignore', '.env', '.env.production', 'keep.log', 'src/data/app.json', 'packages/a/local.yml', 'packages/b/only-here.json']);
  });

  it('reads what git tracks although .gitignore names it, as git does', async () => {
    const texts = { '.gitignore': 'config/\n*.json\n', 'config/app.yml': '', 'config/local.yml': '', 'package.json': '' };
    assert.deepEqual(await selected(texts, { tracked: ['.gitignore', 'config/app.yml', 'package.json'] }), ['.gitignore', 'config/app.yml', 'package.json']);
    assert.deepEqual(await selected(texts), ['.gitignore']);
  });

  it('leaves out what .gitattributes calls vendored or generated, lock files apart', async () => {
    const kept = await selected({
      '.gitattributes': '# c\nlib/** linguist-vendored\n*.gen.ts linguist-generated\n*.lock linguist-generated=true\nlib/own/** -linguist-vendored\n*.json text eol=lf\nsrc/a.ts linguist-generated=false\n/gen/py/** linguist-generated\ngen/ts/*.ts linguist-generated\n',
      'gen/py/deep/a.json': '',
      'x/gen/py/a.json': '',
      'gen/ts/a.ts': '',
      'gen/ts/a.js': '',
      'lib/other/package.json': '',
      'lib/own/package.json': '',
      'composer.lock': '',
      'a.lock': '',
      'a.json': '',
      'src/a.ts': '',
      'src/b.gen.ts': '',
      'src/b.gen.ts.txt': '',
    });
    assert.deepEqual(kept, ['.gitattributes', 'x/gen/py/a.json', 'gen/ts/a.js', 'lib/own/package.json', 'composer.lock', 'a.json', 'src/a.ts', 'src/b.gen.ts.txt']);
  });

  it('leaves out other areas unless they are asked for, and what is excluded', async () => {
    const texts = {
      'package.json': '', 'examples/a/package.json': '', 'tests/a.env': '', 'vendor/a/composer.json': '', 'legacy/package.json': '', 'legacy/deep/a.json': '',
    };
    assert.deepEqual(await selected(texts), ['package.json', 'legacy/package.json', 'legacy/deep/a.json']);
    assert.deepEqual(await selected(texts, { exclude: ['legacy/'] }), ['package.json']);
    assert.deepEqual(await selected(texts, { exclude: ['**/deep/**'], include: ['examples/**'] }), ['package.json', 'examples/a/package.json', 'legacy/package.json']);
    assert.deepEqual(await selected(texts, { exclude: ['examples'], include: ['examples/**', 'vendor/a'] }), ['package.json', 'vendor/a/composer.json', 'legacy/package.json', 'legacy/deep/a.json']);
  });

  it('survives globs and rules that are none', async () => {
    const kept = await selected({ '.gitattributes': '[ linguist-vendored\n!x linguist-vendored\n', '.gitignore': '[\n\\\n!\n***\n(((\n', 'a.json': '' }, { exclude: ['[', '', '   ', 'x'.repeat(100_000)], include: ['(((', '!'] });
    assert.ok(kept.includes('a.json'));
  });
});
