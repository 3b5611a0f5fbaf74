import assert from 'node:assert/strict';
import { hoverAt, type HoverOptions } from '../../../src/extension/hoverText';
import { lensesOf } from '../../../src/extension/lensText';
import { costOfNeed, total } from '../../../src/extension/needCost';
import { statusOf, type StatusOptions } from '../../../src/extension/statusText';
import {
  analysis,
  cloudNative,
  databaseDecision,
  databaseNeed,
  databaseNode,
  evidence,
  finding,
  line,
  lines,
  need,
  phase,
  queueNeed,
  serviceEstimate,
} from './fixture';

const options: HoverOptions = { phase: 'cloud-native', workload: 'Current', money: { language: 'en', second: null } };
const inPortuguese: HoverOptions = { ...options, workload: 'Atual', money: { language: 'pt-br', second: { code: 'BRL', rate: 5, date: '2026-11-01' } } };

const queued = phase('cloud-native', {
  nodes: [
    { ...databaseNode, id: 'queue', label: { en: 'Amazon SQS', 'pt-br': 'Amazon SQS' }, detail: null, service: 'sqs', needs: ['queue'] },
    { ...databaseNode, id: 'worker', label: { en: 'Workers', 'pt-br': 'Workers' }, detail: null, service: 'fargate', needs: ['queue'] },
    { ...databaseNode, id: 'free', service: 'iam', needs: ['queue'] },
    { ...databaseNode, id: 'web', service: 'fargate', needs: ['compute', 'queue'] },
  ],
  decisions: [{ ...databaseDecision, need: 'queue', service: 'sqs' }],
  services: [
    serviceEstimate({ service: 'sqs', node: 'queue', serves: ['queue'], lines: [line({ usd: 1 })] }),
    serviceEstimate({ service: 'fargate', node: 'worker', serves: ['queue'], lines: [line({ usd: 29 })] }),
    serviceEstimate({ service: 'fargate', node: 'web', serves: ['compute'], lines: [line({ usd: 58 })] }),
  ],
});

describe('costOfNeed', () => {
  it('adds up what stands at the node of the deciding service', () => {
    const cost = costOfNeed(cloudNative, databaseNeed);
    assert.deepEqual([cost?.service, cost?.node?.id, cost?.services.map(({ service }) => service)], ['rds', 'database', ['rds']]);
    assert.equal(cost?.amount.monthlyUsd?.toFixed(2), '25.66');
  });

  it('is silent where the phase decides nothing for the need or for its application', () => {
    assert.equal(costOfNeed(cloudNative, queueNeed), null);
    assert.equal(costOfNeed(cloudNative, need({ ...databaseNeed, application: 'api' })), null);
  });

  it('counts what is there for the need alone, such as the workers of a queue', () => {
    const cost = costOfNeed(queued, queueNeed);
    assert.deepEqual([cost?.service, cost?.node?.id, cost?.companions.map(({ id }) => id), cost?.amount.monthlyUsd], ['sqs', 'queue', ['worker'], 30]);
  });

  it('says who else the same node serves', () => {
    const shared = { ...databaseNode, id: 'cache', service: 'elasticache', needs: ['cache', 'sessions', 'realtime'] } as const;
    const decide = (id: 'cache' | 'sessions' | 'realtime', service: string) => ({ ...databaseDecision, need: id, service });
    const state = phase('cloud-native', {
      nodes: [shared],
      decisions: [decide('cache', 'elasticache'), decide('sessions', 'elasticache'), decide('realtime', 'alb')],
      services: [serviceEstimate({ service: 'elasticache', node: 'cache', serves: ['cache'] })],
    });
    const cost = costOfNeed(state, need({ id: 'sessions', technology: 'database', evidence: [] }));
    assert.deepEqual([cost?.node?.id, cost?.sharedWith, cost?.services.length], ['cache', ['cache'], 1]);
  });

  it('has no cost of its own where the need runs on what is paid for anyway', () => {
    const server = phase('foundations', {
      nodes: [{ ...databaseNode, id: 'ec2', service: 'ec2', needs: ['compute'] }],
      decisions: [{ ...databaseDecision, service: 'ec2' }],
      services: [serviceEstimate({ service: 'ec2', node: 'ec2', serves: ['compute', 'relational-database'] })],
    });
    const cost = costOfNeed(server, databaseNeed);
    assert.deepEqual([cost?.service, cost?.node, cost?.services], ['ec2', null, []]);
  });

  it('counts a service without a node of its own by the need it serves', () => {
    const mail = phase('cloud-native', {
      decisions: [{ ...databaseDecision, need: 'mail', service: 'ses' }],
      services: [serviceEstimate({ service: 'ses', node: null, serves: ['mail'], lines: [line({ usd: 1 })] }), serviceEstimate({ service: 'ses', node: null, serves: ['queue'] })],
    });
    assert.equal(costOfNeed(mail, need({ id: 'mail', technology: 'smtp', evidence: [] }))?.amount.monthlyUsd, 1);
  });

  it('is unknown as soon as one price is', () => {
    assert.deepEqual(total([serviceEstimate({ lines: [line({ usd: 2 })] }), serviceEstimate({ lines: [line({ usd: null })] })]), { monthlyUsd: null, knownUsd: 2 });
  });
});

describe('hoverAt', () => {
  it('says what the line means, what serves it on AWS, what that costs and why', () => {
    const hover = hoverAt(analysis(), '.env', 1, lines, options);
    assert.deepEqual(hover?.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 22 } });
    const text = hover?.parts[0]?.replaceAll('\u00a0', ' ') ?? '';
    assert.deepEqual(text.split('\n\n').slice(0, 1), ['**Relational database** · SQLite']);
    assert.match(text, /This line speaks of local development\./);
    assert.match(text, /On AWS, phase \*Cloud-native\*: \*\*Amazon RDS\*\*, US\$ 25\.66\/month/);
    assert.match(text, /\| db\\\.t4g\\\.small \| 730 Hrs \| US\$ 0\.032 \| US\$ 23\.36 \|\n\| gp3 \| 20 GB\\-Mo \| US\$ 0\.115 \| US\$ 2\.30 \|/);
    assert.match(text, /\*\*Why:\*\* Survives the loss of a machine\./);
    assert.match(text, /\*Bundled AWS prices \(as of Aug 13, 2026\), sa-east-1, workload “Current”\.\*/);
    assert.match(text, /\[Explain Amazon RDS\]\(command:skylift\.explain\?%5B%22rds%22%5D\)/);
  });

  it('names the service of each line where there are several, and leaves a long list to the panel', () => {
    const many = phase('cloud-native', { ...queued.architecture, services: [...queued.estimate.services, serviceEstimate({ service: 'fargate', node: 'worker', lines: Array.from({ length: 9 }, () => line({ usd: 1 })) })] });
    const [text = ''] = hoverAt(analysis({ phases: [many] }), '.env', 2, lines, options)?.parts ?? [];
    assert.match(text, /\| Amazon SQS\\: db/);
    assert.equal(text.match(/^\| (?!What|:)/gm)?.length, 8);
    assert.match(text, /… and 3 more lines in the architecture panel\./);
  });

  it('does not call free what runs on something that is paid for anyway', () => {
    const server = phase('cloud-native', { decisions: [{ ...databaseDecision, service: 'ec2' }] });
    const [text = ''] = hoverAt(analysis({ phases: [server] }), '.env', 1, lines, inPortuguese)?.parts ?? [];
    assert.match(text, /\*\*Amazon EC2\*\*, sem custo próprio: roda sobre o que a aplicação já paga\./);
    assert.doesNotMatch(text, /US\$/);
  });

  it('speaks Portuguese and shows the second currency with its day', () => {
    const text = hoverAt(analysis(), '.env', 1, lines, inPortuguese)?.parts[0]?.replaceAll('\u00a0', ' ') ?? '';
    assert.match(text, /Esta linha fala do desenvolvimento local\./);
    assert.match(text, /US\$ 25,66 \(≈ R\$ 128,30\)\/mês/);
    assert.match(text, /US\$ 1 = R\$ 5,0000, cotação de 01\/11\/2026\./);
    assert.match(text, /\*\*Por quê:\*\* Sobrevive à perda de uma máquina\./);
  });

  it('explains the need itself where the phase has no service for it', () => {
    const [text = ''] = hoverAt(analysis(), '.env', 2, lines, options)?.parts ?? [];
    assert.match(text, /^\*\*Background jobs\*\* · database table \(Laravel\)/);
    assert.doesNotMatch(text, /US\$/);
    assert.match(text, /skylift\.explain\?%5B%22queue%22%5D/);
  });

  it('names what infrastructure code already serves', () => {
    const served = need({ ...databaseNeed, servedBy: 'rds' });
    const [text = ''] = hoverAt(analysis({ needs: [served] }), '.env', 1, lines, options)?.parts ?? [];
    assert.match(text, /already serves it with \*\*Amazon RDS\*\*/);
  });

  it('has a part for each need that one line proves', () => {
    const cache = need({ id: 'cache', technology: 'database', evidence: [evidence('.env', 'sqlite', 'DB_CONNECTION')] });
    assert.equal(hoverAt(analysis({ needs: [databaseNeed, cache] }), '.env', 1, lines, options)?.parts.length, 2);
  });

  it('is silent elsewhere', () => {
    assert.equal(hoverAt(analysis(), '.env', 0, lines, options), null);
    assert.equal(hoverAt(analysis(), 'infra/main.tf', 0, lines, options), null);
  });

  it('lets no markup of the workspace through', () => {
    const odd = need({ ...databaseNeed, technology: '[x](command:evil)', library: '**bold**' });
    const [text = ''] = hoverAt(analysis({ needs: [odd] }), '.env', 1, lines, options)?.parts ?? [];
    assert.doesNotMatch(text, /\]\(command:evil\)/);
    assert.match(text, /\\\*\\\*bold\\\*\\\*/);
  });
});

describe('lensesOf', () => {
  it('stands above the deciding line with what the phase puts there', () => {
    assert.deepEqual(lensesOf(analysis(), '.env', 'cloud-native', lines, 'en'), [{ line: 1, title: 'RDS PostgreSQL db.t4g.small ≈ US$ 26/month · change' }]);
    assert.deepEqual(lensesOf(analysis(), '.env', 'cloud-native', lines, 'pt-br'), [{ line: 1, title: 'RDS PostgreSQL db.t4g.small ≈ US$ 26/mês · mudar' }]);
  });

  it('names what comes with it', () => {
    assert.deepEqual(lensesOf(analysis({ phases: [queued] }), '.env', 'cloud-native', lines, 'en'), [{ line: 2, title: 'Amazon SQS + Workers ≈ US$ 30/month · change' }]);
  });

  it('does not repeat itself above lines that only support', () => {
    assert.deepEqual(lensesOf(analysis(), 'composer.json', 'cloud-native', lines, 'en'), []);
  });

  it('prices what infrastructure code declares, in every phase', () => {
    const declared = { ...databaseNode, evidence: [evidence('infra/main.tf', '"aws_db_instance"', 'aws_db_instance.main', 'default')] };
    const today = phase('today', { nodes: [declared], services: [serviceEstimate()] });
    const served = need({ ...databaseNeed, servedBy: 'rds' });
    const state = analysis({ needs: [served], phases: [today, cloudNative] });
    assert.deepEqual(lensesOf(state, 'infra/main.tf', 'today', lines, 'en'), [{ line: 0, title: 'RDS PostgreSQL db.t4g.small ≈ US$ 23/month · change' }]);
    assert.deepEqual(lensesOf(state, 'infra/main.tf', 'serverless', lines, 'en').length, 1);
    // The driver line does not promise a second database.
    assert.deepEqual(lensesOf(state, '.env', 'cloud-native', lines, 'en'), []);
  });

  for (const { name, usd, expected } of [
    { name: 'free', usd: 0, expected: 'RDS PostgreSQL db.t4g.small: no charge · change' },
    { name: 'unknown', usd: null, expected: 'RDS PostgreSQL db.t4g.small: price unknown · change' },
  ]) {
    it(`says so where the price is ${name}`, () => {
      const priced = phase('cloud-native', { nodes: [databaseNode], decisions: [databaseDecision], services: [serviceEstimate({ lines: [line({ usd })] })] });
      assert.deepEqual(lensesOf(analysis({ phases: [priced] }), '.env', 'cloud-native', lines, 'en').map(({ title }) => title), [expected]);
    });
  }

  it('says nothing about tests', () => {
    const tested = need({ ...databaseNeed, stage: 'test' });
    assert.deepEqual(lensesOf(analysis({ needs: [tested] }), '.env', 'cloud-native', lines, 'en'), []);
  });
});

describe('statusOf', () => {
  const status: StatusOptions = { ...options, evaluateAs: 'local' };

  it('has the cost of the phase and the number of findings', () => {
    const model = statusOf(analysis(), status);
    assert.equal(model?.text, '$(cloud) US$ 59/month  $(warning) 1');
    assert.equal(model?.accessibleLabel, 'Skylift: US$ 59/month, findings: 1');
    assert.match(model?.tooltip ?? '', /^\*\*Skylift\*\* · phase \*Cloud-native\*: \*\*US\$ 58\.51\/month\*\*\n\nFindings: 1 warning\n\n/);
  });

  it('says when production is judged', () => {
    const findings = [finding({ severity: 'error' }), finding({ severity: 'error' }), finding({ severity: 'hint' })];
    const model = statusOf(analysis({ findings }), { ...inPortuguese, evaluateAs: 'production' });
    assert.equal(model?.text, '$(cloud) US$ 59/mês  $(error) 3  como produção');
    assert.match(model?.tooltip ?? '', /Achados: 2 erros, 1 dica\n\nAvaliado como produção/);
  });

  it('has no price for a server of one’s own', () => {
    const model = statusOf(analysis({ findings: [] }), { ...status, phase: 'today' });
    assert.equal(model?.text, '$(cloud) today  $(info) 0');
    assert.match(model?.tooltip ?? '', /^\*\*Skylift\*\* · phase \*Today\*\n\nNo findings/);
  });

  it('is hidden without an application', () => {
    assert.equal(statusOf(analysis({ applications: [] }), status), null);
  });
});
