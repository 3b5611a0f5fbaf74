import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const manifest = (value: object): string => JSON.stringify(value, null, 2);
const express = { name: 'api', private: true, scripts: { start: 'node server.js' }, dependencies: { express: '^4.18.2' } };
const next = { name: 'web', private: true, scripts: { build: 'next build', start: 'next start' }, dependencies: { next: '15.1.0', react: '19.0.0' } };
const publishedServer = { name: 'desk', main: 'dist/index.js', exports: './dist/index.js', files: ['dist'], scripts: { build: 'tsc', dev: 'tsx watch src/start.ts' }, dependencies: { express: '^4.18.2' } };
const vite = { name: 'spa', private: true, scripts: { build: 'vite build' }, dependencies: { vue: '^3.5.0' }, devDependencies: { vite: '^6.0.0' } };

async function found(files: Files): Promise<readonly string[]> {
  const { applications } = await readWorkspace(files);
  return applications.filter(({ framework }) => framework !== 'laravel').map(({ root, framework, frameworkVersion }) => `${root} ${framework} ${frameworkVersion ?? '-'}`).sort();
}

describe('Node: what is an application', () => {
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    ['a server with a start script', { 'package.json': manifest(express) }, ['. express 4']],
    ['a server of RPC in an image', { 'payment/package.json': manifest({ name: 'payment', dependencies: { '@grpc/grpc-js': '1.14.4' } }), 'payment/Dockerfile': 'FROM node:24\nENTRYPOINT ["node", "index.js"]\n' }, ['payment grpc 1']],
    ['no client of RPC without one', { 'package.json': manifest({ name: 'tool', private: true, scripts: { start: 'node cli.js' }, dependencies: { '@grpc/grpc-js': '1.14.4' } }) }, []],
    ['a server whose image compose builds and publishes', { 'live/package.json': manifest({ name: 'live', scripts: { start: 'node index.js' }, dependencies: { ws: '^8' } }), 'live/Dockerfile': 'FROM node:24\nCMD ["npm", "start"]\n', 'manage.py': '', 'compose.yml': 'services:\n  live:\n    build: ./live\n    ports:\n      - 8080:8080\n' }, ['live node -']],
    ['no program whose image compose publishes nothing of', { 'live/package.json': manifest({ name: 'live', scripts: { start: 'node index.js' }, dependencies: { ws: '^8' } }), 'live/Dockerfile': 'FROM node:24\nCMD ["npm", "start"]\n', 'compose.yml': 'services:\n  live:\n    build: ./live\n' }, []],
    ['a site', { 'package.json': manifest(next) }, ['. next 15']],
    ['a server framework before the HTTP server below it', { 'package.json': manifest({ ...express, scripts: { start: 'nest start' }, dependencies: { express: '^5', '@nestjs/core': '^11.0.1' } }) }, ['. nestjs 11']],
    ['a site mounted on a server', { 'package.json': manifest({ ...express, dependencies: { express: '4', '@react-router/express': '^7.1.0' } }) }, ['. react-router 7']],
    ['a version below one', { 'package.json': manifest({ ...express, dependencies: { '@medusajs/medusa': '^0.9.1' }, scripts: { start: 'medusa start' } }) }, ['. medusa 0.9']],
    ['Deno by its imports and tasks', { 'deno.json': manifest({ imports: { hono: 'jsr:@hono/hono@^4.6.0' }, tasks: { start: 'deno run -A main.ts' } }) }, ['. hono 4']],
    ['Meteor by its own field', { 'package.json': manifest({ name: 'board', private: true, meteor: { mainModule: {} }, dependencies: { 'meteor-node-stubs': '^1.2.0' } }) }, ['. meteor 1']],
    ['a front end alone, as files', { 'package.json': manifest(vite), 'index.html': '' }, ['. vue 3']],
    ['no library, whatever it depends on', { 'package.json': manifest({ name: 'express-x', main: 'index.js', exports: './index.js', files: ['lib'], scripts: { start: 'node demo.js' }, dependencies: { express: '^4' } }) }, []],
    ['no command-line tool', { 'package.json': manifest({ name: 'tool', bin: { tool: 'cli.js' }, files: ['cli.js'], main: 'cli.js', scripts: { test: 'mocha' }, dependencies: { fastify: '^5' } }) }, []],
    ['no server that only tests use', { 'package.json': manifest({ name: 'lib', private: true, scripts: { start: 'node x.js' }, devDependencies: { express: '^4' } }) }, []],
    ['no documentation', { 'package.json': manifest({ ...next, dependencies: { ...next.dependencies, nextra: '^3' } }) }, []],
    ['no desktop program', { 'package.json': manifest(vite), 'index.html': '', 'src-tauri/tauri.conf.json': '{}' }, []],
    ['no mobile program', { 'package.json': manifest({ ...express, dependencies: { express: '4', expo: '^52' } }) }, []],
    ['a published server that an image installs by its name', { 'package.json': manifest({ name: 'root', private: true }), 'packages/cli/package.json': manifest({ ...publishedServer, bin: { desk: 'bin/desk' } }), 'packages/core/package.json': manifest({ name: 'desk-core', main: 'dist/index.js', files: ['dist'] }), 'docker/desk/Dockerfile': 'FROM node:24 AS build\nCOPY . /src\nFROM node:24\nCOPY --from=build /src/packages/cli /usr/local/lib/node_modules/desk\nENTRYPOINT ["desk"]\n' }, ['packages/cli express 4']],
    ['a published server behind the command that an image deploys', { 'package.json': manifest({ name: 'root', private: true }), 'desk/package.json': manifest({ name: 'desk', bin: { desk: 'cli.js' }, exports: {}, dependencies: { '@desk/api': 'workspace:*' } }), 'api/package.json': manifest({ ...publishedServer, name: '@desk/api' }), 'Dockerfile': 'FROM node:24 AS build\nCOPY . .\nRUN pnpm --recursive run build && pnpm --filter desk deploy --prod dist\nFROM node:24\nCOPY --from=build /dist .\nCMD ["node", "cli.js"]\n' }, ['api express 4']],
    ['no published server that an image only builds', { 'package.json': manifest({ name: 'root', private: true }), 'packages/kit/package.json': manifest({ ...publishedServer, name: 'kit' }), 'Dockerfile': 'FROM node:24\nCOPY . .\nRUN pnpm --filter kit build\nCOPY node_modules/kit-assets ./node_modules/kit-assets\n' }, []],
    ['no application of the framework that the workspace itself makes', { 'package.json': manifest({ name: 'root', private: true }), 'packages/core/package.json': manifest({ name: '@keystone-6/core', exports: './index.js' }), 'tests/box/package.json': manifest({ ...express, scripts: { start: 'keystone start' }, dependencies: { '@keystone-6/core': 'workspace:*' } }) }, []],
    ['no pattern in the sources of a generator', { 'packages/generator/package.json': manifest({ ...express, scripts: { build: 'tsc' } }), 'packages/generator/src/server/files/package.json': manifest(express) }, []],
    ['no starter in the package that copies it', { 'packages/create/package.json': manifest({ name: 'create-shop', bin: './cli.js', files: ['dist', 'starter'] }), 'packages/create/starter/package.json': manifest(express) }, []],
    ['a server in a folder beside a package that makes others', { 'packages/create/package.json': manifest({ name: 'create-shop', bin: './cli.js' }), 'api/package.json': manifest(express) }, ['api express 4']],
    ['no sandbox', { 'sandbox/next/package.json': manifest(next) }, []],
    ['no package without a command', { 'package.json': manifest({ name: 'shared', private: true, dependencies: { express: '4' } }) }, []],
    ['no site that documents the packages beside it', { 'package.json': manifest({ name: 'root', private: true, workspaces: ['packages/*', 'apps/*'] }), 'packages/ui/package.json': manifest({ name: '@x/ui', main: 'dist/index.js', exports: './dist/index.js', publishConfig: { access: 'public' } }), 'apps/www/package.json': manifest(next) }, []],
    ['a site that takes money beside the packages that it publishes', { 'package.json': manifest({ name: 'root', private: true, workspaces: ['packages/*', 'apps/*'] }), 'packages/sdk/package.json': manifest({ name: '@x/sdk', main: 'dist/index.js', exports: './dist/index.js', publishConfig: { access: 'public' } }), 'apps/web/package.json': manifest({ ...next, dependencies: { ...next.dependencies, '@stripe/stripe-js': '^5' } }) }, ['apps/web next 15']],
    ['several applications of a monorepo', { 'package.json': manifest({ name: 'root', private: true, workspaces: ['apps/*'] }), 'apps/api/package.json': manifest(express), 'apps/web/package.json': manifest(next) }, ['apps/api express 4', 'apps/web next 15']],
    ['no front end below its server', { 'package.json': manifest(express), 'client/package.json': manifest(vite), 'client/index.html': '' }, ['. express 4']],
    ['a front end below a server that has its own image', { 'package.json': manifest(express), 'client/package.json': manifest(vite), 'client/index.html': '', 'client/Dockerfile': 'FROM node:22\nRUN npm run build' }, ['. express 4', 'client vue 3']],
    ['no front end of a server in another language', { 'manage.py': '', 'frontend/package.json': manifest(vite), 'frontend/index.html': '' }, []],
    ['a front end beside a server in another language', { 'backend/pyproject.toml': '', 'frontend/package.json': manifest(vite), 'frontend/index.html': '' }, ['frontend vue 3']],
    ['no front end beside a server whose project lies deeper', { 'backend/src/Shop/Shop.csproj': '', 'frontend/package.json': manifest(vite), 'frontend/index.html': '' }, []],
    ['no SvelteKit that writes files below another server', { 'Web/Web.csproj': '', 'Web/ClientApp/package.json': manifest({ name: 'client', private: true, scripts: { build: 'vite build' }, devDependencies: { '@sveltejs/kit': '^2.0.0', '@sveltejs/adapter-static': '^3.0.0' } }) }, []],
    ['no Nuxt that renders nothing below another server', { 'pyproject.toml': '', 'frontend/package.json': manifest({ ...next, scripts: { build: 'nuxt build' }, dependencies: { nuxt: '^3.14.0' } }), 'frontend/nuxt.config.ts': 'export default defineNuxtConfig({ ssr: false })' }, []],
    ['a Nuxt that renders beside another server', { 'backend/pyproject.toml': '', 'frontend/package.json': manifest({ ...next, scripts: { build: 'nuxt build' }, dependencies: { nuxt: '^3.14.0' } }), 'frontend/nuxt.config.ts': 'export default defineNuxtConfig({})' }, ['frontend nuxt 3']],
  ];
  for (const [name, files, expected] of cases) {
    it(name, async () => {
      assert.deepEqual(await found(files), expected);
    });
  }

  it('includes the front end that the server’s image is built with', async () => {
    const { applications, needs } = await readWorkspace({
      'package.json': manifest({ name: 'board', private: true, scripts: { start: 'concurrently server client' } }),
      'server/package.json': manifest(express),
      'server/requirements.txt': 'apprise\n',
      'client/package.json': manifest({ ...vite, dependencies: { react: '^18' } }),
      'client/index.html': '',
      Dockerfile: 'FROM node:22 AS client\nCOPY client .\nRUN npm run build\nFROM node:22\nCOPY server .\nCOPY --from=client /app/dist public\n',
    });
    assert.deepEqual(applications.map(({ root, includes }) => [root, includes ?? []]), [['server', ['Dockerfile', 'client']]]);
    assert.deepEqual(needs.filter(({ id }) => id === 'static-assets').map(({ application, technology }) => `${application} ${technology}`), ['server bundled']);
  });

  it('leaves an image that builds with Node to the server of another language that it stands beside', async () => {
    const image = 'FROM node:22 AS emails\nRUN npm ci\nFROM python:3.13\nCOPY --from=emails /app /app\n';
    const { applications } = await readWorkspace({ 'clients/web/package.json': manifest(next), 'server/pyproject.toml': '[project]\nname = "x"\n', 'server/Dockerfile': image });
    assert.deepEqual(applications.map(({ root, includes }) => [root, includes ?? []]), [['clients/web', []]]);
  });

  it('includes packages of the workspace and the image that builds it', async () => {
    const { applications } = await readWorkspace({
      'package.json': manifest({ name: 'root', private: true, workspaces: ['apps/*', 'packages/*'] }),
      'apps/web/package.json': manifest({ ...next, dependencies: { ...next.dependencies, '@x/lib': 'workspace:*' } }),
      'apps/api/package.json': manifest(express),
      'packages/lib/package.json': manifest({ name: '@x/lib', private: true, main: 'index.ts', dependencies: { '@x/db': 'workspace:*' } }),
      'packages/db/package.json': manifest({ name: '@x/db', private: true, main: 'index.ts' }),
      'packages/unused/package.json': manifest({ name: '@x/unused', private: true, main: 'index.ts' }),
      'docker/Dockerfile': 'FROM node:22\nRUN turbo run build --filter=web\n',
    });
    assert.deepEqual(new Map(applications.map(({ root, includes }) => [root, includes ?? []])), new Map([['apps/api', []], ['apps/web', ['docker/Dockerfile', 'packages/db', 'packages/lib']]]));
  });
});
