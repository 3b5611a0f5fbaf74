import { message, verbatim, type Message } from '../l10n/localized';
import type { EstimateLine, PhaseEstimate, PlannedUsage, PriceOrigin, ServiceEstimate, UsageValue } from '../model';
import { freeTierAccount, type FreeTierAccount } from './freeTier';
import { meterDefinition, meterKey } from './meters';
import { pricedService } from './services';
import { joined } from './services/service';
import { chargeTiers, firstChargedUsd } from './tiers';
import type { EstimateOptions, MeteredQuantity, MeterQuery, NoCharge, PriceBook } from './types';

type Usage = Readonly<Record<string, UsageValue>>;

/** Prices one service by its usage names. Usage that is not given takes its default. */
export function priceService(id: string, usage: Usage, book: PriceBook, options: EstimateOptions): ServiceEstimate {
  return priceOne({ service: id, node: null, serves: [], usage, assumption: null }, book, freeTierAccount(options.freeTier));
}

/**
 * Prices everything that a phase plans. Free allowances are one account's, so each is used up once over all usages,
 * in their order. Graduated bands are counted per usage: AWS counts them per account, so that at very large quantities
 * of the same meter in several places the estimate is on the high side.
 */
export function estimateUsages(usages: readonly PlannedUsage[], book: PriceBook, options: EstimateOptions): PhaseEstimate {
  const account = freeTierAccount(options.freeTier);
  const services = usages.map((usage) => priceOne(usage, book, account));
  const missing = services.flatMap((service) =>
    service.lines.filter((line) => line.usd === null).map((line) => `${service.service}: ${line.what.en}`),
  );
  return {
    services,
    monthlyUsd: sum(services.map((service) => service.monthlyUsd)),
    knownUsd: services.reduce((total, service) => total + service.knownUsd, 0),
    missing: [...new Set(missing)],
  };
}

/** The prices that usages ask for, each once: what a live price book has to fetch. */
export function queriesOf(usages: readonly Pick<PlannedUsage, 'service' | 'usage'>[], region: string): readonly MeterQuery[] {
  const byKey = new Map<string, MeterQuery>();
  for (const { service, usage } of usages) {
    for (const { query } of pricedService(service)?.meters(usage, region) ?? []) byKey.set(meterKey(query), query);
  }
  return [...byKey.values()];
}

/** Source and oldest date of the prices behind an estimate. */
export function originOf(book: PriceBook, services: readonly ServiceEstimate[]): PriceOrigin {
  const dates = services.flatMap((service) => service.lines.flatMap((line) => (line.asOf === null ? [] : [line.asOf])));
  const [oldest] = dates.sort();
  return { source: book.source, asOf: oldest ?? book.asOf, region: book.region, currency: 'USD' };
}

interface Planned extends Omit<PlannedUsage, 'assumption'> {
  readonly assumption: Message | null;
}

function priceOne(planned: Planned, book: PriceBook, account: FreeTierAccount): ServiceEstimate {
  const lines = linesOf(planned, book, account);
  return {
    service: planned.service,
    node: planned.node,
    serves: planned.serves,
    lines,
    monthlyUsd: sum(lines.map((line) => line.usd)),
    knownUsd: lines.reduce((total, line) => total + (line.usd ?? 0), 0),
  };
}

function linesOf(planned: Planned, book: PriceBook, account: FreeTierAccount): readonly EstimateLine[] {
  const service = pricedService(planned.service);
  if (service === undefined) return [unknownService(planned.service)];
  const quantities = service.meters(planned.usage, book.region);
  const shown = quantities.filter(({ quantity, from }) => quantity > 0 || from.some((name) => name in planned.usage));
  const free = service.noCharge === undefined ? [] : [noChargeLine(service.noCharge)];
  // Nothing was asked: the unit prices themselves are the answer.
  const priced = shown.length === 0 && free.length === 0 ? quantities : shown;
  return [...free, ...priced.map((quantity) => priceLine(quantity, planned.assumption, book, account))];
}

function priceLine(metered: MeteredQuantity, planned: Message | null, book: PriceBook, account: FreeTierAccount): EstimateLine {
  const price = book.price(metered.query);
  const assumption = planned === null ? metered.assumption : joined(planned, metered.assumption);
  if (price.status === 'unknown') {
    return {
      what: metered.what,
      quantity: metered.quantity,
      unit: meterDefinition(metered.query.meter)?.unit ?? '',
      unitUsd: null,
      usd: null,
      assumption,
      sku: null,
      source: null,
      asOf: null,
      missing: price.reason,
    };
  }
  const free = account.take(metered.query, metered.quantity);
  return {
    what: metered.what,
    quantity: metered.quantity,
    unit: price.unit,
    unitUsd: firstChargedUsd(price.tiers),
    usd: chargeTiers(price.tiers, metered.quantity - free),
    assumption: free === 0 ? assumption : joined(assumption, freeMessage(free, price.unit)),
    sku: price.sku,
    source: price.source,
    asOf: price.asOf,
    missing: null,
  };
}

function freeMessage(free: number, unit: string): Message {
  return message({ en: '{free} {unit} free of charge (free tier)', 'pt-br': '{free} {unit} sem custo (nível gratuito)' }, { free, unit });
}

function noChargeLine(noCharge: NoCharge): EstimateLine {
  return {
    what: noCharge.what,
    quantity: 0,
    unit: '',
    unitUsd: 0,
    usd: 0,
    assumption: message(noCharge.why),
    sku: null,
    source: noCharge.source,
    asOf: noCharge.asOf,
    missing: null,
  };
}

function unknownService(id: string): EstimateLine {
  return {
    what: verbatim(id),
    quantity: 0,
    unit: '',
    unitUsd: null,
    usd: null,
    assumption: message(verbatim('')),
    sku: null,
    source: null,
    asOf: null,
    missing: message({ en: 'The price catalog has no service “{id}”', 'pt-br': 'O catálogo de preços não tem o serviço “{id}”' }, { id: verbatim(id) }),
  };
}

function sum(values: readonly (number | null)[]): number | null {
  let total = 0;
  for (const value of values) {
    if (value === null) return null;
    total += value;
  }
  return total;
}
