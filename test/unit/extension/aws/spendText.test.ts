import assert from 'node:assert/strict';
import { compareSpend } from '../../../../src/core/pricing/actualSpend';
import { spendText } from '../../../../src/extension/aws/spendText';
import { commitmentNote } from '../../../../src/extension/commitmentText';
import { line, serviceEstimate } from '../fixture';

const services = [
  { name: 'Amazon Relational Database Service', usd: 30 },
  { name: 'Tax', usd: 4.5 },
];
const estimate = [serviceEstimate({ lines: [line({ usd: 23.36 })] }), serviceEstimate({ service: 'sqs', node: null, lines: [line({ usd: null })] })];
const page = {
  spend: { from: '2026-10-01', to: '2026-11-01', currency: 'USD', totalUsd: 34.5, services, estimated: true },
  rows: compareSpend(estimate, services),
  phase: 'cloud-native',
  estimate: { monthlyUsd: null, knownUsd: 23.36, services: estimate },
} as const;

describe('spendText', () => {
  it('sets what was billed beside the estimate, and shows what is on one side only', () => {
    const text = spendText({ ...page, money: { language: 'en', second: null } }).replaceAll('\u00a0', ' ');
    assert.match(text, /- Month: \*\*October 2026\*\* \(last full month\)/);
    assert.match(text, /- Billed by AWS: \*\*US\$ 34\.50\*\*/);
    assert.match(text, /- Estimate, phase \*Cloud-native\*: \*\*US\$ 23\.36\/month \+ unknown prices\*\*/);
    assert.match(text, /\| Amazon Relational Database Service \(Amazon RDS\) \| US\$ 23\.36 \| US\$ 30\.00 \| US\$ -6\.64 \|/);
    assert.match(text, /\| Tax \| not in the estimate \| US\$ 4\.50 \| — \|/);
    assert.match(text, /\| Amazon Simple Queue Service \(Amazon SQS\) \| unknown price \| not billed \| — \|/);
    assert.match(text, /AWS may still change the figures of this month\./);
  });

  it('speaks Portuguese and shows the second currency with its day', () => {
    const text = spendText({ ...page, money: { language: 'pt-br', second: { code: 'BRL', rate: 5, date: '2026-11-01' } } }).replaceAll('\u00a0', ' ');
    assert.match(text, /- Mês: \*\*Outubro de 2026\*\*/);
    assert.match(text, /- Cobrado pela AWS: \*\*US\$ 34,50 \(≈ R\$ 172,50\)\*\*/);
    assert.match(text, /cotação de 01\/11\/2026\./);
  });
});

describe('commitmentNote', () => {
  const commitments = [
    { years: 1, payment: 'no-upfront', hourlyUsd: 0.0213, upfrontUsd: 0 },
    { years: 1, payment: 'all-upfront', hourlyUsd: 0.0205, upfrontUsd: 179.58 },
    { years: 3, payment: 'partial-upfront', hourlyUsd: 0.0144, upfrontUsd: 189 },
  ] as const;

  it('sets the offers beside the price on demand, outside of the total', () => {
    assert.equal(
      commitmentNote(commitments, [line()], 'en'),
      'With a commitment (not in the total): 1 year, no upfront, US$ 0.0213/hour (−33 %); 3 years, partial upfront, US$ 0.0144/hour (−55 %).',
    );
  });

  it('promises no saving that cannot be computed', () => {
    assert.equal(
      commitmentNote(commitments.slice(0, 1), [line({ unitUsd: null })], 'pt-br'),
      'Com compromisso (fora do total): 1 ano, sem entrada, US$ 0,0213/hora.',
    );
  });

  it('is silent where AWS offers none', () => {
    assert.equal(commitmentNote([], [line()], 'en'), null);
  });
});
