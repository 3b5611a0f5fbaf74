import assert from 'node:assert/strict';
import { evaluations, severities, stages, type Severity } from '../../../src/core/model';
import { severityAt, severityForPhase } from '../../../src/core/rules/severity';

describe('severityAt', () => {
  const local: Readonly<Record<string, Readonly<Record<Severity, Severity | null>>>> = {
    production: { error: 'error', warning: 'warning', information: 'information', hint: 'hint' },
    staging: { error: 'warning', warning: 'information', information: 'hint', hint: 'hint' },
    local: { error: 'information', warning: 'information', information: 'hint', hint: 'hint' },
    default: { error: 'information', warning: 'information', information: 'hint', hint: 'hint' },
    example: { error: 'hint', warning: 'hint', information: 'hint', hint: 'hint' },
    test: { error: null, warning: null, information: null, hint: null },
  };
  for (const stage of stages) {
    for (const severity of severities) {
      it(`${severity} in ${stage}`, () => {
        const rule = { severity, severityMoves: 'by-stage' } as const;
        assert.equal(severityAt(rule, stage, 'local'), local[stage]?.[severity]);
        assert.equal(severityAt(rule, stage, 'production'), stage === 'test' ? null : severity);
      });
      it(`a fixed ${severity} in ${stage}`, () => {
        for (const evaluation of evaluations) {
          assert.equal(severityAt({ severity, severityMoves: 'fixed' }, stage, evaluation), stage === 'test' ? null : severity);
        }
      });
    }
  }
});

describe('severityForPhase', () => {
  const byStage = { phase: 'cloud-native', severityMoves: 'by-stage' } as const;

  it('keeps the severity where no phase is chosen', () => {
    assert.equal(severityForPhase('error', byStage, undefined), 'error');
  });
  it('is at most information before the phase in which the flaw matters', () => {
    assert.equal(severityForPhase('error', byStage, 'lift-and-shift'), 'information');
    assert.equal(severityForPhase('hint', byStage, 'lift-and-shift'), 'hint');
  });
  it('keeps the severity from that phase on', () => {
    assert.equal(severityForPhase('warning', byStage, 'cloud-native'), 'warning');
    assert.equal(severityForPhase('warning', byStage, 'serverless'), 'warning');
  });
  it('never lowers a leak', () => {
    assert.equal(severityForPhase('error', { phase: 'serverless', severityMoves: 'fixed' }, 'today'), 'error');
  });
});
