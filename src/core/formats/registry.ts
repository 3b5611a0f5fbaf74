import type { TextRange } from '../model/text';
import type { ConfigNode, Parsed } from './node';

/** One assignment of an env file, as its dialect reads it. `valueRange` excludes the quotes. */
export interface DotenvEntry {
  readonly key: string;
  readonly keyRange: TextRange;
  /** After quotes, escapes and `${…}`; the last of duplicates wins, all are listed in order. */
  readonly value: string;
  readonly valueRange: TextRange;
  readonly quote: '"' | "'" | null;
}

/** One instruction of a Dockerfile. */
export interface DockerfileInstruction {
  /** Upper case. */
  readonly keyword: string;
  readonly argumentsText: string;
  readonly argumentsRange: TextRange;
  readonly range: TextRange;
  /** Index of the build stage (0-based), -1 before the first FROM. */
  readonly stage: number;
}

export interface ProcfileEntry {
  readonly process: string;
  readonly processRange: TextRange;
  readonly command: string;
  readonly commandRange: TextRange;
}

/** The array that a PHP configuration file returns, and the classes, calls and strings that detectors look for. */
export interface PhpFile {
  /** The value of the file's `return`, where it has one. */
  readonly returned: ConfigNode | null;
  readonly calls: readonly PhpCall[];
}

/** A call `name(...)`, `->name(...)` or `Class::name(...)` anywhere in the file. */
export interface PhpCall {
  /** `Schedule::command`, `->withoutOverlapping`, `env`. */
  readonly name: string;
  readonly nameRange: TextRange;
  readonly arguments: readonly ConfigNode[];
  readonly range: TextRange;
}

/** Parsers that are ready to be called. Each survives any input. */
export interface Formats {
  dotenv(text: string): Parsed<readonly DotenvEntry[]>;
  /** JSON and JSON with comments. */
  json(text: string): Parsed<ConfigNode>;
  /** All documents of a stream; merge keys and anchors resolved, custom tags kept as values. */
  yaml(text: string): Parsed<readonly ConfigNode[]>;
  toml(text: string): Parsed<ConfigNode>;
  php(text: string): Parsed<PhpFile>;
  dockerfile(text: string): Parsed<readonly DockerfileInstruction[]>;
  procfile(text: string): Parsed<readonly ProcfileEntry[]>;
}

export type FormatId = keyof Formats;
