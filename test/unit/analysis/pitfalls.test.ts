import { strict as assert } from 'node:assert';
import { createAnalysisSession, type Analysis } from '../../../src/core/analysis';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import { localizeMessage } from '../../../src/core/l10n/localized';
import { loadSnapshotPriceBook } from '../../../src/core/pricing';
import { memoryReader, type Files } from '../support/workspace';

const laravel = { 'composer.json': '{ "require": { "laravel/framework": "^12.0" } }', artisan: '' };

async function analyse(files: Files, tracked: readonly string[] | null = null): Promise<Analysis> {
  const host = { reader: memoryReader(files, tracked), loadPriceBook: loadSnapshotPriceBook, now: () => 0 };
  return createAnalysisSession(host, { region: 'us-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [] }).scan();
}

async function pitfalls(files: Files): Promise<readonly (readonly [string, string, readonly string[]])[]> {
  const { pitfalls: found } = await analyse(files);
  return found.map(({ id, text, evidence }) => [id, localizeMessage(text, 'en'), evidence.map(({ at }) => at.path)] as const);
}

describe('pitfalls', () => {
  it('are silent without an application', async () => {
    assert.deepEqual(await pitfalls({ 'README.md': '# notes' }), []);
  });

  it('name what shares one machine, with the lines', async () => {
    const found = await pitfalls({ ...laravel, '.env.example': 'DB_CONNECTION=sqlite\nCACHE_STORE=database\nSESSION_DRIVER=file\nQUEUE_CONNECTION=database\n', 'app/Jobs/Send.php': '<?php class Send implements ShouldQueue {}' });
    const giant = found.find(([id]) => id === 'giant-server');
    assert.match(giant?.[1] ?? '', /^Giant server: 4 concerns share one machine \(relational database, cache, user sessions, background jobs\)/);
    assert.deepEqual(giant?.[2], ['.env.example', '.env.example', '.env.example', '.env.example']);
  });

  it('count a concern once, however many applications have it', async () => {
    const state = 'DB_CONNECTION=sqlite\nCACHE_STORE=database\nSESSION_DRIVER=file\nQUEUE_CONNECTION=database\n';
    const both = ['one', 'two'].map((root) => ({ ...Object.fromEntries(Object.entries(laravel).map(([path, text]) => [`${root}/${path}`, text])), [`${root}/.env.example`]: state }));
    const giant = (await pitfalls(Object.assign({}, ...both) as Files)).find(([id]) => id === 'giant-server');
    const [, count, list = ''] = /^Giant server: (\d+) concerns share one machine \(([^)]*)\)/.exec(giant?.[1] ?? '') ?? [];
    assert.equal(list.split(', ').length, Number(count));
  });

  it('do not call an application with its state outside a giant', async () => {
    const found = await pitfalls({ ...laravel, '.env.production': 'DB_CONNECTION=mysql\nCACHE_STORE=redis\nSESSION_DRIVER=redis\nQUEUE_CONNECTION=sqs\n' });
    assert.ok(!found.some(([id]) => id === 'giant-server'));
  });

  it('turn the estimate into a budget, unless there is one', async () => {
    const { phases, pitfalls: found } = await analyse(laravel);
    const estimate = phases[3]?.estimate.monthlyUsd ?? 0;
    const surprise = found.find(({ id }) => id === 'surprise-cost');
    assert.deepEqual(surprise?.text.data, { estimate: Math.round(estimate), budget: Math.ceil((estimate * 1.2) / 10) * 10 });
    const budget = JSON.stringify({ AWSTemplateFormatVersion: '2010-09-09', Resources: { Budget: { Type: 'AWS::Budgets::Budget', Properties: { Budget: { BudgetType: 'COST', TimeUnit: 'MONTHLY' } } } } });
    const withBudget = await pitfalls({ ...laravel, 'infra/budget.template.json': budget });
    assert.ok(!withBudget.some(([id]) => id === 'surprise-cost'), JSON.stringify(withBudget));
  });

  it('show what is open now', async () => {
    const found = await pitfalls({ ...laravel, '.env.production': 'APP_DEBUG=true\n' });
    const open = found.find(([id]) => id === 'security-later');
    assert.match(open?.[1] ?? '', /^Security later: open now, by the findings: 1\. First: APP_DEBUG is on/);
    assert.deepEqual(open?.[2], ['.env.production']);
    assert.ok(!(await pitfalls(laravel)).some(([id]) => id === 'security-later'));
  });

  it('warn of the jump to functions while state is on the server, not behind it', async () => {
    const found = await pitfalls({ ...laravel, '.env.example': 'DB_CONNECTION=sqlite\n' });
    assert.match(found.find(([id]) => id === 'all-serverless')?.[1] ?? '', /^All serverless: steps before it that are not done: \d+\./);
  });
});
