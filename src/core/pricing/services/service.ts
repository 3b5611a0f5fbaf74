import { message, verbatim, type Localized, type Message } from '../../l10n/localized';
import type { UsageValue } from '../../model';
import type { MeteredQuantity, NoCharge, PricedService, UsageDefinition } from '../types';

/** A month of AWS's own calculator and of `skylift price`. */
export const hoursPerMonth = 730;

/** Reads usage values by name, with the definition's default where none was given. */
export interface UsageReader {
  number(name: string): number;
  text(name: string): string;
  flag(name: string): boolean;
}

interface ServiceSource {
  readonly usages: readonly UsageDefinition[];
  readonly noCharge?: NoCharge;
  meters(usage: UsageReader, region: string): readonly MeteredQuantity[];
}

export function pricedServiceOf(id: string, source: ServiceSource): PricedService {
  return {
    id,
    usages: source.usages,
    ...(source.noCharge === undefined ? {} : { noCharge: source.noCharge }),
    meters: (usage, region) => source.meters(readerOf(source.usages, usage), region),
  };
}

function readerOf(usages: readonly UsageDefinition[], given: Readonly<Record<string, UsageValue>>): UsageReader {
  const value = (name: string): UsageValue => {
    const definition = usages.find((usage) => usage.name === name);
    if (definition === undefined) throw new Error(`usage ${name} is not defined`);
    return given[name] ?? definition.default;
  };
  return {
    number: (name) => {
      const number = Number(value(name));
      return Number.isFinite(number) ? number : 0;
    },
    text: (name) => String(value(name)),
    flag: (name) => value(name) === true || value(name) === 'true',
  };
}

export interface MeterLine {
  readonly meter: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly what: Localized;
  readonly quantity: number;
  readonly from: readonly string[];
  readonly assumption?: Message;
}

export function line(source: MeterLine): MeteredQuantity {
  return {
    query: { meter: source.meter, parameters: source.parameters ?? {} },
    what: source.what,
    quantity: Math.min(source.quantity, largestQuantity),
    assumption: source.assumption ?? message(asGiven),
    from: source.from,
  };
}

/** Keeps sums of money finite, whatever was typed. */
const largestQuantity = 1e200;

const asGiven: Localized = { en: 'monthly quantity as given', 'pt-br': 'quantidade mensal informada' };

/** Arithmetic of things that run by the hour: `2 × 730 h`. */
export function byTheHour(count: number, hours: number): Message {
  return message({ en: '{count} × {hours} h', 'pt-br': '{count} × {hours} h' }, { count, hours });
}

/** Texts one after the other. */
export function joined(...messages: readonly Message[]): Message {
  return message(verbatim(messages.map((_, index) => `{${index}}`).join(' · ')), Object.fromEntries(messages.entries()));
}

export function amount(name: string, unit: string, meaning: Localized, fallback = 0): UsageDefinition {
  return { name, kind: 'number', unit, default: fallback, meaning };
}

export function choice(name: string, choices: readonly string[], fallback: string, meaning: Localized): UsageDefinition {
  return { name, kind: 'choice', unit: '', default: fallback, choices, meaning };
}

export function flag(name: string, meaning: Localized): UsageDefinition {
  return { name, kind: 'boolean', unit: '', default: false, meaning };
}

/** A type that the price lists name; which ones exist is asked of the prices. */
export function typeName(name: string, fallback: string, meaning: Localized): UsageDefinition {
  return { name, kind: 'text', unit: '', default: fallback, meaning };
}

export const hoursUsage: UsageDefinition = amount('hours', 'h', { en: 'hours a month that each of them runs', 'pt-br': 'horas por mês que cada um roda' }, hoursPerMonth);

export const archUsage: UsageDefinition = choice('arch', ['x86', 'arm'], 'x86', { en: 'processor architecture', 'pt-br': 'arquitetura do processador' });
