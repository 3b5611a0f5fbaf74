import assert from 'node:assert/strict';
import { explain } from '../../../src/core/catalog';
import { serviceIds } from '../../../src/core/catalog/ids';
import { serviceName } from '../../../src/core/catalog/names';
import { languages } from '../../../src/core/l10n/localized';
import { entryIds } from './texts';

describe('catalog: explain', () => {
  for (const language of languages) {
    it(`answers every id in ${language}`, () => {
      for (const id of entryIds) {
        const page = explain(id, language);
        assert.ok(page !== null, id);
        assert.match(page, /^# \S/, id);
        assert.doesNotMatch(page, /undefined|\[object|\{\w+\}|\n{3,}/, id);
        assert.equal(page.match(/^# /gm)?.length, 1, `${id}: one title`);
      }
    });
  }

  it('says nothing of an unknown id', () => {
    for (const id of ['', 'app-runner', 'constructor', '__proto__', 'db/sqlite-in-production']) {
      assert.equal(explain(id, 'en'), null, id);
    }
  });

  it('does not mind case and blanks', () => {
    assert.equal(explain(' RDS ', 'en'), explain('rds', 'en'));
  });

  it('explains a service with meters, limits and their sources', () => {
    const page = explain('sqs', 'en') ?? '';
    assert.ok(page.startsWith('# Amazon SQS\n\nWork must wait in line'));
    assert.ok(page.includes('**First phase:** Cloud-native'));
    assert.ok(page.includes('**Serves:** background jobs'));
    assert.ok(page.includes('`skylift price sqs`'));
    assert.ok(
      page.includes(
        '- A message has 1 MiB at most (older guides say 256 KB): send a key of S3 for more. ' +
          '([source](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_CreateQueue.html), 2026-08-07)',
      ),
    );
    assert.ok(page.includes('- [Prices](https://aws.amazon.com/sqs/pricing/)'));
  });

  it('explains both things that share a word', () => {
    const page = explain('cloud-native', 'pt-br') ?? '';
    assert.ok(page.startsWith('# Cloud-native\n\n## Objetivo'));
    assert.ok(page.includes('\n\n## Cloud-native\n\n*A aplicação é dividida'));
    const vpc = explain('vpc', 'en') ?? '';
    assert.ok(vpc.startsWith('# VPC: your private network'));
    assert.ok(vpc.includes('\n\n## Amazon VPC\n\n'));
  });

  it('lists the services of a need with the problem that each solves', () => {
    const page = explain('queue', 'pt-br') ?? '';
    assert.ok(page.startsWith('# Tarefas em segundo plano\n\nTrabalho demorado'));
    assert.ok(page.includes('- **Amazon SQS** (`sqs`): O trabalho precisa esperar na fila'));
  });

  it('lists every service once, in the phase in which it enters', () => {
    const listed = ['today', 'foundations', 'lift-and-shift', 'cloud-native', 'serverless'].flatMap((id) => {
      const page = (explain(id, 'en') ?? '').split('\n## ').find((section) => section.startsWith('Services that enter'));
      return [...(page ?? '').matchAll(/^- \*\*(.+?)\*\* \(`([\w-]+)`\)/gm)].map((found) => [found[2], found[1]]);
    });
    assert.deepEqual(listed.sort(), serviceIds.map((id) => [id, serviceName(id).en]).sort());
  });
});
