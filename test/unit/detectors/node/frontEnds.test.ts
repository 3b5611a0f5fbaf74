import { strict as assert } from 'node:assert';
import { readWorkspace, type Files } from '../../support/workspace';

const server = '{ "name": "backend", "private": true, "scripts": { "start": "node app.js" }, "dependencies": { "express": "5" } }';
const front = '{ "name": "frontend", "private": true, "scripts": { "build": "vite build" }, "dependencies": { "react-dom": "19" }, "devDependencies": { "vite": "7" } }';

async function roots(files: Files): Promise<readonly string[]> {
  return (await readWorkspace(files)).applications.map(({ root, framework }) => `${root} ${framework}`);
}

describe('a front end in a repository of Node', () => {
  const workspace = { 'package.json': '{ "private": true, "workspaces": ["backend", "frontend", "packages/*"] }', 'backend/package.json': server, 'frontend/package.json': front, 'frontend/index.html': '' };

  it('stands for itself beside the server of the same workspace', async () => {
    assert.deepEqual(await roots(workspace), ['backend express', 'frontend react']);
  });

  it('is the server’s where the server’s image holds it', async () => {
    assert.deepEqual(await roots({ ...workspace, Dockerfile: 'FROM node:22\nCOPY backend backend\nCOPY frontend frontend\nCMD ["node", "backend/app.js"]\n', 'frontend/vercel.json': '{}' }), ['backend express']);
  });

  it('is the server’s in two folders that one image is built from, unless a platform hands it out', async () => {
    const files = { 'backend/package.json': server, 'frontend/package.json': front, 'frontend/index.html': '', Dockerfile: 'FROM node:22 AS web\nCOPY frontend/ ./\nRUN npm run build\nFROM node:22\nCOPY backend/ ./\nCMD ["node", "app.js"]\n' };
    assert.deepEqual(await roots(files), ['backend express']);
    const site = 'services:\n  - type: web\n    name: shop\n    env: static\n    buildCommand: cd frontend && npm run build\n    staticPublishPath: ./frontend/dist\n';
    assert.deepEqual(await roots({ ...files, 'render.yaml': site }), ['backend express', 'frontend react']);
    const { needs } = await readWorkspace({ ...files, 'render.yaml': site });
    assert.deepEqual(needs.filter(({ id, application }) => id === 'compute' && application === 'frontend').map(({ technology }) => technology), ['static']);
  });

  it('is a server’s of another language, of several below a folder that its image takes in', async () => {
    const image = (build: string): string => `FROM node:22 AS web\nCOPY ./web .\nRUN ${build}\nFROM golang:1.24 AS build\nRUN go build -o /shop\nFROM alpine\nCMD ["/shop"]\n`;
    const files = { 'go.mod': 'module acme.org/shop\nrequire github.com/gin-gonic/gin v1.10.0\n', 'main.go': 'package main\n\nfunc main() {\n}\n', 'web/plain/package.json': front, 'web/plain/index.html': '', 'web/plain/vercel.json': '{}' };
    assert.deepEqual(await roots({ ...files, Dockerfile: image('npm run build --prefix /web/plain') }), ['. gin']);
    assert.deepEqual(await roots({ ...files, Dockerfile: image('npm run build --prefix /web/other') }), ['. gin', 'web/plain react']);
  });

  it('is the server’s where it is built into the server’s folder', async () => {
    const into = (script: string): string => front.replace('vite build', script);
    assert.deepEqual(await roots({ ...workspace, 'frontend/package.json': into('vite build --outDir ../backend/public') }), ['backend express']);
    assert.deepEqual(await roots({ ...workspace, 'frontend/vite.config.ts': "export default { build: { outDir: '../backend/public' } }" }), ['backend express']);
    assert.deepEqual(await roots({ ...workspace, 'frontend/package.json': into('vite build --outDir ../docs/demo') }), ['backend express', 'frontend react']);
  });

  it('is left behind beside one in an image of its own, unless something deploys it', async () => {
    const java = { 'gateway/pom.xml': '<project><artifactId>gateway</artifactId><dependencies><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter-web</artifactId></dependency></dependencies></project>' };
    const image = 'FROM nginx\nCOPY ./dist /usr/share/nginx/html\n';
    const files = { ...java, 'web-new/package.json': front, 'web-new/index.html': '', 'web-new/Dockerfile': image, 'web-old/package.json': front, 'web-old/index.html': '' };
    const fronts = async (more: Files = {}): Promise<readonly string[]> => (await roots({ ...files, ...more })).filter((root) => root.startsWith('web'));
    assert.deepEqual(await fronts(), ['web-new react']);
    assert.deepEqual(await fronts({ 'web-old/Dockerfile': image }), ['web-new react', 'web-old react']);
    assert.deepEqual(await fronts({ 'web-old/netlify.toml': '' }), ['web-new react', 'web-old react']);
  });

  it('is the server’s where Nuxt only writes files and the server’s image takes them in', async () => {
    const nuxt = '{ "name": "client", "private": true, "scripts": { "start": "nuxt start", "generate": "nuxt generate" }, "dependencies": { "nuxt": "2" } }';
    const files = { 'package.json': server, 'server/Server.js': "app.use(express.static('client/dist'))", 'client/package.json': nuxt, 'client/nuxt.config.js': "module.exports = { target: 'static' }", Dockerfile: 'FROM node:22 AS web\nCOPY /client /client\nRUN npm run generate\nFROM node:22\nCOPY --from=web /client/dist /app/client/dist\nCMD ["node", "app.js"]\n' };
    assert.deepEqual(await roots(files), ['. express']);
    assert.deepEqual((await readWorkspace(files)).needs.filter(({ id }) => id === 'static-assets').map(({ technology }) => technology), ['bundled']);
    assert.deepEqual(await roots({ ...files, 'client/nuxt.config.js': 'module.exports = {}' }), ['. express', 'client nuxt']);
  });

  it('is handed out by Nest where the image holds both', async () => {
    const nest = server.replace('"express": "5"', '"@nestjs/core": "11"');
    const files = { 'apps/server/package.json': nest, 'apps/client/package.json': front.replace('"react-dom"', '"react": "19", "react-dom"'), 'apps/client/index.html': '', Dockerfile: 'FROM node:22\nCOPY apps/server apps/server\nCOPY apps/client apps/client\nCMD ["node", "apps/server/app.js"]\n' };
    const assets = async (more: Files): Promise<number> => (await readWorkspace(more)).needs.filter(({ id, application }) => id === 'static-assets' && application === 'apps/server').length;
    assert.equal(await assets(files), 1);
    assert.equal(await assets({ ...files, Dockerfile: 'FROM node:22\nCOPY apps/server apps/server\nCMD ["node", "apps/server/app.js"]\n' }), 0);
  });

  it('is none under the name of a part', async () => {
    assert.deepEqual(await roots({ ...workspace, 'packages/forms/package.json': front.replace('frontend', 'forms'), 'packages/forms/index.html': '' }), ['backend express', 'frontend react']);
  });

  it('stands for itself beside functions', async () => {
    const template = 'Transform: AWS::Serverless-2016-10-31\nResources:\n  Api:\n    Type: AWS::Serverless::Function\n    Properties:\n      CodeUri: src/\n      Events:\n        Get: { Type: Api }\n';
    assert.deepEqual(await roots({ 'backend/cart-service.yaml': template, 'backend/src/app.py': '', 'frontend/package.json': front, 'frontend/index.html': '' }), ['backend sam', 'frontend react']);
  });

  it('belongs to a server of another language, unless it is deployed from its own folder', async () => {
    const django = { 'manage.py': "import os\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')\n", 'requirements.txt': 'django==5.2\n', 'shop/settings.py': "INSTALLED_APPS = ['shop']\nROOT_URLCONF = 'shop.urls'\n", 'frontend/package.json': front, 'frontend/index.html': '' };
    assert.deepEqual(await roots(django), ['. django']);
    assert.deepEqual(await roots({ ...django, 'frontend/vercel.json': '{}' }), ['. django', 'frontend react']);
  });

  it('stands for itself where its own image ends on a server of files', async () => {
    const rust = { 'Cargo.toml': '[workspace]\nmembers = ["api"]\n', 'api/Cargo.toml': '[package]\nname = "api"\n[dependencies]\naxum = "0.8"\n', 'api/src/main.rs': 'fn main() {}', 'frontend/package.json': front, 'frontend/index.html': '' };
    assert.equal((await roots({ ...rust, 'frontend/Dockerfile': 'FROM node:22 AS build\nFROM caddy:2\nCOPY --from=build /app/dist /usr/share/caddy\n' })).includes('frontend react'), true);
    assert.equal((await roots({ ...rust, 'frontend/Dockerfile': 'FROM node:22\nCMD ["npm", "run", "dev"]\n' })).includes('frontend react'), false);
  });

  it('belongs to the server whose image takes it in, in whatever language', async () => {
    const go = { 'go.mod': 'module shop\n\nrequire github.com/labstack/echo/v4 v4.13.0\n', 'main.go': 'package main\n\nfunc main() {}\n', 'web/package.json': front, 'web/index.html': '', 'web/netlify.toml': '' };
    const image = 'FROM node:24 AS front\nCOPY web/ ./\nRUN npm run build\nFROM golang:1.26 AS server\nCOPY . .\nCOPY --from=front /app/dist ./web/dist\nFROM scratch\nCOPY --from=server /shop /shop\n';
    assert.deepEqual(await roots({ ...go, Dockerfile: image }), ['. echo']);
    assert.deepEqual(await roots({ ...go, 'web/Dockerfile': 'FROM node:24\nRUN npm run build\nCMD ["http-server", "dist"]\n' }), ['. echo', 'web react']);
    assert.deepEqual(await roots({ ...go, 'Dockerfile.web': 'FROM node:24 AS front\nCOPY web/ ./\nFROM nginx\nCOPY --from=front /app/dist /usr/share/nginx/html\n' }), ['. echo', 'web react']);
    const dotnet = { 'API/API.csproj': '<Project Sdk="Microsoft.NET.Sdk.Web"></Project>', 'API/Program.cs': 'WebApplication.CreateBuilder(args).Build().Run();', 'UI/Web/package.json': front, 'UI/Web/index.html': '' };
    assert.deepEqual(await roots({ ...dotnet, Dockerfile: 'FROM ubuntu\nCOPY out /app\nCOPY UI/Web/dist /app/wwwroot\n' }), ['API aspnetcore']);
  });

  it('stands for itself beside a server’s folder, unless it is built into it', async () => {
    const files = { 'backend/pyproject.toml': '[project]\nname = "api"\ndependencies = ["fastapi"]\n', 'backend/app/main.py': 'from fastapi import FastAPI\napp = FastAPI()\n', 'frontend/package.json': front, 'frontend/index.html': '' };
    assert.deepEqual(await roots(files), ['backend fastapi', 'frontend react']);
    assert.deepEqual(await roots({ ...files, 'backend/Dockerfile': 'FROM python:3.13\nCOPY . .\nCMD ["uvicorn", "app.main:app"]\n' }), ['backend fastapi', 'frontend react']);
    assert.deepEqual(await roots({ ...files, 'backend/Dockerfile': 'FROM python:3.13\nCMD ["uvicorn", "app.main:app"]\n', 'frontend/package.json': front.replace('vite build', 'vite build --outDir ../backend/static') }), ['backend fastapi']);
  });

  it('is what Astro builds, whatever it is served with while it is written', async () => {
    const site = '{ "private": true, "scripts": { "start": "astro dev", "build": "astro build" }, "dependencies": { "astro": "5", "hono": "4" } }';
    assert.deepEqual(await roots({ 'package.json': site }), ['. astro']);
    const { needs } = await readWorkspace({ 'package.json': site.replace('"hono": "4"', '"hono": "4", "astro-sst": "3"') });
    assert.equal(needs.find(({ id }) => id === 'compute')?.technology, 'serverless');
  });
});

describe('a server on no framework', () => {
  const image = 'FROM node:22\nCOPY . .\nEXPOSE 3000\nCMD ["node", "index.js"]\n';
  const manifest = '{ "name": "relay", "private": true, "main": "index.js", "dependencies": { "@acme/relay-server": "1" } }';

  it('is an application where an image of Node answers on a port', async () => {
    assert.deepEqual(await roots({ 'package.json': manifest, Dockerfile: image }), ['. node']);
    assert.deepEqual(await roots({ 'service/package.json': manifest, Dockerfile: image }), ['service node']);
  });

  it('stands beside the application around it where the image lies in its own folder', async () => {
    const around = { 'package.json': '{ "private": true, "scripts": { "start": "next start" }, "dependencies": { "next": "16" } }' };
    assert.deepEqual(await roots({ ...around, 'apps/events/package.json': manifest, 'apps/events/Dockerfile': image }), ['. next', 'apps/events node']);
    assert.deepEqual(await roots({ ...around, 'packages/relay/package.json': manifest, 'packages/relay/Dockerfile': image }), ['. next']);
  });

  it('is none without a port, for others to install, or where another language serves', async () => {
    assert.deepEqual(await roots({ 'package.json': manifest, Dockerfile: image.replace('EXPOSE 3000\n', '') }), []);
    assert.deepEqual(await roots({ 'package.json': manifest.replace('"private": true', '"files": ["dist"]'), Dockerfile: image }), []);
    assert.deepEqual(await roots({ 'package.json': manifest, Dockerfile: image.replace('node:22', 'python:3.13').replace('"node", "index.js"', '"python", "app.py"') }), []);
  });
});

describe('a member of a workspace that lists no packages', () => {
  const member = (name: string, start: string): string => JSON.stringify({ name, scripts: { build: start.replace('start', 'build'), start } });
  const top = '{ "private": true, "scripts": { "dev": "pnpm -r dev" }, "dependencies": { "@nestjs/core": "11", "next": "16", "pg": "8", "ioredis": "5" } }';
  const files = { 'package.json': top, 'pnpm-workspace.yaml': 'packages: [apps/*]\n', '.env.example': 'DATABASE_URL=postgres://u:p@db/x\n', 'apps/api/package.json': member('api', 'nest start'), 'apps/web/package.json': member('web', 'next start'), 'apps/commands/package.json': member('commands', 'nest start') };

  it('is built from those that the top lists, as its command tells', async () => {
    assert.deepEqual(await roots(files), ['apps/api nestjs', 'apps/web next']);
    const { needs } = await readWorkspace(files);
    assert.deepEqual(needs.filter(({ id }) => id === 'relational-database').map(({ application }) => application), ['apps/api']);
  });
});

describe('a front end beside servers and the packages that a repository publishes', () => {
  const files = {
    'package.json': '{ "private": true, "workspaces": ["apps/*", "libs/*", "packages/*"] }',
    'packages/sdk/package.json': '{ "name": "@shop/sdk", "exports": "./dist/index.js" }',
    'libs/dal/package.json': '{ "name": "@shop/dal", "private": true, "dependencies": { "mongoose": "8" } }',
    'apps/dashboard/package.json': '{ "private": true, "scripts": { "build": "react-app-rewired build" }, "dependencies": { "react-dom": "19" }, "devDependencies": { "@shop/dal": "workspace:*" } }',
    'apps/dashboard/public/index.html': '', 'apps/dashboard/netlify.toml': '[build]\n',
    'apps/api/package.json': '{ "private": true, "scripts": { "start": "node main.js" }, "dependencies": { "express": "5", "@shop/dal": "workspace:*" } }',
  };

  it('is the product’s where a server has an image of its own', async () => {
    assert.deepEqual(await roots({ ...files, 'apps/api/Dockerfile': 'FROM node:22\nCMD ["node", "main.js"]\n' }), ['apps/api express', 'apps/dashboard react']);
    assert.deepEqual(await roots({ ...files, 'apps/dashboard/package.json': files['apps/dashboard/package.json'].replace('"@shop/dal": "workspace:*"', '"vite": "7"') }), ['apps/api express']);
  });

  it('is the product’s where an image is built of a server, whatever lies beside', async () => {
    const image = 'FROM node:22 AS build\nRUN npm run build\nFROM node:22\nCOPY --from=build /app/apps/api/dist ./apps/api/dist\nCOPY --from=build /app/extensions/.next/standalone ./extensions\n';
    const extensions = { 'extensions/package.json': '{ "name": "extensions", "private": true, "scripts": { "build": "next build" }, "dependencies": { "next": "15" } }' };
    const { applications, needs } = await readWorkspace({ ...files, ...extensions, 'docker/shop/Dockerfile': image });
    assert.deepEqual(applications.map(({ root }) => root), ['apps/api', 'apps/dashboard', 'extensions']);
    assert.deepEqual(needs.filter(({ id }) => id === 'compute').map(({ technology }) => technology), ['container', 'static', 'container']);
  });

  it('is the product’s where the packages are sources for the workspace alone', async () => {
    const sources = { ...files, 'packages/sdk/package.json': '{ "name": "@shop/sdk", "main": "./src/index.ts", "files": ["src"] }', 'apps/shop/package.json': '{ "private": true, "scripts": { "build": "next build" }, "dependencies": { "next": "15" } }' };
    assert.deepEqual(await roots(sources), ['apps/api express', 'apps/dashboard react', 'apps/shop next']);
    assert.deepEqual(await roots({ ...sources, 'packages/sdk/package.json': files['packages/sdk/package.json'] }), ['apps/api express', 'apps/dashboard react']);
  });

  it('keeps no data, whatever packages it is built with', async () => {
    const { needs } = await readWorkspace({ ...files, 'apps/api/Dockerfile': 'FROM node:22\nCMD ["node", "main.js"]\n' });
    assert.deepEqual(needs.filter(({ id }) => id === 'document-database').map(({ application }) => application), ['apps/api']);
  });
});

describe('a site that Nx builds', () => {
  const site = JSON.stringify({ name: 'builder', private: true, dependencies: { next: '16' } });
  const files = { 'package.json': '{ "private": true, "workspaces": ["apps/*"] }', 'nx.json': '{ "plugins": ["@nx/next/plugin"] }', 'apps/builder/package.json': site, 'apps/builder/next.config.mjs': 'export default {}' };

  it('needs no commands in its manifest', async () => {
    assert.deepEqual(await roots(files), ['apps/builder next']);
    assert.deepEqual(await roots({ 'package.json': files['package.json'], 'apps/builder/package.json': site, 'apps/builder/next.config.mjs': '' }), []);
    assert.deepEqual(await roots({ 'package.json': files['package.json'], 'nx.json': '{}', 'apps/builder/package.json': site }), []);
  });

  it('runs in the image that is built for each application of the folder', async () => {
    const image = 'FROM node:24 AS base\nFROM base AS builder\nARG SCOPE\nRUN nx build ${SCOPE}\nFROM base AS release\nARG SCOPE\nCOPY --from=builder /app/apps/${SCOPE}/.next/standalone ./\n';
    const { needs } = await readWorkspace({ ...files, 'apps/viewer/package.json': site.replace('builder', 'viewer'), 'apps/viewer/next.config.mjs': '', Dockerfile: image });
    assert.deepEqual(needs.filter(({ id }) => id === 'compute').map(({ application, technology }) => `${application} ${technology}`), ['apps/builder container', 'apps/viewer container']);
  });
});

describe('a server of Nitro alone', () => {
  it('is built from what stands among the packages for development', async () => {
    assert.deepEqual(await roots({ 'proxy/package.json': '{ "private": true, "scripts": { "dev": "PORT=3001 nitropack dev", "build": "nitropack build" }, "devDependencies": { "nitropack": "2" } }' }), ['proxy h3']);
  });
});

describe('a site that is wrapped for the desktop as well', () => {
  const manifest = (start: string): string => JSON.stringify({ private: true, scripts: { build: 'next build', start }, dependencies: { next: '15' }, devDependencies: { electron: '30' } });

  it('is a site where it is started as one', async () => {
    assert.deepEqual(await roots({ 'package.json': manifest('next start') }), ['. next']);
    assert.deepEqual(await roots({ 'package.json': manifest('electron .') }), []);
  });
});

describe('a server that is published as a package', () => {
  const manifest = '{ "name": "flags", "exports": "./dist/index.js", "scripts": { "start": "node dist/server.js" }, "dependencies": { "express": "5" } }';

  it('is an application where an image of the same folder is built', async () => {
    assert.deepEqual(await roots({ 'package.json': manifest, Dockerfile: 'FROM node:22\nCMD ["node", "dist/server.js"]\n' }), ['. express']);
    assert.deepEqual(await roots({ 'package.json': manifest }), []);
    assert.deepEqual(await roots({ 'package.json': manifest.replace('"exports"', '"bin": "cli.js", "exports"'), Dockerfile: 'FROM node:22\n' }), []);
  });
});

describe('a program that is installed to serve', () => {
  const manifest = (more: string): string => `{ "name": "chat", "bin": { "chat": "index.js" }, "files": ["index.js", "dist", "public"], "scripts": { "build": "run-p build:*", "build:client": "vite build", "start": "node index start" }, "dependencies": { "express": "4" }${more} }`;

  it('is an application where it has pages of its own and nothing to import', async () => {
    assert.deepEqual(await roots({ 'package.json': manifest('') }), ['. express']);
    assert.deepEqual(await roots({ 'package.json': manifest(', "main": "dist/index.js"') }), []);
    assert.deepEqual(await roots({ 'package.json': manifest('').replace('vite build', 'tsc') }), []);
  });

  it('is an application where the image of its workspace starts it', async () => {
    const top = (start: string): string => `{ "name": "top", "private": true, "workspaces": ["packages/*"], "scripts": { "start": ${start} } }`;
    const files = { 'packages/server/package.json': manifest(', "main": "dist/index.js"'), 'packages/other/package.json': manifest(', "main": "dist/index.js"').replace('"chat"', '"agent"'), Dockerfile: 'FROM node:24\nCOPY . .\nCMD [ "pnpm", "start" ]\n' };
    assert.deepEqual(await roots({ ...files, 'package.json': top('"cd packages/server/bin && ./run start"') }), ['packages/server express']);
    assert.deepEqual(await roots({ ...files, 'package.json': top('"run-script-os", "start:windows": "start.cmd", "start:default": "pnpm --filter agent start"') }), ['packages/other express']);
    assert.deepEqual(await roots({ ...files, 'package.json': top('"turbo run start"') }), []);
  });
});

describe('a check of health that is put into an image', () => {
  it('is no application', async () => {
    const check = '{ "private": true, "scripts": { "start": "node check.js" }, "dependencies": { "express": "4" } }';
    assert.deepEqual(await roots({ 'package.json': server, 'docker/worker/Dockerfile': 'FROM node:24\n', 'docker/worker/check/package.json': check }), ['. express']);
    assert.deepEqual(await roots({ 'package.json': server, 'docker/socket/Dockerfile': 'FROM node:24\n', 'docker/socket/package.json': check }), ['. express', 'docker/socket express']);
  });
});

describe('a Worker of Cloudflare', () => {
  const manifest = (deploy: string): string => `{ "private": true, "scripts": { "dev": "bun --watch dev.ts", "deploy": "${deploy}" }, "dependencies": { "postgres": "3" }, "devDependencies": { "hono": "4" } }`;

  it('is bundled from what stands among the packages for development, and runs as a function', async () => {
    const files = { 'package.json': manifest('wrangler deploy --env-file .env'), 'wrangler.jsonc': '{ "main": "./worker.ts" }', Dockerfile: 'FROM oven/bun\nCMD ["bun", "dist/index.js"]\n' };
    assert.deepEqual(await roots(files), ['. hono']);
    const { needs } = await readWorkspace(files);
    assert.deepEqual(needs.map(({ id, technology }) => `${id} ${technology}`), ['compute serverless', 'relational-database postgresql']);
    assert.deepEqual(await roots({ 'package.json': manifest('node deploy.js'), 'wrangler.jsonc': '{}' }), []);
  });
});

describe('a site that writes its pages out', () => {
  const files = (output: string): Files => ({ 'package.json': '{ "private": true, "scripts": { "build": "next build", "start": "next start" }, "dependencies": { "next": "15", "postgres": "3" } }', 'next.config.js': `export default { output: ${output} };`, '.env.example': 'STRIPE_SECRET_KEY=x\n' });
  const needsOf = async (output: string): Promise<readonly string[]> => (await readWorkspace(files(output))).needs.map(({ id, technology }) => `${id} ${technology}`);

  it('is files that keep nothing', async () => {
    assert.deepEqual(await needsOf('"export"'), ['compute static', 'static-assets bundled']);
    assert.deepEqual(await needsOf('"standalone"'), ['compute node', 'relational-database postgresql', 'static-assets bundled', 'secrets env']);
  });
});

describe('a database that infrastructure declares', () => {
  const database = 'resource "google_sql_database_instance" "db" {\n  database_version = "POSTGRES_16"\n}\n';

  it('serves no files of a browser', async () => {
    const { needs } = await readWorkspace({ 'frontend/package.json': front, 'frontend/index.html': '', 'infra/main.tf': database });
    assert.deepEqual(needs.map(({ id }) => id), ['compute', 'static-assets']);
  });
});

describe('an image that starts the server of a bundler', () => {
  const front = JSON.stringify({ name: 'front', private: true, scripts: { dev: 'vite', build: 'vite build' }, dependencies: { 'react-dom': '19' }, devDependencies: { vite: '7' } });
  const files = (command: string): Files => ({
    'front/package.json': front,
    'front/index.html': '<div id="root">',
    'front/Dockerfile': `FROM node:22\nRUN npm run build\nCMD ["npm", "run", "${command}"]\n`,
    'infra/main.tf': 'resource "aws_cloudfront_distribution" "front" {\n  enabled = true\n}\n',
  });
  const computeOf = async (command: string): Promise<string | undefined> => (await readWorkspace(files(command))).needs.find(({ id }) => id === 'compute')?.technology;

  it('is a developer\'s where a network hands out the files', async () => {
    assert.deepEqual([await computeOf('dev'), await computeOf('start')], ['static', 'container']);
  });
});

describe('a server that only a developer starts by itself', () => {
  const tasks = '{ "name": "@shop/tasks", "private": true, "exports": { ".": "./src/main.ts" }, "scripts": { "dev": "tsx src/main.ts" }, "dependencies": { "fastify": "5" } }';
  const site = (more: string): string => `{ "name": "web", "private": true, "scripts": { "build": "next build", "start": "next start" }, "dependencies": { "next": "16"${more} } }`;
  const top = { 'package.json': '{ "private": true, "workspaces": ["apps/*"] }', 'apps/tasks/package.json': tasks };

  it('is a part of the application that takes it in', async () => {
    assert.deepEqual(await roots({ ...top, 'apps/web/package.json': site(', "@shop/tasks": "*"') }), ['apps/web next']);
    assert.deepEqual(await roots({ ...top, 'apps/web/package.json': site('') }), ['apps/tasks fastify', 'apps/web next']);
    assert.deepEqual(await roots({ ...top, 'apps/web/package.json': site(', "@shop/tasks": "*"'), 'apps/tasks/Dockerfile': 'FROM node:22\n' }), ['apps/tasks fastify', 'apps/web next']);
  });
});
