import { needIds, type NeedId } from '../../core/model';
import { parse } from 'yaml';

export interface LabelledNeed {
  readonly id: NeedId;
  /** Any of these is right. */
  readonly technologies: readonly string[];
  readonly library: string | null;
}

export interface LabelledApplication {
  readonly root: string;
  readonly framework: string;
  readonly needs: readonly LabelledNeed[];
  readonly optional: readonly LabelledNeed[];
  readonly absent: readonly NeedId[];
}

/** What a person read in one repository. */
export interface Label {
  readonly repository: string;
  readonly commit: string;
  readonly ecosystem: string;
  readonly applications: readonly LabelledApplication[];
}

/** Reads a label file; a mistake in it is an error that names the place. */
export function readLabel(file: string, text: string): Label {
  const source: unknown = parse(text);
  const label = record(source, file);
  return {
    repository: string(label['repository'], `${file}: repository`),
    commit: string(label['commit'], `${file}: commit`),
    ecosystem: string(label['ecosystem'], `${file}: ecosystem`),
    applications: list(label['applications'], `${file}: applications`).map((item, index) => {
      const where = `${file}: applications[${index}]`;
      const application = record(item, where);
      return {
        root: string(application['root'], `${where}.root`),
        framework: string(application['framework'], `${where}.framework`),
        needs: list(application['needs'], `${where}.needs`).map((need) => readNeed(need, `${where}.needs`)),
        optional: list(application['optional'] ?? [], `${where}.optional`).map((need) => readNeed(need, `${where}.optional`)),
        absent: list(application['absent'] ?? [], `${where}.absent`).map((id) => needId(id, `${where}.absent`)),
      };
    }),
  };
}

function readNeed(source: unknown, where: string): LabelledNeed {
  const need = record(source, where);
  const { technology, library } = need;
  const technologies = Array.isArray(technology) ? technology.map((word: unknown) => string(word, `${where}: technology`)) : [string(technology, `${where}: technology`)];
  return { id: needId(need['id'], where), technologies, library: library === undefined || library === null ? null : string(library, `${where}: library`) };
}

function needId(source: unknown, where: string): NeedId {
  const found = needIds.find((id) => id === source);
  if (found === undefined) throw new Error(`${where}: "${String(source)}" is no need`);
  return found;
}

function string(source: unknown, where: string): string {
  if (typeof source === 'string' && source !== '') return source;
  if (typeof source === 'number') return String(source);
  throw new Error(`${where} must be a text`);
}

function list(source: unknown, where: string): readonly unknown[] {
  if (Array.isArray(source)) return source;
  throw new Error(`${where} must be a list`);
}

function record(source: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof source === 'object' && source !== null && !Array.isArray(source)) return source as Readonly<Record<string, unknown>>;
  throw new Error(`${where} must be a map`);
}
