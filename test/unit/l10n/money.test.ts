import assert from 'node:assert/strict';
import { dollars, formatDay, monthly, monthlyExact, rateNote, roughDollars, unitDollars } from '../../../src/core/l10n/money';

const nbsp = '\u00a0';
const brl = { code: 'BRL', rate: 5.38, date: '2026-11-01' } as const;

describe('money', () => {
  it('names dollars in both languages', () => {
    assert.equal(dollars(1234.5, 'en'), 'US$ 1,234.50');
    assert.equal(dollars(1234.5, 'pt-br'), 'US$ 1.234,50');
  });

  for (const { amount, expected } of [
    { amount: 0, expected: 'US$ 0.00' },
    { amount: 0.0042, expected: 'US$ 0.0042' },
    { amount: 9.994, expected: 'US$ 9.99' },
    { amount: 61.32, expected: 'US$ 61' },
    { amount: 12345.6, expected: 'US$ 12,346' },
  ]) {
    it(`rounds ${amount} to ${expected}`, () => {
      assert.equal(roughDollars(amount, 'en'), expected);
    });
  }

  it('says what is unknown and never writes 0 for it', () => {
    assert.equal(monthly({ monthlyUsd: 61.32, knownUsd: 61.32 }, 'en'), 'US$ 61/month');
    assert.equal(monthly({ monthlyUsd: null, knownUsd: 61.32 }, 'en'), 'US$ 61/month + unknown prices');
    assert.equal(monthly({ monthlyUsd: null, knownUsd: 0 }, 'pt-br'), 'preço desconhecido');
    assert.equal(monthlyExact({ monthlyUsd: null, knownUsd: 0 }, { language: 'en', second: brl }), 'price unknown');
  });

  it('shows a second currency by the rate that is set', () => {
    const amount = { monthlyUsd: 100, knownUsd: 100 };
    assert.equal(monthlyExact(amount, { language: 'pt-br', second: brl }), `US$ 100,00 (≈ R$${nbsp}538,00)/mês`);
    assert.equal(monthlyExact(amount, { language: 'en', second: null }), 'US$ 100.00/month');
  });

  it('says which rate that is and of which day', () => {
    assert.equal(rateNote({ language: 'pt-br', second: brl }), `US$ 1 = R$${nbsp}5,3800, cotação de 01/11/2026`);
    assert.equal(rateNote({ language: 'en', second: { ...brl, date: null } }), 'US$ 1 = R$5.3800');
    assert.equal(rateNote({ language: 'en', second: null }), null);
  });

  it('keeps the digits of a tiny unit price', () => {
    assert.equal(unitDollars(0.0000166667, 'en'), 'US$ 0.0000166667');
  });

  it('writes days as a reader does', () => {
    assert.equal(formatDay('2026-08-13', 'en'), 'Aug 13, 2026');
    assert.equal(formatDay('2026-08-13T10:00:00Z', 'pt-br'), '13/08/2026');
    assert.equal(formatDay('soon', 'en'), 'soon');
  });
});
