import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { kubernetes } from '../../../../src/core/detectors/kubernetes';
import { isRendered, neutralise } from '../../../../src/core/detectors/kubernetes/template';
import { loadFormats } from '../../../../src/core/formats';
import { readWorkspace, type Files } from '../../support/workspace';

const laravel: Files = {
  artisan: '',
  'composer.json': JSON.stringify({ name: 'acme/shop', require: { 'laravel/framework': '^12.0' } }),
  'config/queue.php': "<?php return ['default' => env('QUEUE_CONNECTION', 'database'), 'connections' => ['database' => ['driver' => 'database'], 'redis' => ['driver' => 'redis'], 'sqs' => ['driver' => 'sqs']]];",
  'config/database.php': "<?php return ['default' => env('DB_CONNECTION', 'sqlite'), 'connections' => ['sqlite' => ['driver' => 'sqlite'], 'pgsql' => ['driver' => 'pgsql'], 'mysql' => ['driver' => 'mysql']]];",
  '.env.example': 'QUEUE_CONNECTION=database\nDB_CONNECTION=sqlite\nAPP_KEY=\n',
};

const workload = (kind: string, pod: string, more = ''): string => `apiVersion: apps/v1\nkind: ${kind}\nmetadata:\n  name: shop\nspec:\n${more}  template:\n    spec:\n${pod}`;
const container = (env: string): string => `      containers:\n        - name: shop\n          image: acme/shop:1\n${env}`;
const setting = (name: string, value: string): string => `            - name: ${name}\n              value: ${value}\n`;

async function needsOf(files: Files): Promise<Readonly<Record<string, string>>> {
  const workspace = await readWorkspace({ ...laravel, ...files });
  return Object.fromEntries(workspace.needs.map((need) => [need.id, `${need.technology} ${workspace.proof(need)[0] ?? ''}`]));
}

async function factsOf(files: Files, kind: 'env' | 'container' | 'process'): Promise<readonly string[]> {
  const { scopes } = await readWorkspace({ ...laravel, ...files });
  return scopes.flatMap((scope) => scope.find(kind).filter((fact) => !fact.at.path.startsWith('.env')).map((fact) => `${fact.name}=${fact.value.kind === 'literal' ? fact.value.text : fact.value.kind} ${fact.stage}`));
}

describe('Kubernetes', () => {
  it('sets the environment of production, which outranks samples', async () => {
    const seen = await needsOf({ 'k8s/web.yaml': workload('Deployment', container(`          env:\n${setting('QUEUE_CONNECTION', 'redis')}${setting('DB_CONNECTION', '"pgsql"')}`)) });
    assert.equal(seen['queue'], 'redis k8s/web.yaml:redis');
    assert.equal(seen['relational-database'], 'postgresql k8s/web.yaml:pgsql');
  });

  it('reads ConfigMaps, in the same file by reference and elsewhere by their names', async () => {
    const map = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: shop-env\ndata:\n  QUEUE_CONNECTION: sqs\n  nginx.conf: "server {}"\n';
    assert.equal((await needsOf({ 'k8s/config.yaml': map }))['queue'], 'sqs k8s/config.yaml:sqs');
    const key = '          env:\n            - name: QUEUE_CONNECTION\n              valueFrom:\n                configMapKeyRef:\n                  name: shop-env\n                  key: QUEUE_CONNECTION\n';
    assert.equal((await needsOf({ 'k8s/all.yaml': `${map}---\n${workload('Deployment', container(key))}` }))['queue'], 'sqs k8s/all.yaml:sqs');
    assert.deepEqual(await factsOf({ 'k8s/pg.yaml': map.replace('shop-env', 'postgres-config') }, 'env'), []);
  });

  it('lets an overlay win over its base, and production over what is for developers', async () => {
    const web = (value: string): string => workload('Deployment', container(`          env:\n${setting('QUEUE_CONNECTION', value)}`));
    assert.equal((await needsOf({ 'k8s/base/web.yaml': web('redis'), 'k8s/overlays/production/web.yaml': web('sqs') }))['queue'], 'sqs k8s/overlays/production/web.yaml:sqs');
    assert.equal((await needsOf({ 'k8s/base/web.yaml': web('redis'), 'k8s/overlays/dev/web.yaml': web('sqs') }))['queue'], 'redis k8s/base/web.yaml:redis');
    assert.equal((await needsOf({ 'k8s/minikube/web.yaml': web('sqs'), '.env.production': 'QUEUE_CONNECTION=redis\n' }))['queue'], 'redis .env.production:redis');
  });

  it('keeps of a secret that it is set, and lets a written value speak', async () => {
    const reference = '          env:\n            - name: DATABASE_URL\n              valueFrom:\n                secretKeyRef:\n                  name: shop\n                  key: url\n            - name: PLAIN\n              valueFrom:\n                secretKeyRef:\n                  name: shop\n                  key: plain\n';
    assert.deepEqual(await factsOf({ 'k8s/web.yaml': workload('Deployment', container(reference)) }, 'env'), ['DATABASE_URL=secret production']);
    const plain = 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: shop\nstringData:\n  DB_PASSWORD: hunter2\n  QUEUE_CONNECTION: redis\n';
    assert.deepEqual(await factsOf({ 'k8s/secret.yaml': plain }, 'env'), ['DB_PASSWORD=secret production']);
    const kept = '          env:\n            - name: DB_PASSWORD\n              valueFrom:\n                configMapKeyRef:\n                  name: shop\n                  key: password\n            - name: PLAIN\n              valueFrom:\n                configMapKeyRef:\n                  name: shop\n                  key: plain\n';
    assert.deepEqual(await factsOf({ 'k8s/web.yaml': workload('Deployment', container(kept)) }, 'env'), ['DB_PASSWORD=secret production']);
  });

  it('passes over objects that say nothing of a program, and keeps places', async () => {
    const service = `apiVersion: v1\r\nkind: Service\nmetadata:\n  name: shop\n  annotations:\n    about: é ${'x'.repeat(300)}\nspec:\n  ports: [{ port: 80 }]\n`;
    const text = `${service}---\n${workload('Deployment', container('          env:\n            - name: QUEUE_CONNECTION\n              value: redis\n'))}---\n${service}`;
    const { scopes } = await readWorkspace({ ...laravel, 'k8s/all.yaml': text });
    const at = scopes[0]?.find('env', 'QUEUE_CONNECTION').find((fact) => fact.origin === 'kubernetes')?.at.range;
    assert.equal(text.slice(at?.start, at?.end), 'redis');
  });

  it('says which images are servers and which the application, with their copies', async () => {
    const two = 'apiVersion: apps/v1\nkind: StatefulSet\nmetadata:\n  name: db\nspec:\n  replicas: 3\n  template:\n    spec:\n      containers:\n        - name: db\n          image: postgres:16\n          env:\n            - name: POSTGRES_DB\n              value: shop\n';
    const { scopes } = await readWorkspace({ ...laravel, 'k8s/all.yaml': `${two}---\n${workload('Deployment', container(''), '  replicas: 2\n')}` });
    assert.deepEqual(scopes[0]?.find('container').map((fact) => [fact.name, fact.detail?.['application'], fact.detail?.['replicas']]), [['db', 'false', '3'], ['shop', 'true', '2']]);
    assert.deepEqual(scopes[0]?.find('env').filter((fact) => fact.origin === 'kubernetes'), []);
    assert.deepEqual(await factsOf({ 'k8s/db.yaml': 'apiVersion: postgresql.cnpg.io/v1\nkind: Cluster\nmetadata:\n  name: main\n' }, 'container'), ['main=postgres production']);
  });

  it('takes a CronJob for the timetable, unless it is the clock of the framework or keeps house', async () => {
    const job = (command: string, image = 'acme/shop:1'): string =>
      `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: report\nspec:\n  schedule: "*/5 * * * *"\n  jobTemplate:\n    spec:\n      template:\n        spec:\n          containers:\n            - name: report\n              image: ${image}\n              command: [${command}]\n`;
    assert.equal((await needsOf({ 'k8s/cron.yaml': job('php, artisan, report:send') }))['scheduler'], 'cron k8s/cron.yaml:*/5 * * * *');
    assert.equal((await needsOf({ 'k8s/cron.yaml': job('curl, https://shop/cron', 'curlimages/curl') }))['scheduler'], 'cron k8s/cron.yaml:*/5 * * * *');
    assert.equal((await needsOf({ 'k8s/cron.yaml': job('php, artisan, "schedule:run"') }))['scheduler'], undefined);
    assert.equal((await needsOf({ 'k8s/cron.yaml': job('pg_dump, shop', 'postgres:16') }))['scheduler'], undefined);
  });

  it('tells where secrets come from', async () => {
    const store = (provider: string): Files => ({ 'k8s/store.yaml': `apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata:\n  name: aws\nspec:\n  provider:\n${provider}` });
    assert.match((await needsOf(store('    aws:\n      service: SecretsManager\n')))['secrets'] ?? '', /^secretsmanager k8s\/store\.yaml:SecretStore/);
    assert.match((await needsOf(store('    vault:\n      server: https://v\n')))['secrets'] ?? '', /^vault /);
  });

  it('does not see what is set for other images beside its own', async () => {
    const one = (image: string, queue: string): string => workload('Deployment', container(`          env:\n${setting('QUEUE_CONNECTION', queue)}`)).replace('acme/shop:1', image);
    assert.deepEqual(await factsOf({ 'k8s/a.yaml': one('acme/relay', 'redis'), 'k8s/b.yaml': one('acme/shop', 'sqs') }, 'env'), ['QUEUE_CONNECTION=sqs production']);
    assert.deepEqual(await factsOf({ 'k8s/a.yaml': one('acme/backend', 'redis') }, 'env'), ['QUEUE_CONNECTION=redis production']);
  });

  it('shares manifests out to the applications that they are named for', async () => {
    const api = { 'services/api/package.json': JSON.stringify({ name: 'api', dependencies: { express: '4' }, scripts: { start: 'node .' } }) };
    const web = { 'services/web/package.json': JSON.stringify({ name: 'web', dependencies: { express: '4' }, scripts: { start: 'node .' } }) };
    const one = (name: string): string => workload('Deployment', container(`          env:\n${setting('CACHE_DRIVER', name)}`)).replaceAll('shop', name);
    const { scopes } = await readWorkspace({ ...api, ...web, 'k8s/api.yaml': one('api'), 'k8s/web.yaml': one('web'), 'k8s/other.yaml': one('other') });
    assert.deepEqual(scopes.map((scope) => [scope.application.root, scope.find('env').map((fact) => fact.at.path)]), [['services/api', ['k8s/api.yaml']], ['services/web', ['k8s/web.yaml']]]);
  });
});

describe('Helm', () => {
  it('reads the environment, image and servers of values', async () => {
    const values = 'image:\n  repository: acme/shop\nenv:\n  QUEUE_CONNECTION: redis\nextraEnvVars:\n  - name: DB_CONNECTION\n    value: mysql\nredis:\n  enabled: true\npostgresql:\n  enabled: false\n';
    const seen = await needsOf({ 'charts/shop/values.yaml': values });
    assert.equal(seen['queue'], 'redis charts/shop/values.yaml:redis');
    assert.equal(seen['relational-database'], 'mysql charts/shop/values.yaml:mysql');
    assert.deepEqual(await factsOf({ 'charts/shop/values.yaml': values }, 'container'), ['shop=acme/shop production', 'redis=redis production']);
    assert.equal((await needsOf({ 'charts/shop/values.yaml': values, 'charts/shop/values-production.yaml': 'env:\n  QUEUE_CONNECTION: sqs\n' }))['queue'], 'sqs charts/shop/values-production.yaml:sqs');
  });

  it('leaves what is set for components with other images', async () => {
    const values = 'image:\n  repository: acme/shop\ncube:\n  image:\n    repository: cubejs/cube\n  env:\n    QUEUE_CONNECTION: redis\nworker:\n  image:\n    repository: acme/shop-worker\n  env:\n    DB_CONNECTION: pgsql\n';
    assert.deepEqual(await factsOf({ 'charts/shop/values.yaml': values }, 'env'), ['DB_CONNECTION=pgsql production']);
  });

  it('takes servers that a chart depends on without a switch', async () => {
    const chart = 'apiVersion: v2\nname: shop\ndependencies:\n  - name: redis\n    version: 1\n  - name: postgresql\n    version: 1\n    condition: postgresql.enabled\n';
    assert.deepEqual(await factsOf({ 'charts/shop/Chart.yaml': chart }, 'container'), ['redis=redis production']);
  });

  it('reads templates with places kept, and nothing behind a switch', async () => {
    const template = `{{- $x := include "a" . -}}\n${workload('Deployment', container(`          env:\n{{- if .Values.redis.enabled }}\n${setting('QUEUE_CONNECTION', 'redis')}{{- end }}\n${setting('DB_CONNECTION', 'pgsql')}${setting('CACHE_STORE', '{{ .Values.cache | quote }}')}`)).replace('acme/shop:1', '"{{ .Values.image.repository }}:{{ .Values.image.tag }}"')}`;
    assert.deepEqual(await factsOf({ 'chart/templates/web.yaml': template }, 'env'), ['DB_CONNECTION=pgsql production']);
    assert.deepEqual(await factsOf({ 'chart/templates/redis-deployment.yaml': `{{- if .Values.redis.create }}\n${template.replace('name: shop\n          image', 'name: redis\n          image')}\n{{- end }}` }, 'container'), []);
  });

  it('keeps length and line breaks of every template', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('{{', '}}', ' ', '\n', '\r\n', 'a: ', '- ', '{{- if .x }}', '{{ end }}', '{{/* c */}}', '{{ .V | quote }}', '"', '}', 'é')), (parts) => {
      const text = parts.join('');
      const read = neutralise(text);
      assert.equal(read.length, text.length);
      assert.deepEqual([...read.matchAll(/[\r\n]/g)].map((match) => match.index), [...text.matchAll(/[\r\n]/g)].map((match) => match.index));
    }));
    assert.ok(isRendered(neutralise('image: {{ .Values.image }}')));
  });

  it('survives anything', async () => {
    const formats = await loadFormats(['yaml']);
    fc.assert(fc.property(fc.constantFrom('values.yaml', 'Chart.yaml', 'k8s/a.yaml', 'x/templates/_a.tpl'), fc.array(fc.constantFrom('apiVersion: v1', 'kind: Deployment', 'kind: List', 'items:', '- kind: CronJob', 'spec:', '  template: 1', '  template:', '    spec:', '      containers: x', 'env: 3', 'image: [', '{{ if', '}}', 'dependencies:', '- name: redis', '\t', '&a', '*a', '---')), (path, lines) => {
      const { facts } = kubernetes.extract({ path, text: lines.join('\n') }, formats);
      assert.ok(facts.every((fact) => fact.at.range.end >= fact.at.range.start));
    }));
  });

  it('matches the examples of its patterns', () => {
    for (const { match, example } of kubernetes.files) assert.match(example, match);
  });
});
