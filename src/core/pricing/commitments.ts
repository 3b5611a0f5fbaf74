/** What a commitment of one or three years costs, beside the on-demand price. Information only; no total contains it. */
export interface Commitment {
  readonly years: 1 | 3;
  readonly payment: 'no-upfront' | 'partial-upfront' | 'all-upfront';
  /** Upfront and hourly parts spread over the hours of the term. */
  readonly hourlyUsd: number;
  readonly upfrontUsd: number;
}

const hoursPerYear = 8760;

const payments: Readonly<Record<string, Commitment['payment']>> = {
  'No Upfront': 'no-upfront',
  'Partial Upfront': 'partial-upfront',
  'All Upfront': 'all-upfront',
};

/** Reads the reserved terms of a product as AWS writes them (`terms.Reserved`). Convertible offers are left out. */
export function readCommitments(reservedTerms: unknown): readonly Commitment[] {
  if (!isRecord(reservedTerms)) return [];
  const found: Commitment[] = [];
  for (const term of Object.values(reservedTerms)) {
    const commitment = readTerm(term);
    if (commitment !== null) found.push(commitment);
  }
  return found.sort((left, right) => left.years - right.years || left.upfrontUsd - right.upfrontUsd);
}

function readTerm(term: unknown): Commitment | null {
  if (!isRecord(term) || !isRecord(term['termAttributes']) || !isRecord(term['priceDimensions'])) return null;
  const { LeaseContractLength: length, PurchaseOption: option, OfferingClass: offering } = term['termAttributes'];
  const years = length === '1yr' ? 1 : length === '3yr' ? 3 : null;
  const payment = typeof option === 'string' ? payments[option] : undefined;
  if (years === null || payment === undefined || offering === 'convertible') return null;
  let upfrontUsd = 0;
  let hourly = 0;
  for (const dimension of Object.values(term['priceDimensions'])) {
    if (!isRecord(dimension) || !isRecord(dimension['pricePerUnit'])) return null;
    const usd = Number(dimension['pricePerUnit']['USD']);
    if (!Number.isFinite(usd)) return null;
    if (dimension['unit'] === 'Quantity') upfrontUsd += usd;
    else hourly += usd;
  }
  return { years, payment, upfrontUsd, hourlyUsd: hourly + upfrontUsd / (years * hoursPerYear) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
