#!/usr/bin/env node
import { languageOf, languages, localizeMessage, type Language, type Localized, type Message } from '../core/l10n/localized';
import { useGrammarFiles } from '../hosts/grammarFiles';
import { FolderError, folderMessage } from '../hosts/folderError';
import { UsageError } from './arguments';
import type { CommandIo } from './io';
import { usage } from './usage';
import { version } from './version';

const texts = {
  planned: { en: '"{name}" is not available yet in version {version}', 'pt-br': '"{name}" ainda não existe na versão {version}' },
  unknown: { en: 'unknown command "{name}"; see skylift --help', 'pt-br': 'comando desconhecido "{name}"; veja skylift --help' },
  language: { en: '--lang is one of {languages}, not "{given}"', 'pt-br': '--lang precisa ser um destes: {languages}; não "{given}"' },
} as const satisfies Record<string, Localized>;

type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

/** Each command loads what it needs and no more. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  scan: async () => (await import('./scan')).runScan,
  diagram: async () => (await import('./diagram')).runDiagram,
  price: async () => (await import('./price')).runPrice,
  infra: async () => (await import('./infra')).runInfra,
  explain: async () => (await import('./explain')).runExplain,
  roadmap: async () => (await import('./roadmap')).runRoadmap,
};

/** What the contract names and a later version brings. */
const planned: readonly string[] = ['mcp'];

async function run(argv: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h' || args.includes('--help')) {
    if (name === undefined) io.stderr(usage[io.language]);
    else io.stdout(usage[io.language]);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === 'version') {
    io.stdout(`${version}\n`);
    return 0;
  }
  if (planned.includes(name)) throw new UsageError(texts.planned, { name, version });
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw new UsageError(texts.unknown, { name });
  return (await load())(args, io);
}

function languageFrom(argv: readonly string[]): Language {
  const index = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const given = index < 0 ? undefined : argv[index]?.includes('=') === true ? argv[index]?.slice('--lang='.length) : argv[index + 1];
  if (given === undefined) return environmentLanguage();
  const language = languages.find((candidate) => candidate === given.toLowerCase());
  if (language === undefined) throw new UsageError(texts.language, { languages: languages.join(', '), given });
  return language;
}

function environmentLanguage(): Language {
  return languageOf(process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG']);
}

/** The language that was asked for, or the environment's where the question itself is wrong. */
function languageOfErrors(argv: readonly string[]): Language {
  try {
    return languageFrom(argv);
  } catch {
    return environmentLanguage();
  }
}

/** What is wrong with the call, for its reader; null for a fault of the program. */
function wrongUsage(error: unknown): Message | null {
  if (error instanceof UsageError) return error.said;
  return error instanceof FolderError ? folderMessage(error) : null;
}

/** A pipe that closes early (`skylift scan | head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

useGrammarFiles(new URL('../grammars/', import.meta.url));

const argv = process.argv.slice(2);
try {
  process.exitCode = await run(argv, {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    language: languageFrom(argv),
  });
} catch (error) {
  const said = wrongUsage(error);
  if (said !== null) {
    process.stderr.write(`skylift: ${localizeMessage(said, languageOfErrors(argv)).replace(/\s+/g, ' ')}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(`skylift: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 70;
  }
}
