import type { TextRange } from '../model/text';
import type { ConfigNode, MapEntry, Parsed } from './node';

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
  /**
   * `argumentsText` with `$NAME`, `${NAME}` and `${NAME:-fallback}` replaced as far as ARG and ENV of the file tell;
   * what they do not tell stays as written.
   */
  readonly expandedText: string;
}

export interface ProcfileEntry {
  readonly process: string;
  readonly processRange: TextRange;
  readonly command: string;
  readonly commandRange: TextRange;
}

/** What a PHP file says without being run. */
export interface PhpFile {
  /** The value of the file's `return`, where it has one. */
  readonly returned: ConfigNode | null;
  readonly calls: readonly PhpCall[];
  /** `#[AsCronTask('* * * * *')]`; the name has no brackets. */
  readonly attributes: readonly PhpCall[];
  readonly classes: readonly PhpClass[];
  /** `use` statements: qualified names without a leading backslash. */
  readonly imports: readonly PhpName[];
  /** `$databases['default']['host'] = …` outside functions: target `databases.default.host`. */
  readonly assignments: readonly PhpAssignment[];
}

/**
 * A call anywhere in the file: `env`, `Schedule::command`, `->withoutOverlapping` (also for `?->`), `new Client`.
 * Classes are named by their last segment. Named arguments come last, together in one map.
 */
export interface PhpCall {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly arguments: readonly ConfigNode[];
  readonly range: TextRange;
}

export interface PhpName {
  readonly name: string;
  readonly range: TextRange;
}

export interface PhpClass {
  /** Empty for an anonymous class. */
  readonly name: string;
  readonly nameRange: TextRange;
  readonly kind: 'class' | 'interface' | 'trait' | 'enum';
  /** Parents, interfaces and used traits by the last segment of their names. */
  readonly extends: readonly PhpName[];
  readonly implements: readonly PhpName[];
  readonly traits: readonly PhpName[];
}

export interface PhpAssignment {
  readonly target: string;
  readonly targetRange: TextRange;
  readonly value: ConfigNode;
  readonly range: TextRange;
}

/** What a file of source code says without being run, the same for every language. */
export interface SourceFile {
  /** In the order of the text. */
  readonly assignments: readonly SourceAssignment[];
  readonly calls: readonly SourceCall[];
  readonly imports: readonly SourceImport[];
  readonly classes: readonly SourceClass[];
  /** Decorators, annotations and attributes: `app.task`, `Scheduled`, `Cron`. */
  readonly decorators: readonly SourceCall[];
}

/**
 * `DATABASES['default']['ENGINE'] = …` has the target `DATABASES.default.ENGINE`. Fields of classes have their name,
 * what a JavaScript module exports as default has `default`.
 */
export interface SourceAssignment {
  readonly target: string;
  readonly targetRange: TextRange;
  readonly value: ConfigNode;
  readonly range: TextRange;
  /** The blocks that surround it, outermost first, in languages that configure by blocks (Ruby, Elixir, Gradle). */
  readonly within?: readonly SourceBlock[];
}

/**
 * `group :test do … end` is the block of the call `group`. A condition is `if` or `unless` with its test as the only
 * argument; what follows its `else` has the name `else` and the same test. The body of a method of Ruby is the block
 * `def` with the method's name.
 */
export interface SourceBlock {
  readonly name: string;
  readonly arguments: readonly ConfigNode[];
}

/**
 * `name` is the callee with dots: `os.environ.get`, `new Queue`, `Rails.application.configure`; a call inside it shows
 * as `()`: `express().use`. Named arguments come last, together in one map whose first key starts the map.
 */
export interface SourceCall {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly arguments: readonly ConfigNode[];
  readonly range: TextRange;
  /** As of `SourceAssignment`. */
  readonly within?: readonly SourceBlock[];
}

/** `from celery import Celery` is module `celery` with the name `Celery`; without names the module as a whole. */
export interface SourceImport {
  readonly module: string;
  readonly names: readonly string[];
  readonly range: TextRange;
}

export interface SourceClass {
  readonly name: string;
  readonly nameRange: TextRange;
  /** Parents, interfaces and mixed-in modules, as written. */
  readonly parents: readonly string[];
}

export interface XmlElement {
  /** With its prefix, as written. */
  readonly name: string;
  readonly nameRange: TextRange;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** The element's own text without white space around it. */
  readonly text: string;
  readonly textRange: TextRange;
  readonly range: TextRange;
}

export interface XmlAttribute {
  readonly name: string;
  readonly nameRange: TextRange;
  readonly value: string;
  readonly valueRange: TextRange;
}

/** A block of HCL; the file itself is one without a type. References and templates are `unknown` with their text. */
export interface HclBlock {
  /** `resource`, `variable`, `locals`. */
  readonly type: string;
  readonly typeRange: TextRange;
  /** Without quotes. */
  readonly labels: readonly HclLabel[];
  readonly attributes: readonly MapEntry[];
  readonly blocks: readonly HclBlock[];
  readonly range: TextRange;
}

export interface HclLabel {
  readonly text: string;
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
  /** One flat map of dotted keys. */
  properties(text: string): Parsed<ConfigNode>;
  /** A map of sections; keys before the first section stand beside them. */
  ini(text: string): Parsed<ConfigNode>;
  /** The root element, or null where there is none. */
  xml(text: string): Parsed<XmlElement | null>;
  python(text: string): Parsed<SourceFile>;
  /** JavaScript and TypeScript, with JSX. */
  javascript(text: string): Parsed<SourceFile>;
  /**
   * Symbols are strings; `a.b = :c, { d: 1 }` assigns a list. A call without arguments counts where nothing is called
   * on it: `Rails.env.production?`, not `Rails.env`.
   */
  ruby(text: string): Parsed<SourceFile>;
  /**
   * Build scripts of Gradle in Groovy and Kotlin. `id("a") version "1" apply false` has `version` and `apply` as named
   * arguments; an alias of the version catalogue (`libs.spring.boot`) is `unknown` with its text,
   * `"a:$b"` as the call `template` with the text between the quotes.
   */
  gradle(text: string): Parsed<SourceFile>;
  /**
   * Atoms are strings, tuples lists, keywords maps; module names are `unknown` with their text. `@a 1` assigns `@a`, a
   * function whose body is one value (`defp deps`) assigns it to its name.
   */
  elixir(text: string): Parsed<SourceFile>;
  /** Terraform and its relatives. */
  hcl(text: string): Parsed<HclBlock>;
}

export type FormatId = keyof Formats;
