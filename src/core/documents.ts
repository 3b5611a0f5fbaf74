import type { Detector } from './detectors/detector';
import { DetectorSet } from './detectors/detectorSet';
import type { Formats, FormatId } from './formats';
import { loadFormats } from './formats';
import { emptyExtraction, type Application, type Extraction, type Fact, type Problem, type SourceDocument } from './model';

interface Held {
  /** Null where no fact and no problem points into it: most source files, of which a large repository has megabytes. */
  readonly text: string | null;
  /** What the file's own detectors read, and what the framework of its application read from it as source code. */
  readonly extraction: Extraction;
}

/**
 * The documents under analysis and what was read from them. An unchanged text that says something is never read twice; a
 * failing detector costs its own facts only.
 */
export class DocumentStore {
  readonly detectors = new DetectorSet();
  private readonly held = new Map<string, Held>();
  private formats: Promise<Formats> | null = null;
  private readonly asked = new Set<FormatId>();

  get size(): number {
    return this.held.size;
  }

  textOf(path: string): string | undefined {
    return this.held.get(path)?.text ?? undefined;
  }

  has(path: string): boolean {
    return this.held.has(path);
  }

  clear(): void {
    this.held.clear();
  }

  delete(path: string): boolean {
    return this.held.delete(path);
  }

  paths(): Iterable<string> {
    return this.held.keys();
  }

  /** Reads a text afresh, as configuration and as source. Resolves with false when nothing of it matters. */
  async put(path: string, text: string, applications: readonly Application[]): Promise<boolean> {
    const readers = this.detectors.readersOf(path);
    const sourceReaders = this.detectors.sourceReadersOf(path, applications);
    if (readers.length === 0 && sourceReaders.length === 0) return false;
    const formats = await this.formatsFor({ path, text }, [...readers, ...sourceReaders]);
    const document = { path, text };
    const parts = [
      ...readers.map((detector) => guarded(path, () => detector.extract(document, formats))),
      ...sourceReaders.map((detector) => guarded(path, () => detector.extractSource?.(document, formats) ?? emptyExtraction)),
    ];
    const extraction = { facts: parts.flatMap((part) => part.facts), problems: distinctProblems(parts.flatMap((part) => part.problems)) };
    const isPointedAt = extraction.problems.length > 0 || extraction.facts.some(({ at }) => at.range.end > 0);
    this.held.set(path, { text: isPointedAt ? text : null, extraction });
    return true;
  }

  facts(): readonly Fact[] {
    const facts: readonly Fact[] = [...this.held.values()].flatMap((held) => held.extraction.facts);
    return this.detectors.all.reduce((read, detector) => detector.resolve?.(read) ?? read, facts);
  }

  problems(): readonly Problem[] {
    return [...this.held.values()].flatMap((held) => held.extraction.problems);
  }

  /** Documents are read side by side: who needs a parser that another one is loading waits for it too. */
  private formatsFor({ path, text }: SourceDocument, readers: readonly Detector[]): Promise<Formats> {
    const wanted = new Set(readers.flatMap((detector) => detector.formats(path, text)));
    const missing = [...wanted].filter((id) => !this.asked.has(id));
    if (this.formats !== null && missing.length === 0) return this.formats;
    for (const id of missing) this.asked.add(id);
    this.formats = loadFormats([...this.asked]);
    return this.formats;
  }
}

/** Our own fault in one detector must not cost the user the rest. It is reported as a problem of the document. */
function guarded(path: string, extract: () => Extraction): Extraction {
  try {
    return extract();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return {
      facts: [],
      problems: [
        {
          at: { path, range: { start: 0, end: 0 } },
          message: {
            text: { en: 'Skylift could not read this file ({why}). The rest of the analysis goes on.', 'pt-br': 'O Skylift não conseguiu ler este arquivo ({why}). O restante da análise continua.' },
            data: { why },
          },
        },
      ],
    };
  }
}

function distinctProblems(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.at.range.start} ${problem.message.text.en}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
