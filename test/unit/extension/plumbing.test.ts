import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { Debouncer } from '../../../src/extension/debounce';
import { CancelledError, classifyFailure, ExpectedFailure } from '../../../src/extension/failures';
import type { DisposableLike } from '../../../src/extension/lifecycle';
import { Disposable, MutableDisposable } from '../../../src/extension/lifecycle';
import { commandLink, escapeMarkdown } from '../../../src/extension/markdown';

describe('Disposable', () => {
  class Owner extends Disposable {
    own<T extends DisposableLike>(value: T): T {
      return this._register(value);
    }
  }

  it('ends what it owns once, the newest first', () => {
    const ended: string[] = [];
    const owner = new Owner();
    for (const name of ['a', 'b']) owner.own({ dispose: () => ended.push(name) });
    owner.dispose();
    owner.dispose();
    assert.deepEqual(ended, ['b', 'a']);
  });

  it('ends at once what it is given after its own end', () => {
    const ended: string[] = [];
    const owner = new Owner();
    owner.dispose();
    owner.own({ dispose: () => ended.push('late') });
    assert.deepEqual(ended, ['late']);
  });

  it('replaces a value and ends the old one', () => {
    const ended: string[] = [];
    const slot = new MutableDisposable<DisposableLike>();
    slot.value = { dispose: () => ended.push('first') };
    slot.value = { dispose: () => ended.push('second') };
    assert.deepEqual(ended, ['first']);
    slot.dispose();
    slot.value = { dispose: () => ended.push('late') };
    assert.deepEqual(ended, ['first', 'second', 'late']);
    assert.equal(slot.value, undefined);
  });
});

describe('Debouncer', () => {
  beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
  afterEach(() => mock.timers.reset());

  it('waits for silence and runs once', () => {
    let runs = 0;
    const debouncer = new Debouncer(200, 1000, () => runs++);
    debouncer.schedule();
    mock.timers.tick(150);
    debouncer.schedule();
    mock.timers.tick(199);
    assert.equal(runs, 0);
    mock.timers.tick(1);
    assert.equal(runs, 1);
    mock.timers.tick(5000);
    assert.equal(runs, 1);
  });

  it('does not wait for ever where there is no silence', () => {
    let runs = 0;
    const debouncer = new Debouncer(200, 400, () => runs++);
    for (let passed = 0; passed < 1000; passed += 100) {
      debouncer.schedule();
      mock.timers.tick(100);
    }
    assert.equal(runs, 2);
  });

  it('forgets its task when it is disposed of', () => {
    let runs = 0;
    const debouncer = new Debouncer(200, 400, () => runs++);
    debouncer.schedule();
    debouncer.dispose();
    mock.timers.tick(1000);
    assert.equal(runs, 0);
  });
});

describe('classifyFailure', () => {
  it('keeps silent about cancellation', () => {
    const abort = new AbortController();
    abort.abort();
    const editorCancellation = Object.assign(new Error('Canceled'), { name: 'Canceled' });
    for (const error of [new CancelledError(), abort.signal.reason, editorCancellation]) {
      assert.deepEqual(classifyFailure(error), { kind: 'cancelled' });
    }
  });

  it('explains what a person can act on, with the cause for the log', () => {
    const text = { en: 'No access to {api}.', 'pt-br': 'Sem acesso a {api}.' };
    const failure = classifyFailure(new ExpectedFailure(text, { api: 'pricing' }, { cause: new Error('403') }));
    assert.equal(failure.kind, 'expected');
    if (failure.kind !== 'expected') return;
    assert.deepEqual([failure.text, failure.data], [text, { api: 'pricing' }]);
    assert.match(failure.logText, /^No access to pricing\. caused by Error: 403/);
  });

  it('takes everything else for a bug', () => {
    const failure = classifyFailure(new TypeError('x is not a function'));
    assert.equal(failure.kind, 'bug');
    assert.match(failure.kind === 'bug' ? failure.logText : '', /TypeError: x is not a function/);
    assert.deepEqual(classifyFailure('thrown text'), { kind: 'bug', logText: 'thrown text' });
  });
});

describe('markdown', () => {
  it('lets no markup of a workspace come to life', () => {
    assert.equal(escapeMarkdown('a*b_c`d`'), 'a\\*b\\_c\\`d\\`');
    assert.equal(escapeMarkdown('[x](command:evil)'), '\\[x\\]\\(command\\:evil\\)');
    assert.equal(escapeMarkdown('$(zap) <b>&amp;|'), '\\$\\(zap\\) \\<b\\>\\&amp;\\|');
    assert.equal(escapeMarkdown('one\n# two'), 'one \\# two');
  });

  it('encodes the arguments of a command', () => {
    assert.equal(commandLink('Explain', 'skylift.explain', 'db/x'), '[Explain](command:skylift.explain?%5B%22db%2Fx%22%5D)');
    assert.equal(commandLink('Show', 'skylift.show'), '[Show](command:skylift.show?%5B%5D)');
  });
});
