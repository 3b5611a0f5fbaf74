import { message, verbatim, type Message } from '../../l10n/localized';
import { meterDefinition, meterKey } from '../meters';
import type { MeterQuery, PriceBook, PriceResult } from '../types';
import { unpackTiers, type SnapshotFile } from './format';

/** Prices of one bundled region. */
export function snapshotPriceBook(file: SnapshotFile): PriceBook {
  const dates = file.sources.map((source) => source.asOf).sort();
  const asOf = dates.at(-1) ?? '';
  return {
    source: 'snapshot',
    region: file.region,
    asOf,
    price: (query) => priceIn(file, query, asOf),
  };
}

/** A region of which nothing ships: every price is unknown, with the way to get it. */
export function emptyPriceBook(region: string): PriceBook {
  return {
    source: 'snapshot',
    region,
    asOf: '',
    price: () => ({
      status: 'unknown',
      cause: 'not-listed',
      reason: message(
        {
          en: 'No prices of {region} ship with Skylift; live prices from AWS have them',
          'pt-br': 'O Skylift não traz preços de {region}; os preços ao vivo da AWS trazem',
        },
        { region: verbatim(region) },
      ),
    }),
  };
}

function priceIn(file: SnapshotFile, query: MeterQuery, asOf: string): PriceResult {
  const meter = meterDefinition(query.meter);
  const price = file.prices[meterKey(query)];
  const source = price === undefined ? undefined : file.sources[price[2]];
  if (meter === undefined || price === undefined || source === undefined) {
    return { status: 'unknown', cause: 'not-listed', reason: notListed(query, file.region, asOf) };
  }
  const [tiers, sku] = price;
  return { status: 'known', unit: meter.unit, tiers: unpackTiers(tiers), sku, source: source.text, asOf: source.asOf };
}

/** Meters that no price list can name: their price depends on what is not asked. */
const unlisted: Readonly<Record<string, Message>> = {
  'sns.sms': smsMessage(),
  'end-user-messaging.sms': smsMessage(),
};

function smsMessage(): Message {
  return message({
    en: 'text messages are priced by country, carrier and kind of number',
    'pt-br': 'o preço do SMS depende do país, da operadora e do tipo de número',
  });
}

function notListed(query: MeterQuery, region: string, asOf: string): Message {
  const known = unlisted[query.meter];
  if (known !== undefined) return known;
  const parameters = Object.values(query.parameters).join(' ');
  return message(
    {
      en: 'no sourced price of {meter} in {region} (snapshot of {asOf}); live prices from AWS may have it',
      'pt-br': 'sem preço com fonte para {meter} em {region} (instantâneo de {asOf}); os preços ao vivo da AWS podem ter',
    },
    { meter: verbatim(parameters === '' ? query.meter : `${query.meter} ${parameters}`), region: verbatim(region), asOf: verbatim(asOf) },
  );
}
