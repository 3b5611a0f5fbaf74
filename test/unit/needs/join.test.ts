import { strict as assert } from 'node:assert';
import type { Binding } from '../../../src/core/detectors/detector';
import type { ApplicationScope } from '../../../src/core/detectors/scope';
import type { Stage } from '../../../src/core/model';
import { joinBindings } from '../../../src/core/needs/join';

const scope = { application: { root: 'api' } } as ApplicationScope;

function bindingOf(values: Partial<Binding> & Pick<Binding, 'need' | 'technology'>, line = 1, stage: Stage = 'local'): Binding {
  return {
    library: null,
    confidence: 'certain',
    supported: [],
    basis: 'driver',
    stage,
    evidence: [{ at: { path: '.env', range: { start: line, end: line + 1 } }, key: 'K', stage }],
    ...values,
  };
}

function joined(...bindings: readonly Binding[]): readonly (readonly [string, string, number])[] {
  return joinBindings(scope, bindings).map((need) => [need.id, need.technology, need.evidence.length]);
}

describe('joining bindings into needs', () => {
  it('lets a driver decide over a library and a container', () => {
    assert.deepEqual(
      joined(
        bindingOf({ need: 'relational-database', technology: 'mysql', basis: 'container' }, 1),
        bindingOf({ need: 'relational-database', technology: 'postgresql', basis: 'library' }, 2),
        bindingOf({ need: 'relational-database', technology: 'sqlite' }, 3),
      ),
      [['relational-database', 'sqlite', 1]],
    );
  });

  it('adds what agrees as evidence, the deciding line first', () => {
    const [need] = joinBindings(scope, [bindingOf({ need: 'cache', technology: 'redis', basis: 'container' }, 1), bindingOf({ need: 'cache', technology: 'redis' }, 9)]);
    assert.deepEqual(need?.evidence.map((evidence) => evidence.at.range.start), [9, 1]);
    assert.equal(need?.application, 'api');
  });

  it('shows the same line once', () => {
    assert.deepEqual(joined(bindingOf({ need: 'cache', technology: 'redis' }, 1), bindingOf({ need: 'cache', technology: 'redis', basis: 'library' }, 1)), [['cache', 'redis', 1]]);
  });

  it('keeps a second store that its detector says is in use too', () => {
    assert.deepEqual(
      joined(bindingOf({ need: 'relational-database', technology: 'sqlite', additional: true }, 1), bindingOf({ need: 'relational-database', technology: 'postgresql' }, 2)),
      [['relational-database', 'postgresql', 1], ['relational-database', 'sqlite', 1]],
    );
  });

  it('keeps technologies that serve together', () => {
    assert.deepEqual(joined(bindingOf({ need: 'monitoring', technology: 'log-file' }), bindingOf({ need: 'monitoring', technology: 'sentry', basis: 'library' }, 2)), [['monitoring', 'log-file', 1], ['monitoring', 'sentry', 1]]);
  });

  it('leaves out tests and what has no proof', () => {
    assert.deepEqual(joined(bindingOf({ need: 'cache', technology: 'memory' }, 1, 'test'), bindingOf({ need: 'queue', technology: 'sync', evidence: [] })), []);
  });

  it('never offers what is in use', () => {
    const [need] = joinBindings(scope, [bindingOf({ need: 'cache', technology: 'redis', supported: ['redis', 'file'] })]);
    assert.deepEqual(need?.supported, ['file']);
  });
});
