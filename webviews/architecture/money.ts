/** US dollars with their sign, for what a choice or a phase adds to the bill: `+$23.36`. */
export function signedDollars(language: string): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: 'currency', currency: 'USD', signDisplay: 'exceptZero' });
}
