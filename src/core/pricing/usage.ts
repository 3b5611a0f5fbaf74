import { message, verbatim, type Message } from '../l10n/localized';
import type { UsageValue } from '../model';
import type { PricedService, UsageDefinition } from './types';

type ParsedUsage = { readonly value: Readonly<Record<string, UsageValue>> } | { readonly error: Message };
type ParsedValue = { readonly value: UsageValue } | { readonly error: Message };

/** Reads usage as a person wrote it. Only what was given is in the result; defaults are applied when it is priced. */
export function parseUsage(service: PricedService, raw: Readonly<Record<string, string>>): ParsedUsage {
  const value: Record<string, UsageValue> = {};
  for (const [name, text] of Object.entries(raw)) {
    const definition = service.usages.find((usage) => usage.name === name);
    if (definition === undefined) return { error: unknownUsage(service, name) };
    const parsed = parseValue(definition, text);
    if ('error' in parsed) return parsed;
    value[name] = parsed.value;
  }
  return { value };
}

function parseValue(definition: UsageDefinition, text: string): ParsedValue {
  const trimmed = text.trim();
  if (trimmed === '') return { error: message({ en: '--{name} needs a value', 'pt-br': '--{name} precisa de um valor' }, { name: definition.name }) };
  switch (definition.kind) {
    case 'number':
      return parseNumber(definition, trimmed);
    case 'boolean':
      if (trimmed === 'true' || trimmed === 'false') return { value: trimmed === 'true' };
      return { error: notOneOf(definition, trimmed, ['true', 'false']) };
    case 'choice': {
      const choices = definition.choices ?? [];
      return choices.includes(trimmed) ? { value: trimmed } : { error: notOneOf(definition, trimmed, choices) };
    }
    case 'text':
      return { value: trimmed };
  }
}

/** A decimal number that is not negative. `Infinity`, `NaN`, `0x10` and `1,000` are no quantities. */
function parseNumber(definition: UsageDefinition, text: string): ParsedValue {
  const number = /^\+?(\d+(?:\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  if (Number.isFinite(number)) return { value: number };
  return {
    error: message(
      { en: '--{name} must be a number of 0 or more, not “{text}”', 'pt-br': '--{name} precisa ser um número maior ou igual a 0, não “{text}”' },
      { name: definition.name, text: verbatim(text) },
    ),
  };
}

function notOneOf(definition: UsageDefinition, text: string, choices: readonly string[]): Message {
  return message(
    { en: '--{name} must be one of {choices}, not “{text}”', 'pt-br': '--{name} precisa ser um destes: {choices}; não “{text}”' },
    { name: definition.name, choices: verbatim(choices.join(', ')), text: verbatim(text) },
  );
}

function unknownUsage(service: PricedService, name: string): Message {
  if (service.usages.length === 0) {
    return message({ en: '{service} takes no usage, so not --{name}', 'pt-br': '{service} não recebe uso, portanto não --{name}' }, { service: verbatim(service.id), name });
  }
  return message(
    { en: '{service} has no usage --{name}; it takes {names}', 'pt-br': '{service} não tem o uso --{name}; ele aceita {names}' },
    { service: verbatim(service.id), name, names: verbatim(service.usages.map((usage) => `--${usage.name}`).join(' ')) },
  );
}
