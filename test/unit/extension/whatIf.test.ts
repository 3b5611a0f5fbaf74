import assert from 'node:assert/strict';
import type { Analysis, AnalysisSession } from '../../../src/core/analysis';
import { verbatim } from '../../../src/core/l10n/localized';
import type { TextEdit } from '../../../src/core/model';
import { changeText, editsAt, type EditFix } from '../../../src/extension/changeText';
import { WhatIf } from '../../../src/extension/whatIf';
import { analysis, finding, line, lines, phase, place, serviceEstimate, texts } from './fixture';

/** A session in which every letter of every document costs a dollar, and documents without `=` do not matter. */
class CountingSession implements AnalysisSession {
  readonly documents = new Map(Object.entries(texts));
  updates = 0;

  update(path: string, text: string | null): Promise<Analysis | null> {
    this.updates += 1;
    this.documents.set(path, text ?? '');
    return Promise.resolve(path === 'composer.json' ? null : billOf([...this.documents.values()].join('').length));
  }

  scan(): Promise<Analysis> {
    return Promise.reject(new Error('the host scans'));
  }

  configure(): Promise<Analysis> {
    return Promise.reject(new Error('options stay'));
  }

  textOf(path: string): string | undefined {
    return this.documents.get(path);
  }
}

function billOf(usd: number): Analysis {
  return analysis({ phases: [phase('cloud-native', { services: [serviceEstimate({ lines: [line({ usd })] })] })] });
}

const length = Object.values(texts).join('').length;
const now = billOf(length);

function whatIf(): { readonly whatIf: WhatIf; readonly sessions: CountingSession[] } {
  const sessions: CountingSession[] = [];
  const openSession = (): Promise<AnalysisSession> => {
    const session = new CountingSession();
    sessions.push(session);
    return Promise.resolve(session);
  };
  return { whatIf: new WhatIf({ openSession, textOf: (path) => texts[path] }), sessions };
}

function edit(path: string, target: string, newText: string): TextEdit {
  return { ...place(path, target), newText };
}

describe('WhatIf', () => {
  it('prices edits without letting one stay for the next', async () => {
    const { whatIf: asked, sessions } = whatIf();
    const first = await asked.bill(now, 'cloud-native', [edit('.env', 'sqlite', 'pgsql'), edit('.env', 'local', 'production')]);
    assert.equal(first?.monthlyUsd, length - 1 + 5);
    const second = await asked.bill(now, 'cloud-native', [edit('infra/main.tf', '{', '{{{')]);
    assert.equal(second?.monthlyUsd, length + 2);
    assert.equal(sessions.length, 1);
  });

  it('answers the same question from memory, in every phase', async () => {
    const { whatIf: asked, sessions } = whatIf();
    const edits = [edit('.env', 'sqlite', 'mysql')];
    await asked.bill(now, 'cloud-native', edits);
    const [updates] = sessions.map((session) => session.updates);
    await asked.bill(now, 'cloud-native', edits);
    assert.deepEqual(sessions.map((session) => session.updates), [updates]);
    assert.equal(await asked.bill(now, 'serverless', edits), null);
  });

  it('starts afresh when the repository has changed', async () => {
    const { whatIf: asked, sessions } = whatIf();
    await asked.bill(now, 'cloud-native', [edit('.env', 'sqlite', 'mysql')]);
    await asked.bill(billOf(length), 'cloud-native', [edit('.env', 'sqlite', 'mysql')]);
    assert.equal(sessions.length, 2);
  });

  it('keeps the bill where the change does not matter', async () => {
    assert.equal((await whatIf().whatIf.bill(now, 'cloud-native', [edit('composer.json', '^12.0', '^13.0')]))?.monthlyUsd, length);
  });

  it('is silent about text that is not the one analysed', async () => {
    const asked = whatIf().whatIf;
    assert.equal(await asked.bill(now, 'cloud-native', [{ path: 'gone', range: { start: 0, end: 0 }, newText: 'x' }]), null);
    assert.equal(await asked.bill(now, 'cloud-native', [{ path: '.env', range: { start: 0, end: 9999 }, newText: 'x' }]), null);
  });

  it('answers overlapping questions one after the other', async () => {
    const { whatIf: asked } = whatIf();
    const answers = await Promise.all(['mysql', 'pgsql!', 'a'].map((text) => asked.bill(now, 'cloud-native', [edit('.env', 'sqlite', text)])));
    assert.deepEqual(answers.map((answer) => answer?.monthlyUsd), [length - 1, length, length - 5]);
  });
});

describe('changeText', () => {
  const fix = (title: string): EditFix => ({ kind: 'edit', title: { text: verbatim(title) }, edits: [], safe: false });
  const bill = (usd: number | null) => ({ monthlyUsd: usd, knownUsd: usd ?? 20 });
  const money = { language: 'en', second: null } as const;

  it('says from, to and the difference of the whole bill', () => {
    const changes = [
      { fix: fix('Use Redis'), after: bill(1240.11) },
      { fix: fix('Use SQS'), after: bill(1239.51) },
      { fix: fix('Use a file'), after: bill(1200) },
      { fix: fix('Use Kafka'), after: bill(null) },
    ];
    assert.equal(
      changeText(bill(1239.51), changes, 'cloud-native', money),
      [
        '**If you change this line** (whole bill, phase *Cloud-native*):\n',
        '- Use Redis: US$ 1,239.51/month → US$ 1,240.11/month (+US$ 0.60)',
        '- Use SQS: the bill stays the same',
        '- Use a file: US$ 1,239.51/month → US$ 1,200.00/month (−US$ 39.51)',
        '- Use Kafka: US$ 1,239.51/month → US$ 20.00/month + unknown prices',
      ].join('\n'),
    );
  });

  it('is silent without a change', () => {
    assert.equal(changeText(bill(1), [], 'cloud-native', money), null);
  });

  it('takes the edits of findings on that line only', () => {
    const found = analysis({ findings: [finding({ fixes: [fix('here')] }), finding({ at: place('.env', 'database'), fixes: [fix('below')] })] });
    assert.deepEqual(editsAt(found, '.env', 1, lines).map(({ title }) => title.text.en), ['here']);
  });
});
