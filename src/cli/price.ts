import { formatMoney, formatNumber, localize, localizeMessage, message, verbatim, type Language, type Localized, type Message } from '../core/l10n/localized';
import { freeTiers, type EstimateLine, type FreeTier, type PriceOrigin, type ServiceEstimate, type UsageValue } from '../core/model';
import {
  checkTypeName,
  loadSnapshotPriceBook,
  originOf,
  parseUsage,
  pricedService,
  pricedServices,
  priceService,
  regionInfo,
  snapshotRegions,
  type PricedService,
  type UsageDefinition,
} from '../core/pricing';
import type { CommandIo } from './io';

const defaultRegion = 'us-east-1';

/** What the arguments ask for. `usage` is as written; the service says what it means. */
interface PriceRequest {
  readonly service: string | null;
  readonly list: boolean;
  readonly json: boolean;
  readonly region: string;
  readonly freeTier: FreeTier;
  readonly usage: Readonly<Record<string, string>>;
}

type Outcome<T> = { readonly value: T } | { readonly error: Message };

/** `skylift price`: one service at the given usage, or the list of what can be priced. Answers with the exit code. */
export async function runPrice(args: readonly string[], io: CommandIo): Promise<number> {
  const request = readArguments(args);
  if ('error' in request) return fail(request.error, io);
  if (request.value.list) {
    io.stdout(request.value.json ? `${JSON.stringify(listReport(io.language), null, 2)}\n` : listText(io.language));
    return 0;
  }
  const priced = await price(request.value);
  if ('error' in priced) return fail(priced.error, io);
  const { estimate, origin } = priced.value;
  io.stdout(
    request.value.json
      ? `${JSON.stringify(report(estimate, origin, io.language), null, 2)}\n`
      : table(estimate, origin, request.value.freeTier, io.language),
  );
  return 0;
}

function fail(error: Message, io: CommandIo): number {
  // One line, whatever was typed.
  io.stderr(`skylift: ${localizeMessage(error, io.language).replace(/\s+/g, ' ')}\n`);
  return 2;
}

async function price(request: PriceRequest): Promise<Outcome<{ readonly estimate: ServiceEstimate; readonly origin: PriceOrigin }>> {
  const service = pricedService(request.service ?? '');
  if (service === undefined) return { error: unknownService(request.service) };
  const usage = parseUsage(service, request.usage);
  if ('error' in usage) return usage;
  const typo = await unknownType(service, usage.value);
  if (typo !== null) return { error: typo };
  const book = await loadSnapshotPriceBook(request.region);
  const estimate = priceService(service.id, usage.value, book, { freeTier: request.freeTier });
  return { value: { estimate, origin: originOf(book, [estimate]) } };
}

async function unknownType(service: PricedService, usage: Readonly<Record<string, UsageValue>>): Promise<Message | null> {
  for (const definition of service.usages) {
    const value = usage[definition.name];
    if (definition.kind !== 'text' || typeof value !== 'string') continue;
    const check = await checkTypeName(service.id, definition.name, value);
    if (check.known) continue;
    return message(
      { en: 'AWS has no {service} type “{value}”; did you mean {near}?', 'pt-br': 'A AWS não tem o tipo “{value}” em {service}; seria {near}?' },
      { service: verbatim(service.id), value: verbatim(value), near: verbatim(check.near.join(', ')) },
    );
  }
  return null;
}

function readArguments(args: readonly string[]): Outcome<PriceRequest> {
  const flags = new Set<string>();
  const options = new Map<string, string>();
  const positional: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '--json' || argument === '--list') {
      flags.add(argument.slice(2));
      continue;
    }
    if (!argument.startsWith('--')) {
      positional.push(argument);
      continue;
    }
    const equals = argument.indexOf('=');
    const name = equals < 0 ? argument.slice(2) : argument.slice(2, equals);
    const value = equals < 0 ? args[(index += 1)] : argument.slice(equals + 1);
    // A negative number is a value, so that it is named as a wrong quantity; another option is not.
    if (value === undefined || value === '' || /^--/.test(value)) return { error: needsValue(name) };
    if (options.has(name)) return { error: message({ en: '--{name} is given twice', 'pt-br': '--{name} foi informado duas vezes' }, { name: verbatim(name) }) };
    options.set(name, value);
  }
  return requestOf(flags, options, positional);
}

function requestOf(flags: ReadonlySet<string>, options: Map<string, string>, positional: readonly string[]): Outcome<PriceRequest> {
  const region = take(options, 'region') ?? defaultRegion;
  const tier = take(options, 'free-tier') ?? 'none';
  // The language is read by the caller.
  take(options, 'lang');
  const freeTier = freeTiers.find((candidate) => candidate === tier);
  if (freeTier === undefined) {
    return { error: message({ en: '--free-tier is one of {tiers}, not “{tier}”', 'pt-br': '--free-tier precisa ser um destes: {tiers}; não “{tier}”' }, { tiers: verbatim(freeTiers.join(', ')), tier: verbatim(tier) }) };
  }
  const wrongRegion = checkRegion(region);
  if (wrongRegion !== null) return { error: wrongRegion };
  const [service = null, ...rest] = positional;
  if (rest.length > 0) {
    return { error: message({ en: 'one service at a time, not {names}', 'pt-br': 'um serviço por vez, não {names}' }, { names: verbatim(positional.join(' ')) }) };
  }
  if (service === null && !flags.has('list')) return { error: unknownService(null) };
  return { value: { service, list: flags.has('list'), json: flags.has('json'), region, freeTier, usage: Object.fromEntries(options) } };
}

function take(options: Map<string, string>, name: string): string | undefined {
  const value = options.get(name);
  options.delete(name);
  return value;
}

function checkRegion(region: string): Message | null {
  if (snapshotRegions.includes(region)) return null;
  const names = { region: verbatim(region), regions: verbatim(snapshotRegions.join(', ')) };
  if (regionInfo(region) !== undefined) {
    return message({ en: 'no prices of {region} are bundled; there are {regions}', 'pt-br': 'não há preços embutidos de {region}; há os de {regions}' }, names);
  }
  return message({ en: '“{region}” is no AWS region code; there are prices of {regions}', 'pt-br': '“{region}” não é um código de região da AWS; há preços de {regions}' }, names);
}

function needsValue(name: string): Message {
  return message({ en: '--{name} needs a value', 'pt-br': '--{name} precisa de um valor' }, { name: verbatim(name) });
}

function unknownService(id: string | null): Message {
  if (id === null) {
    return message({ en: 'price takes a service, for instance: skylift price lambda --requests 3000000', 'pt-br': 'price recebe um serviço, por exemplo: skylift price lambda --requests 3000000' });
  }
  return message({ en: 'there is no service “{id}”; skylift price --list names them all', 'pt-br': 'não existe o serviço “{id}”; skylift price --list mostra todos' }, { id: verbatim(id) });
}

function report(estimate: ServiceEstimate, origin: PriceOrigin, language: Language): Readonly<Record<string, unknown>> {
  return {
    service: estimate.service,
    region: origin.region,
    monthlyUsd: exact(estimate.monthlyUsd),
    lines: estimate.lines.map((line) => ({
      what: localize(line.what, language),
      quantity: exact(line.quantity),
      unit: line.unit,
      unitUsd: line.unitUsd,
      usd: exact(line.usd),
      assumption: localizeMessage(line.assumption, language),
      sku: line.sku,
      source: line.source,
      asOf: line.asOf,
      ...(line.missing === null ? {} : { missing: localizeMessage(line.missing, language) }),
    })),
    prices: { source: origin.source, asOf: origin.asOf, region: origin.region, currency: origin.currency },
    missing: estimate.lines.flatMap((line) => (line.missing === null ? [] : [`${localize(line.what, language)}: ${localizeMessage(line.missing, language)}`])),
  };
}

/** Without the digits that binary fractions add (0.39999999999999997). */
function exact(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(10));
}

const texts = {
  total: { en: 'Total a month', 'pt-br': 'Total por mês' },
  atLeast: { en: 'Known part a month', 'pt-br': 'Parte conhecida por mês' },
  unknown: { en: 'unknown', 'pt-br': 'desconhecido' },
  unknownPrices: { en: 'Without a price:', 'pt-br': 'Sem preço:' },
  freeTier: { en: 'free tier', 'pt-br': 'nível gratuito' },
  listPrice: { en: 'List prices before taxes and discounts.', 'pt-br': 'Preços de tabela, antes de impostos e descontos.' },
} as const satisfies Readonly<Record<string, Localized>>;

function table(estimate: ServiceEstimate, origin: PriceOrigin, freeTier: FreeTier, language: Language): string {
  const rows = estimate.lines.map((line) => [
    localize(line.what, language),
    line.unit === '' ? '' : `${formatNumber(line.quantity, language, 4)} ${line.unit}`,
    line.unitUsd === null || line.unit === '' ? '' : `× ${unitPrice(line.unitUsd, language)}`,
    line.usd === null ? localize(texts.unknown, language) : formatMoney(line.usd, language),
    localizeMessage(line.assumption, language),
  ]);
  const known = estimate.monthlyUsd === null;
  const total = [localize(known ? texts.atLeast : texts.total, language), '', '', formatMoney(estimate.knownUsd, language), ''];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...[...rows, total].map((row) => (row[column] ?? '').length)));
  const text = [...rows, total].map((row) => row.map((cell, column) => padded(cell, column, widths)).join('  ').trimEnd());
  return [
    `${estimate.service} · ${origin.region} · ${localize(texts.freeTier, language)}: ${freeTier}`,
    '',
    ...text,
    ...missingText(estimate.lines, language),
    '',
    sourceText(estimate.lines, origin, language),
    localize(texts.listPrice, language),
    '',
  ].join('\n');
}

function padded(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  // Amounts align on the right, words on the left.
  return column === 0 || column === 4 ? cell.padEnd(width) : cell.padStart(width);
}

const unitDigits = 12;

function unitPrice(usd: number, language: Language): string {
  const digits = usd.toFixed(unitDigits).replace(/0+$/, '').split('.')[1]?.length ?? 0;
  return formatMoney(usd, language, 'USD', Math.max(2, digits));
}

function missingText(lines: readonly EstimateLine[], language: Language): readonly string[] {
  const missing = lines.flatMap((line) => (line.missing === null ? [] : [`  ${localize(line.what, language)}: ${localizeMessage(line.missing, language)}`]));
  return missing.length === 0 ? [] : ['', localize(texts.unknownPrices, language), ...missing];
}

function sourceText(lines: readonly EstimateLine[], origin: PriceOrigin, language: Language): string {
  const sources = [...new Set(lines.flatMap((line) => (line.source === null || line.asOf === null ? [] : [`${line.source} (${line.asOf})`])))];
  return localize(
    { en: 'Prices: {kind} as of {asOf}. Sources: {sources}.', 'pt-br': 'Preços: {kind} de {asOf}. Fontes: {sources}.' },
    language,
    {
      kind: { en: 'bundled snapshot', 'pt-br': 'instantâneo embutido' },
      asOf: verbatim(origin.asOf),
      sources: verbatim(sources.length === 0 ? '–' : sources.join('; ')),
    },
  );
}

function listReport(language: Language): readonly unknown[] {
  return pricedServices.map((service) => ({
    service: service.id,
    usage: service.usages.map((usage) => ({
      name: usage.name,
      unit: usage.unit,
      default: usage.default,
      ...(usage.choices === undefined ? {} : { choices: usage.choices }),
      meaning: localize(usage.meaning, language),
    })),
    ...(service.noCharge === undefined ? {} : { noCharge: localize(service.noCharge.why, language) }),
  }));
}

function listText(language: Language): string {
  const lines: string[] = [];
  for (const service of pricedServices) {
    lines.push(service.id);
    if (service.noCharge !== undefined) lines.push(`  ${localize(service.noCharge.what, language)}: ${localize(service.noCharge.why, language)}`);
    for (const usage of service.usages) lines.push(`  ${usageText(usage, language)}`);
  }
  return `${lines.join('\n')}\n`;
}

function usageText(usage: UsageDefinition, language: Language): string {
  const values = usage.kind === 'boolean' ? 'true|false' : (usage.choices?.join('|') ?? usage.unit);
  const fallback = localize({ en: 'default {value}', 'pt-br': 'padrão {value}' }, language, { value: verbatim(String(usage.default)) });
  return `--${usage.name} ${values}`.trimEnd().padEnd(46) + `  ${localize(usage.meaning, language)} (${fallback})`;
}
