import type { Analysis, AnalysisSession } from '../core/analysis';
import type { PhaseId, TextEdit } from '../core/model';
import type { Amount } from '../core/l10n/money';
import { phaseOf } from './needCost';

export interface WhatIfHost {
  /** A session of its own, scanned, that reads what the analysis read: changing it changes nothing else. */
  openSession(): Promise<AnalysisSession>;
  /** The text that the analysis read. */
  textOf(path: string): string | undefined;
}

/** Answers what the bill would be if a document said something else, without changing the document. */
export class WhatIf {
  readonly #host: WhatIfHost;
  #standsFor: Analysis | undefined;
  #session: Promise<AnalysisSession> | undefined;
  /** Documents that differ from the analysis in the session, with their own text. */
  #changed = new Map<string, string>();
  #answers = new Map<string, Analysis>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(host: WhatIfHost) {
    this.#host = host;
  }

  /** The bill of a phase after these edits; null where they do not fit the text that was analysed. */
  bill(analysis: Analysis, phase: PhaseId, edits: readonly TextEdit[]): Promise<Amount | null> {
    // One after the other: the session holds one state at a time.
    const result = this.#last.then(() => this.#bill(analysis, phase, edits));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #bill(analysis: Analysis, phase: PhaseId, edits: readonly TextEdit[]): Promise<Amount | null> {
    const key = JSON.stringify(edits);
    if (this.#standsFor !== analysis) this.#restart(analysis);
    const known = this.#answers.get(key);
    if (known !== undefined) return phaseOf(known, phase)?.estimate ?? null;
    const texts = this.#textsAfter(edits);
    if (texts === null) return null;
    this.#session ??= this.#host.openSession();
    const session = await this.#session;
    let newest: Analysis | null = null;
    for (const [path, own] of this.#changed) if (!texts.has(path)) newest = (await session.update(path, own)) ?? newest;
    this.#changed = new Map();
    for (const [path, text] of texts) {
      this.#changed.set(path, this.#host.textOf(path) ?? '');
      newest = (await session.update(path, text)) ?? newest;
    }
    // Nothing that matters has changed: the bill stays.
    const answer = newest ?? analysis;
    this.#answers.set(key, answer);
    return phaseOf(answer, phase)?.estimate ?? null;
  }

  #restart(analysis: Analysis): void {
    this.#standsFor = analysis;
    this.#session = undefined;
    this.#changed = new Map();
    this.#answers = new Map();
  }

  #textsAfter(edits: readonly TextEdit[]): ReadonlyMap<string, string> | null {
    const texts = new Map<string, string>();
    // From the end, so that earlier offsets stay right.
    for (const edit of [...edits].sort((a, b) => b.range.start - a.range.start || b.range.end - a.range.end)) {
      const text = texts.get(edit.path) ?? this.#host.textOf(edit.path);
      if (text === undefined || edit.range.end > text.length) return null;
      texts.set(edit.path, text.slice(0, edit.range.start) + edit.newText + text.slice(edit.range.end));
    }
    return texts;
  }
}
