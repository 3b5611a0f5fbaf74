import { suggestDomains, type Domain } from './architecture/domains';
import { emptySettings } from './architecture/settings';
import { conclude, type Conclusions } from './conclude';
import { applicationsOf } from './detectors/applications';
import { DocumentStore } from './documents';
import { message, type Localized } from './l10n/localized';
import type { Application, Evaluation, PriceOrigin, Severity, SkippedFile } from './model';
import { createWorkspaceFacts } from './needs/scope';
import type { PriceBook } from './pricing/types';
import { effectiveAssumptions, parseSettingsFile, settingsFileNames, type AssumptionName, type Assumptions, type HostAssumptions, type SettingsFile } from './settingsFile';
import { selectFiles, type SelectionOptions } from './workspace/selection';
import type { CancelSignal, ListedFile, Listing, WorkspaceReader } from './workspace/reader';

/** What the analysis is asked to assume. A host fills it from settings or flags. */
export interface AnalysisOptions extends HostAssumptions {
  readonly evaluation: Evaluation;
  /** Assumptions that the user stated for this run: `skylift.yaml` decides the others. */
  readonly stated?: ReadonlySet<AssumptionName>;
  /** Severity per rule id, `off` silences it. */
  readonly ruleSeverities: Readonly<Record<string, Severity | 'off'>>;
  /** Globs of files that are left out, beside what is never read. */
  readonly exclude: readonly string[];
  /** Globs that are read although they would be left out (vendored code, examples). */
  readonly include: readonly string[];
}

/** Everything that any surface shows, free of language: texts are rendered at the edge. */
export interface Analysis extends Conclusions {
  readonly applications: readonly Application[];
  readonly prices: PriceOrigin;
  /** What phases and prices were computed under. */
  readonly assumptions: Assumptions;
  /** Path of the team's settings, if the folder has one. */
  readonly settingsFile: string | null;
  readonly skipped: readonly SkippedFile[];
  readonly stats: { readonly filesListed: number; readonly filesRead: number; readonly milliseconds: number };
}

/** A folder under analysis. Calls may overlap: each resolves with the state that includes its own change. */
export interface AnalysisSession {
  /** Lists and reads everything afresh. Rejects with an `AbortError` when cancelled. */
  scan(signal?: CancelSignal): Promise<Analysis>;
  /**
   * A document changed: `text` is the buffer's content, null when the file is gone. Re-reads that document only.
   * Resolves with null when the change does not concern the analysis.
   */
  update(path: string, text: string | null): Promise<Analysis | null>;
  /** Recomputes under other options; nothing is read again. */
  configure(options: AnalysisOptions): Promise<Analysis>;
  /** Text of a document as analysed (buffer or disk). */
  textOf(path: string): string | undefined;
}

/** What the analysis needs from its host. */
export interface AnalysisHost {
  readonly reader: WorkspaceReader;
  /** Prices of a region: the bundled snapshot, or what the user fetched. */
  loadPriceBook(region: string): Promise<PriceBook>;
  /** Milliseconds of a monotonic clock. */
  now(): number;
}

/** Thrown when a scan is cancelled. */
export class AnalysisAborted extends Error {
  override readonly name = 'AbortError';
}

export function createAnalysisSession(host: AnalysisHost, options: AnalysisOptions): AnalysisSession {
  return new Session(host, options);
}

/** How many files are read at a time. */
const readingWidth = 32;

class Session implements AnalysisSession {
  private readonly documents = new DocumentStore();
  private readonly skipped = new Map<string, SkippedFile>();
  private files: readonly ListedFile[] = [];
  private unreadable: readonly string[] = [];
  private tracked: ReadonlySet<string> | null = null;
  private applications: readonly Application[] = [];
  private settingsFile: SettingsFile | null = null;
  /** Whether the sources of the present applications were read since the last scan began. */
  private sourcesRead = false;
  private domains: { readonly files: readonly ListedFile[]; readonly layout: string; readonly found: readonly Domain[] } | null = null;
  /** Settings files that the disk has. */
  private listed = new Set<string>();
  /** Buffers that differ from the disk: a scan must not bring the old text back. */
  private readonly buffers = new Map<string, string>();
  /** Calls run one after the other, so that each result includes its own change. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly host: AnalysisHost,
    private options: AnalysisOptions,
  ) {}

  scan(signal?: CancelSignal): Promise<Analysis> {
    return this.enqueue(async () => {
      const started = this.host.now();
      const [listing, tracked] = await Promise.all([this.host.reader.list(signal), this.host.reader.trackedFiles()]);
      throwIfAborted(signal);
      this.documents.clear();
      this.sourcesRead = false;
      this.skipped.clear();
      this.tracked = tracked;
      await this.select(listing);
      await this.readSettings(signal);
      await this.documents.detectors.ensure(this.files.map((file) => file.path));
      await this.readAll(this.files.filter((file) => this.documents.detectors.readersOf(file.path).length > 0), signal);
      await this.readSources(signal);
      return this.analyse(started);
    });
  }

  update(path: string, text: string | null): Promise<Analysis | null> {
    return this.enqueue(async () => {
      const started = this.host.now();
      if (isSettingsFile(path)) return (await this.updateSettings(path, text)) ? this.analyse(started) : null;
      const known = this.documents.has(path);
      if (text === null) {
        this.buffers.delete(path);
        this.files = this.files.filter((file) => file.path !== path);
        this.skipped.delete(path);
        if (!this.documents.delete(path)) return null;
      } else {
        if (this.documents.textOf(path) === text) return null;
        if (!known && !(await this.admit(path, text.length))) return null;
        this.buffers.set(path, text);
        if (!(await this.documents.put(path, text, this.applications))) return null;
      }
      await this.readSources();
      return this.analyse(started);
    });
  }

  configure(options: AnalysisOptions): Promise<Analysis> {
    const rescan = options.exclude.join() !== this.options.exclude.join() || options.include.join() !== this.options.include.join();
    this.options = options;
    return rescan ? this.scan() : this.enqueue(() => this.analyse(this.host.now()));
  }

  textOf(path: string): string | undefined {
    return this.documents.textOf(path) ?? (path === this.settingsFile?.path ? this.settingsFile.text : undefined);
  }

  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work, work);
    this.last = result.catch(() => undefined);
    return result;
  }

  /** Reads the team's settings as a buffer or the disk has them. */
  private async readSettings(signal?: CancelSignal): Promise<void> {
    throwIfAborted(signal);
    this.settingsFile = null;
    for (const path of settingsFileNames) {
      const text = this.buffers.get(path) ?? (this.listed.has(path) ? await this.readText(path) : undefined);
      if (text === undefined) continue;
      this.settingsFile = await parseSettingsFile(path, text);
      return;
    }
  }

  private async readText(path: string): Promise<string | undefined> {
    const result = await this.host.reader.read(path);
    if (result.ok) return result.text;
    this.skipped.set(path, { file: path, why: message(skipReasons[result.failure]) });
    return undefined;
  }

  /** False when the settings are as before. */
  private async updateSettings(path: string, text: string | null): Promise<boolean> {
    const before = this.settingsFile;
    if (text === null) {
      this.buffers.delete(path);
      this.listed.delete(path);
    } else {
      this.buffers.set(path, text);
      this.listed.add(path);
    }
    await this.readSettings();
    return before?.path !== this.settingsFile?.path || before?.text !== this.settingsFile?.text;
  }

  private async select(listing: Listing): Promise<void> {
    this.unreadable = listing.unreadable;
    this.listed = new Set(settingsFileNames.filter((name) => listing.files.some((file) => file.path === name)));
    this.files = await selectFiles(listing.files, this.selection, (path) => this.host.reader.read(path));
  }

  private get selection(): SelectionOptions {
    const { exclude, include } = this.options;
    return { exclude, include, tracked: this.tracked };
  }

  /** A new file joins the analysis when a scan would have read it. */
  private async admit(path: string, size: number): Promise<boolean> {
    const { detectors } = this.documents;
    await detectors.ensure([path]);
    if (detectors.readersOf(path).length === 0 && detectors.sourceReadersOf(path, this.applications).length === 0) return false;
    const selected = await selectFiles([...this.files, { path, size }], this.selection, (file) => this.host.reader.read(file));
    if (!selected.some((file) => file.path === path)) return false;
    this.files = selected;
    return true;
  }

  private async readAll(files: readonly ListedFile[], signal?: CancelSignal): Promise<void> {
    for (let index = 0; index < files.length; index += readingWidth) {
      throwIfAborted(signal);
      await Promise.all(files.slice(index, index + readingWidth).map((file) => this.read(file.path)));
    }
  }

  private async read(path: string): Promise<void> {
    const buffer = this.buffers.get(path);
    const result = buffer === undefined ? await this.host.reader.read(path) : { ok: true as const, text: buffer };
    if (result.ok) await this.documents.put(path, result.text, this.applications);
    else this.skipped.set(path, { file: path, why: message(skipReasons[result.failure]) });
  }

  /** Finds the applications and reads the source code that their frameworks ask for. */
  private async readSources(signal?: CancelSignal): Promise<void> {
    const workspace = createWorkspaceFacts(this.files, this.documents.facts());
    const before = layoutOf(this.applications);
    const { detectors } = this.documents;
    this.applications = applicationsOf(detectors.all, workspace);
    // An edit seldom changes what is read: then every file's patterns need not be asked again.
    if (this.sourcesRead && before === layoutOf(this.applications)) return;
    await this.readAll(this.files.filter((file) => detectors.sourceReadersOf(file.path, this.applications).length > 0), signal);
    this.sourcesRead = true;
  }

  /** From paths and roots alone: computed when one of them changes. */
  private domainsOfFiles(paths: readonly string[]): readonly Domain[] {
    const { files, applications } = this;
    const layout = layoutOf(applications);
    if (this.domains?.files !== files || this.domains.layout !== layout) this.domains = { files, layout, found: suggestDomains({ applications, files: paths }) };
    return this.domains.found;
  }

  private async analyse(started: number): Promise<Analysis> {
    const { options, applications } = this;
    const settings = this.settingsFile?.settings ?? emptySettings;
    const assumptions = effectiveAssumptions(options, options.stated ?? new Set(), settings);
    const book = await this.host.loadPriceBook(assumptions.region);
    const paths = this.files.map((file) => file.path);
    const { problems, ...conclusions } = conclude({
      applications,
      workspace: createWorkspaceFacts(this.files, this.documents.facts()),
      detectors: this.documents.detectors.all,
      paths,
      domains: this.domainsOfFiles(paths),
      settings,
      assumptions,
      book,
      evaluation: options.evaluation,
      ruleSeverities: options.ruleSeverities,
      trackedFiles: this.tracked,
      textOf: (path) => this.textOf(path),
    });
    return {
      applications,
      ...conclusions,
      prices: { source: book.source, asOf: book.asOf, region: book.region, currency: 'USD' },
      assumptions,
      settingsFile: this.settingsFile?.path ?? null,
      skipped: [...this.skipped.values(), ...this.unreadable.map((folder) => ({ file: folder, why: message(skipReasons.unreadable) }))],
      problems: [...(this.settingsFile?.problems ?? []), ...this.documents.problems(), ...problems],
      stats: { filesListed: this.files.length, filesRead: this.documents.size, milliseconds: Math.round(this.host.now() - started) },
    };
  }
}

const skipReasons = {
  unreadable: { en: 'cannot be read', 'pt-br': 'não pode ser lido' },
  'too-large': { en: 'larger than 1 MiB', 'pt-br': 'maior que 1 MiB' },
  binary: { en: 'not a text file', 'pt-br': 'não é um arquivo de texto' },
} as const satisfies Record<string, Localized>;

/** What decides which files are an application's. */
function layoutOf(applications: readonly Application[]): string {
  return JSON.stringify(applications.map(({ root, framework, includes }) => [root, framework, includes]));
}

function isSettingsFile(path: string): boolean {
  return settingsFileNames.some((name) => name === path);
}

function throwIfAborted(signal: CancelSignal | undefined): void {
  if (signal?.aborted === true) throw new AnalysisAborted('The scan was cancelled.');
}
