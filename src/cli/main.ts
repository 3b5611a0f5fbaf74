#!/usr/bin/env node
import { languageOf, languages, type Language } from '../core/l10n/localized';
import { useGrammarFiles } from '../hosts/grammarFiles';
import { UsageError } from './arguments';
import type { CommandIo } from './io';
import { version } from './version';

const usage = `skylift ${version}: what an application needs, and what AWS would serve it

  skylift scan    [folder] [--format text|json|sarif|markdown] [--region R] [--workload NAME] [--fail-on error|warning|information|hint|never]
  skylift diagram [folder] [--phase today|foundations|lift-and-shift|cloud-native|serverless] [--format mermaid|svg]
  skylift price   <service> [--region R] [--free-tier none|legacy|credits] [--json] [--<usage> N ...]
  skylift price   --list
  skylift infra   [folder] --phase P --dialect terraform|cloudformation|cdk --out DIR [--need ID ...]
  skylift explain <rule-or-service-or-concept>
  skylift roadmap [folder] [--format text|markdown|json]

Every command takes --lang en|pt-br. No command needs a network or credentials.
`;

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
    if (name === undefined) io.stderr(usage);
    else io.stdout(usage);
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === 'version') {
    io.stdout(`${version}\n`);
    return 0;
  }
  if (planned.includes(name)) throw new UsageError(`"${name}" is not available yet in version ${version}`);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) throw new UsageError(`unknown command "${name}"; see skylift --help`);
  return (await load())(args, io);
}

function languageFrom(argv: readonly string[]): Language {
  const index = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const given = index < 0 ? undefined : argv[index]?.includes('=') === true ? argv[index]?.slice('--lang='.length) : argv[index + 1];
  if (given === undefined) return languageOf(process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG']);
  const language = languages.find((candidate) => candidate === given.toLowerCase());
  if (language === undefined) throw new UsageError(`--lang is one of ${languages.join(', ')}, not "${given}"`);
  return language;
}

/** A pipe that closes early (`skylift scan | head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

useGrammarFiles(new URL('../grammars/', import.meta.url));

try {
  const argv = process.argv.slice(2);
  process.exitCode = await run(argv, {
    stdout: (text) => process.stdout.write(text),
    stderr: (text) => process.stderr.write(text),
    language: languageFrom(argv),
  });
} catch (error) {
  if (error instanceof UsageError || isFolderError(error)) {
    process.stderr.write(`skylift: ${(error as Error).message}\n`);
    process.exitCode = 2;
  } else {
    process.stderr.write(`skylift: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 70;
  }
}

function isFolderError(error: unknown): boolean {
  return error instanceof Error && error.name === 'FolderError';
}
