import type { Language, Localized } from '../core/l10n/localized';
import { formatNumber, localize } from '../core/l10n/localized';
import type { EstimateLine } from '../core/model';
import type { Commitment } from '../core/pricing/commitments';
import { unitDollars } from '../core/l10n/money';

const strings = {
  note: { en: 'With a commitment (not in the total): {offers}.', 'pt-br': 'Com compromisso (fora do total): {offers}.' },
  'years-1': { en: '1 year', 'pt-br': '1 ano' },
  'years-3': { en: '3 years', 'pt-br': '3 anos' },
  'no-upfront': { en: 'no upfront', 'pt-br': 'sem entrada' },
  'partial-upfront': { en: 'partial upfront', 'pt-br': 'com entrada parcial' },
  'all-upfront': { en: 'all upfront', 'pt-br': 'tudo adiantado' },
  offer: { en: '{years}, {payment}, {price}/hour', 'pt-br': '{years}, {payment}, {price}/hora' },
  offerSaving: { en: '{years}, {payment}, {price}/hour (−{percent} %)', 'pt-br': '{years}, {payment}, {price}/hora (−{percent} %)' },
} as const satisfies Record<string, Localized>;

/** What a commitment of one or three years would cost an hour, as information beside the price on demand. */
export function commitmentNote(commitments: readonly Commitment[], lines: readonly EstimateLine[], language: Language): string | null {
  const onDemand = lines.find((line) => /^h(ou)?rs?$/i.test(line.unit))?.unitUsd ?? null;
  const offers = ([1, 3] as const).flatMap((years) => {
    const ofTerm = commitments.filter((commitment) => commitment.years === years);
    // The one without upfront is the fairest to compare with paying by the hour.
    const offer = ofTerm.find((commitment) => commitment.payment === 'no-upfront') ?? ofTerm[0];
    return offer === undefined ? [] : [offerText(offer, onDemand, language)];
  });
  return offers.length === 0 ? null : localize(strings.note, language, { offers: offers.join('; ') });
}

function offerText({ years, payment, hourlyUsd }: Commitment, onDemandUsd: number | null, language: Language): string {
  const data = { years: strings[`years-${years}`], payment: strings[payment], price: unitDollars(Number(hourlyUsd.toPrecision(4)), language) };
  if (onDemandUsd === null || hourlyUsd >= onDemandUsd) return localize(strings.offer, language, data);
  const percent = formatNumber((1 - hourlyUsd / onDemandUsd) * 100, language, 0);
  return localize(strings.offerSaving, language, { ...data, percent });
}
