import { strict as assert } from 'node:assert';
import { environmentOf } from '../../../src/core/detectors/environment';
import { createScopes, createWorkspaceFacts } from '../../../src/core/needs/scope';
import type { Application, Fact } from '../../../src/core/model';

function application(root: string): Application {
  return { root, name: root, framework: 'laravel', frameworkVersion: null, languages: [], manifest: { path: `${root}/composer.json`, range: { start: 0, end: 0 } } };
}

function env(path: string, name: string, text: string, more: Partial<Fact> = {}): Fact {
  return { kind: 'env', name, value: { kind: 'literal', text }, at: { path, range: { start: 0, end: 1 } }, stage: 'local', origin: 'dotenv', ...more };
}

function read(roots: readonly string[], facts: readonly Fact[], root: string, key: string): string | undefined {
  const files = facts.map((fact) => ({ path: fact.at.path, size: 1 }));
  const scope = createScopes(roots.map(application), createWorkspaceFacts(files, facts)).find((candidate) => candidate.application.root === root);
  assert.ok(scope !== undefined);
  const value = environmentOf(scope).lookup(key)?.value;
  return value?.kind === 'literal' ? value.text : undefined;
}

describe('sharing facts out to applications', () => {
  it('gives a file to the innermost application', () => {
    const facts = [env('.env', 'A', 'outer'), env('api/.env', 'A', 'inner')];
    assert.deepEqual([read(['.', 'api'], facts, '.', 'A'), read(['.', 'api'], facts, 'api', 'A')], ['outer', 'inner']);
  });

  it('gives a shared file to every application below it', () => {
    const facts = [env('.env', 'A', 'shared')];
    assert.deepEqual([read(['api', 'web'], facts, 'api', 'A'), read(['api', 'web'], facts, 'web', 'A')], ['shared', 'shared']);
  });

  it('gives a service of a shared compose file to the application that it builds', () => {
    const service = (context: string, text: string): Fact => env('compose.yaml', 'A', text, { origin: 'compose', detail: { application: 'true', context } });
    const facts = [service('api', 'for the api'), service('web', 'for the web')];
    assert.deepEqual([read(['api', 'web'], facts, 'api', 'A'), read(['api', 'web'], facts, 'web', 'A')], ['for the api', 'for the web']);
  });

  it('gives a sample to those that compose starts with the file, and not to what only migrates', () => {
    const service = (name: string, dockerfile: string): Fact => ({ kind: 'container', name, value: { kind: 'none' }, at: { path: 'compose.yaml', range: { start: 0, end: 1 } }, stage: 'production', origin: 'compose', detail: { application: 'true', service: name, context: '.', dockerfile, envFiles: '.env.docker' } });
    const manifest: Fact = { kind: 'dependency', name: 'npm:pg', value: { kind: 'literal', text: '8' }, at: { path: 'packages/db/package.json', range: { start: 0, end: 1 } }, stage: 'default', origin: 'npm' };
    const facts = [manifest, service('api', 'api/Dockerfile'), service('migrate', 'packages/db/Dockerfile'), env('.env.docker-small.example', 'A', 'told', { stage: 'example' })];
    assert.deepEqual([read(['api', 'web'], facts, 'api', 'A'), read(['api', 'web'], facts, 'web', 'A')], ['told', undefined]);
  });

  it('gives what is set for a package that migrates to those that take it in', () => {
    const at = { path: 'packages/db/package.json', range: { start: 0, end: 1 } };
    const manifest: Fact = { kind: 'dependency', name: 'npm:pg', value: { kind: 'literal', text: '8' }, at, stage: 'default', origin: 'npm' };
    const set = env('compose.yaml', 'A', 'set', { origin: 'compose', detail: { application: 'true', service: 'migrate', context: '.', dockerfile: 'packages/db/Dockerfile' } });
    const seen = createScopes([{ ...application('api'), includes: ['packages/db'] }, application('proxy')], createWorkspaceFacts([], [manifest, set])).map((scope) => scope.find('env', 'A').length > 0);
    assert.deepEqual(seen, [true, false]);
  });

  it('gives the only service of a compose file to what the Dockerfile beside it builds', () => {
    const at = { path: 'compose.yaml', range: { start: 0, end: 1 } };
    const detail = { application: 'true', service: 'shop', context: '.' };
    const facts: readonly Fact[] = [{ kind: 'container', name: 'shop', value: { kind: 'none' }, at, stage: 'production', origin: 'compose', detail }, env('compose.yaml', 'A', 'set', { origin: 'compose', detail })];
    const seen = (file: string): readonly boolean[] => createScopes([{ ...application('api'), includes: [file] }, application('landing')], createWorkspaceFacts([], facts)).map((scope) => scope.find('env', 'A').length > 0);
    assert.deepEqual([seen('Dockerfile'), seen('docker/Dockerfile')], [[true, false], [true, true]]);
  });

  it('gives a service to the application whose folder holds its Dockerfile, or that is called like it', () => {
    const service = (name: string, text: string, more: Readonly<Record<string, string>>): Fact => env('compose.yaml', 'A', text, { origin: 'compose', detail: { application: 'true', service: name, ...more } });
    const facts = [service('one', 'by its file', { context: '.', dockerfile: 'src/api/Dockerfile' }), service('web', 'by its name', { context: '.', dockerfile: '${WEB_DOCKERFILE}' })];
    const roots = ['src/api', 'src/web', 'src/ads'];
    assert.deepEqual(roots.map((root) => read(roots, facts, root, 'A')), ['by its file', 'by its name', undefined]);
  });

  it('keeps what a published image is told from an application with an image of its own and another name', () => {
    const told = env('deploy/compose.yaml', 'A', 'of the shop', { origin: 'compose', detail: { application: 'true', service: 'shop', published: 'acme/shop' } });
    const image = (root: string): Fact => ({ kind: 'config', name: 'dockerfile.from', value: { kind: 'literal', text: 'debian' }, at: { path: `${root}/Dockerfile`, range: { start: 0, end: 1 } }, stage: 'production', origin: 'dockerfile' });
    const roots = ['shop-startup', 'tools/bash-server', 'mails'];
    assert.deepEqual(roots.map((root) => read(roots, [told, image('tools/bash-server')], root, 'A')), ['of the shop', undefined, 'of the shop']);
    const beside = env('deploy/.env', 'B', 'beside', {});
    assert.deepEqual(roots.map((root) => read(roots, [{ ...told, kind: 'container', name: 'shop' }, beside, image('tools/bash-server')], root, 'B')), ['beside', undefined, 'beside']);
    assert.deepEqual(read(['mails', 'tools/bash-server'], [told, image('tools/bash-server')], 'tools/bash-server', 'A'), 'of the shop');
  });

  it('gives a workload to the program in a folder of its name', () => {
    const facts = [env('k8s/orders.yaml', 'A', 'of orders', { origin: 'kubernetes', stage: 'production', detail: { runs: 'orders' } })];
    const roots = ['orders/orders-main', 'carts/carts-main'];
    assert.deepEqual(roots.map((root) => read(roots, facts, root, 'A')), ['of orders', undefined]);
    assert.equal(read(['orders/orders-main', 'orders/orders-jobs'], facts, 'orders/orders-main', 'A'), undefined);
  });

  it('gives an env file to the applications that compose starts with it, to others what it passes on', () => {
    const service = (name: string, more: Readonly<Record<string, string>> = {}): Fact => ({ kind: 'container', name, value: { kind: 'literal', text: `shop/${name}` }, at: { path: 'docker/compose.yaml', range: { start: 0, end: 1 } }, stage: 'local', origin: 'compose', detail: { application: 'true', service: name, ...more } });
    const passed: Fact = { ...env('docker/compose.yaml', 'SITE', ''), origin: 'compose', value: { kind: 'env', key: 'BASE', fallback: null }, detail: { application: 'true', service: 'web' } };
    const facts = [env('docker/.env', 'PASSWORD', 'of the api'), env('docker/.env', 'BASE', 'of both'), passed, service('api', { envFiles: 'docker/.env' }), service('web')];
    const roots = ['api', 'web'];
    assert.deepEqual(roots.map((root) => read(roots, facts, root, 'PASSWORD')), ['of the api', undefined]);
    assert.equal(read(roots, facts, 'web', 'BASE'), 'of both');
    const unknown = [...facts, service('jobs', { envFiles: 'docker/.env' })];
    assert.deepEqual(roots.map((root) => read(roots, unknown, root, 'PASSWORD')), ['of the api', 'of the api']);
  });

  it('keeps what an image beside several applications sets to that image', () => {
    const facts = [env('src/kafka/Dockerfile', 'A', 'of the broker', { origin: 'dockerfile' }), env('Dockerfile', 'B', 'of all', { origin: 'dockerfile' })];
    const roots = ['src/api', 'src/web'];
    assert.deepEqual([read(roots, facts, 'src/api', 'A'), read(roots, facts, 'src/api', 'B')], [undefined, 'of all']);
  });

  it('does not mix the files of two stages', () => {
    const facts = [env('.env.production', 'A', 'live', { stage: 'production' }), env('.env', 'B', 'local')];
    assert.deepEqual([read(['.'], facts, '.', 'A'), read(['.'], facts, '.', 'B')], ['live', undefined]);
  });

  it('prefers the sample of the application to a sample of another purpose', () => {
    const facts = [env('.env.docker.example', 'A', 'docker', { stage: 'example' }), env('.env.example', 'A', 'plain', { stage: 'example' })];
    assert.equal(read(['.'], facts, '.', 'A'), 'plain');
  });

  it('gives what is declared for none by name to the only server beside front ends', () => {
    const table: Fact = { kind: 'resource', name: 'aws_dynamodb_table', value: { kind: 'literal', text: 'items' }, at: { path: 'infra/main.tf', range: { start: 0, end: 1 } }, stage: 'production', origin: 'cloud' };
    const shared = (frameworks: readonly string[]): readonly (string | undefined)[] =>
      createScopes(frameworks.map((framework, index) => ({ ...application(`app${index}`), framework })), createWorkspaceFacts([], [table])).map((scope) => scope.find('resource')[0]?.detail?.['shared']);
    assert.deepEqual(shared(['fastapi', 'react']), [undefined, 'true']);
    assert.deepEqual(shared(['fastapi', 'express']), ['true', 'true']);
  });

  it('ignores the test stage', () => {
    assert.equal(read(['.'], [env('.env.testing', 'A', 'x', { stage: 'test' })], '.', 'A'), undefined);
  });
});
