import assert from 'node:assert/strict';
import { applicationTree, findingTree, folderNode, type TreeNode } from '../../../src/extension/treeModel';
import { analysis, application, databaseNeed, finding, lines, need, place, evidence } from './fixture';

/** The tree as a reader sees it: one line per item, indented. */
function drawn(nodes: readonly TreeNode[], indent = ''): readonly string[] {
  return nodes.flatMap((node) => [
    `${indent}${node.expanded ? '-' : '+'} ${node.icon} ${node.label}${node.description === undefined ? '' : ` | ${node.description}`}`,
    ...drawn(node.children, `${indent}  `),
  ]);
}

function ids(nodes: readonly TreeNode[]): readonly string[] {
  return nodes.flatMap((node) => [node.id, ...ids(node.children)]);
}

const title = (rule: string): string => `Title of ${rule}`;

describe('applicationTree', () => {
  it('goes from applications to needs to the lines that prove them', () => {
    assert.deepEqual(drawn(applicationTree(analysis(), lines, 'en')), [
      '- rocket clinic | Laravel 12',
      '  + database Relational database | SQLite',
      '    + pass DB_CONNECTION | .env:2',
      '    + file-code laravel/framework | composer.json:2',
      '  + list-ordered Background jobs | database table (Laravel) · likely',
      '    + pass QUEUE_CONNECTION | .env:3',
    ]);
  });

  it('says in Portuguese what is offered and what already serves', () => {
    const served = need({ ...databaseNeed, servedBy: 'rds' });
    const [node] = applicationTree(analysis({ needs: [served] }), lines, 'pt-br')[0]?.children ?? [];
    assert.match(node?.tooltip ?? '', /A configuração também oferece: MySQL, PostgreSQL\.\n\nO código de infraestrutura já atende isso com Amazon RDS\./);
    assert.equal(node?.children[0]?.tooltip, 'Lido como desenvolvimento local');
  });

  it('names the files that were left out, and why', () => {
    const skipped = [{ file: 'storage/dump.env', why: { text: { en: 'larger than 1 MiB', 'pt-br': 'maior que 1 MiB' } } }];
    assert.deepEqual(drawn(applicationTree(analysis({ needs: [], skipped }), lines, 'en')), [
      '- rocket clinic | Laravel 12',
      '+ circle-slash Files left out | 1',
      '  + file storage/dump.env | larger than 1 MiB',
    ]);
  });

  it('is empty without an application, so that the view can say why', () => {
    const skipped = [{ file: 'x', why: { text: { en: 'binary', 'pt-br': 'binário' } } }];
    assert.deepEqual(applicationTree(analysis({ applications: [], needs: [], skipped }), lines, 'en'), []);
  });

  it('keeps ids over an edit that moves lines, and never repeats one', () => {
    const twice = need({ ...databaseNeed, technology: 'postgresql', evidence: [evidence('.env', 'sqlite', 'DB_CONNECTION')] });
    const before = ids(applicationTree(analysis({ needs: [databaseNeed, twice] }), lines, 'en'));
    assert.equal(new Set(before).size, before.length);
    const moved = need({ ...databaseNeed, evidence: databaseNeed.evidence.map((item) => ({ ...item, at: { ...item.at, range: { start: 0, end: 1 } } })) });
    assert.deepEqual(ids(applicationTree(analysis({ needs: [moved, twice] }), lines, 'en')), before);
  });
});

describe('findingTree', () => {
  it('groups by rule, the gravest first, and opens a single finding at once', () => {
    const findings = [
      finding({ rule: 'queue/database', severity: 'hint', at: place('.env', 'database') }),
      finding(),
      finding({ severity: 'error', at: place('composer.json', 'laravel/framework') }),
    ];
    assert.deepEqual(drawn(findingTree(analysis({ findings }), lines, 'en', title)), [
      '- error Title of db/sqlite-in-production | db/sqlite-in-production · 2',
      '  + warning SQLite serves clinic | .env:2',
      '  + error SQLite serves clinic | composer.json:2',
      '+ lightbulb Title of queue/database | .env:3',
    ]);
  });

  it('groups by application where there are several', () => {
    const second = { ...application, root: 'api', name: 'api' };
    const third = { ...application, root: 'quiet', name: 'quiet' };
    const findings = [finding(), finding({ application: 'api', rule: 'queue/sync' })];
    assert.deepEqual(drawn(findingTree(analysis({ applications: [application, second, third], findings }), lines, 'en', title)), [
      '- rocket clinic | 1',
      '  + warning Title of db/sqlite-in-production | .env:2',
      '- rocket api | 1',
      '  + warning Title of queue/sync | .env:2',
    ]);
  });

  it('tells a screen reader the severity that others see by colour', () => {
    const [rule] = findingTree(analysis(), lines, 'pt-br', title);
    assert.equal(rule?.accessibleLabel, 'Aviso: SQLite atende clinic, .env, 2');
  });

  it('stands under its folder in a workspace of several', () => {
    assert.deepEqual(drawn([folderNode('web', findingTree(analysis(), lines, 'en', title))]), [
      '- root-folder web',
      '  + warning Title of db/sqlite-in-production | .env:2',
    ]);
  });
});
