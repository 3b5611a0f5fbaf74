/** A fifth above the estimate: room for a busy month, not for a forgotten instance. */
const room = 1.2;
/** US dollars; a limit with cents would pretend to a precision that an estimate has not. */
const step = 10;

/** Monthly limit of a budget for what is estimated at `usd` a month, in whole tens of US dollars. Null where nothing costs. */
export function budgetFor(usd: number): number | null {
  return usd > 0 ? Math.ceil((usd * room) / step) * step : null;
}
