import { localize, message, type Localized, type Message, type MessageData } from '../core/l10n/localized';

/** Wrong usage of a command: one line on stderr that says what to do, exit code 2. */
export class UsageError extends Error {
  readonly said: Message;

  constructor(text: Localized, data: MessageData = {}) {
    super(localize(text, 'en', data));
    this.said = message(text, data);
  }
}

const texts = {
  unknownOption: { en: 'unknown option --{name}; it takes {known}', 'pt-br': 'opção desconhecida --{name}; valem {known}' },
  needsValue: { en: '--{name} needs a value', 'pt-br': '--{name} precisa de um valor' },
  choice: { en: '--{name} is one of {choices}, not "{value}"', 'pt-br': '--{name} precisa ser um destes: {choices}; não "{value}"' },
} as const satisfies Record<string, Localized>;

export interface ParsedArguments {
  readonly positional: readonly string[];
  readonly options: ReadonlyMap<string, string>;
}

/** `--name value`, `--name=value`; everything else is positional. A name outside `known` is wrong usage. */
export function parseArguments(args: readonly string[], known: readonly string[]): ParsedArguments {
  const positional: string[] = [];
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (!argument.startsWith('--') || argument === '--') {
      positional.push(argument);
      continue;
    }
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument.slice(2) : argument.slice(2, equals);
    if (!known.includes(name)) throw new UsageError(texts.unknownOption, { name, known: known.map((option) => `--${option}`).join(' ') });
    const value = equals < 0 ? args[(index += 1)] : argument.slice(equals + 1);
    if (value === undefined || value === '') throw new UsageError(texts.needsValue, { name });
    options.set(name, value);
  }
  return { positional, options };
}

/** The option's value, which must be one of `choices`. */
export function choice<T extends string>(parsed: ParsedArguments, name: string, choices: readonly T[], fallback: T): T {
  const value = parsed.options.get(name);
  if (value === undefined) return fallback;
  const found = choices.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(texts.choice, { name, choices: choices.join(', '), value });
  return found;
}
