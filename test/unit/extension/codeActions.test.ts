import assert from 'node:assert/strict';
import type { Fix } from '../../../src/core/model';
import { actionsFor, findingsIn, fixAllEdits } from '../../../src/extension/codeActionModel';
import { suppressingComment } from '../../../src/extension/suppressComment';
import { finding, lines, place } from './fixture';

const text = (value: string) => ({ text: { en: value, 'pt-br': `${value} (pt)` } });

function edit(path: string, target: string, newText: string, safe = true): Fix {
  return { kind: 'edit', title: text(`Write ${newText}`), edits: [{ ...place(path, target), newText }], safe };
}

describe('actionsFor', () => {
  it('lists fixes, prefers the first safe one, then teaches and silences', () => {
    const fixes: readonly Fix[] = [
      edit('.env', 'sqlite', 'mysql', false),
      edit('.env', 'sqlite', 'pgsql'),
      edit('.env', 'sqlite', 'mariadb'),
      { kind: 'infra', title: text('whatever'), need: 'relational-database', service: 'rds' },
      { kind: 'command', title: text('Run'), command: 'x.run', arguments: ['a'] },
    ];
    const actions = actionsFor(finding({ fixes }), lines, 'en', 'terraform');
    assert.deepEqual(
      actions.map((action) => [action.kind, action.title, action.kind === 'edit' && action.preferred]),
      [
        ['edit', 'Write mysql', false],
        ['edit', 'Write pgsql', true],
        ['edit', 'Write mariadb', false],
        ['infra', 'Generate Terraform for Amazon RDS', false],
        ['command', 'Run', false],
        ['explain', 'Learn more about db/sqlite-in-production', false],
        ['disable', 'Disable db/sqlite-in-production for this line', false],
      ],
    );
    const disable = actions.at(-1);
    assert.deepEqual(disable?.kind === 'disable' && [disable.line, disable.comment], [
      1,
      { before: '  # skylift-disable-next-line db/sqlite-in-production -- ', after: '' },
    ]);
  });

  it('names the language that infrastructure code is written in', () => {
    const fixes: readonly Fix[] = [{ kind: 'infra', title: text('whatever'), need: 'queue', service: 'sqs' }];
    const titles = (['terraform', 'cloudformation', 'cdk'] as const).map((dialect) => actionsFor(finding({ fixes }), lines, 'pt-br', dialect)[0]?.title);
    assert.deepEqual(titles, ['Gerar Terraform para Amazon SQS', 'Gerar CloudFormation para Amazon SQS', 'Gerar AWS CDK para Amazon SQS']);
  });

  it('turns the rule off in the settings where the format has no comments', () => {
    const actions = actionsFor(finding({ at: place('composer.json', 'laravel/framework') }), lines, 'pt-br', 'cdk');
    assert.deepEqual(actions.map(({ kind, title }) => [kind, title]), [
      ['explain', 'Saber mais sobre db/sqlite-in-production'],
      ['turn-off', 'Desligar db/sqlite-in-production nas configurações'],
    ]);
  });
});

describe('findingsIn', () => {
  const findings = [finding(), finding({ rule: 'queue/database', at: place('.env', 'database') })];
  for (const { name, from, to, expected } of [
    { name: 'a cursor inside', from: [1, 18], to: [1, 18], expected: ['db/sqlite-in-production'] },
    { name: 'a cursor at the end', from: [1, 22], to: [1, 22], expected: ['db/sqlite-in-production'] },
    { name: 'a cursor elsewhere in the line', from: [1, 3], to: [1, 3], expected: [] },
    { name: 'a selection over both', from: [0, 0], to: [3, 0], expected: ['db/sqlite-in-production', 'queue/database'] },
  ] as const) {
    it(`finds ${expected.length} for ${name}`, () => {
      const selection = { start: { line: from[0], character: from[1] }, end: { line: to[0], character: to[1] } };
      assert.deepEqual(findingsIn(findings, '.env', selection, lines).map(({ rule }) => rule), expected);
    });
  }
});

describe('fixAllEdits', () => {
  it('takes the first safe fix of each finding and leaves out what overlaps or reaches elsewhere', () => {
    const elsewhere: Fix = { kind: 'edit', title: text('both'), safe: true, edits: [{ ...place('.env', 'local'), newText: 'x' }, { ...place('composer.json', '^12.0'), newText: 'y' }] };
    const findings = [
      finding({ fixes: [edit('.env', 'sqlite', 'unsafe', false), edit('.env', 'sqlite', 'pgsql')] }),
      finding({ rule: 'db/again', fixes: [edit('.env', 'DB_CONNECTION=sqlite', 'DB_CONNECTION=mysql')] }),
      finding({ rule: 'config/env', fixes: [elsewhere] }),
      finding({ rule: 'queue/database', fixes: [edit('.env', 'database', 'redis')] }),
      finding({ rule: 'other/file', at: place('composer.json', '^12.0'), fixes: [edit('composer.json', '^12.0', '^13.0')] }),
    ];
    assert.deepEqual(fixAllEdits(findings, '.env').map(({ newText }) => newText), ['pgsql', 'redis']);
  });
});

describe('suppressingComment', () => {
  for (const { path, expected } of [
    { path: '.env.production', expected: '\t# skylift-disable-next-line a/b -- …' },
    { path: 'api/.env', expected: '\t# skylift-disable-next-line a/b -- …' },
    { path: 'Dockerfile', expected: '\t# skylift-disable-next-line a/b -- …' },
    { path: 'docker/Dockerfile.prod', expected: '\t# skylift-disable-next-line a/b -- …' },
    { path: 'compose.yaml', expected: '\t# skylift-disable-next-line a/b -- …' },
    { path: 'infra/main.tf', expected: '\t# skylift-disable-next-line a/b -- …' },
    { path: 'config/database.php', expected: '\t// skylift-disable-next-line a/b -- …' },
    { path: 'src/server.ts', expected: '\t// skylift-disable-next-line a/b -- …' },
    { path: 'go.mod', expected: '\t// skylift-disable-next-line a/b -- …' },
    { path: 'php.ini', expected: '\t; skylift-disable-next-line a/b -- …' },
    { path: 'pom.xml', expected: '\t<!-- skylift-disable-next-line a/b -- … -->' },
    { path: 'package.json', expected: null },
    { path: 'composer.lock', expected: null },
  ]) {
    it(`writes ${String(expected)} into ${path}`, () => {
      const comment = suppressingComment(path, 'a/b', '\tKEY=value');
      assert.equal(comment === null ? null : `${comment.before}…${comment.after}`, expected);
    });
  }
});
