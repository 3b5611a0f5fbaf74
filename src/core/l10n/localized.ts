/** The two languages in which everything a user reads exists. */
export const languages = ['en', 'pt-br'] as const;
export type Language = (typeof languages)[number];

/**
 * A text in every language. Kept beside the code that speaks it, so that the compiler proves completeness.
 * `{name}` marks a placeholder.
 */
export type Localized = Readonly<Record<Language, string>>;

export type MessageData = Readonly<Record<string, string | number | Localized | Message>>;

/** A text with the values of its placeholders; rendered only at the edge, in the reader's language. */
export interface Message {
  readonly text: Localized;
  readonly data?: MessageData;
}

export function message(text: Localized, data?: MessageData): Message {
  return data === undefined ? { text } : { text, data };
}

/** A text that reads the same in every language: a product name, an instance type. */
export function verbatim(text: string): Localized {
  return { en: text, 'pt-br': text };
}

/** `Redis, Memcached or DynamoDB`. */
export function eitherOf(names: readonly Localized[]): Localized {
  const list = (language: Language): string => new Intl.ListFormat(intlLocale(language), { type: 'disjunction' }).format(names.map((name) => name[language]));
  return { en: list('en'), 'pt-br': list('pt-br') };
}

/** Renders a text. A placeholder without a value stays visible, so that a test or a reader notices it. */
export function localize(text: Localized, language: Language, data: MessageData = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name];
    if (value === undefined) return whole;
    if (typeof value === 'object') return 'text' in value ? localizeMessage(value, language) : value[language];
    return typeof value === 'number' ? formatNumber(value, language) : value;
  });
}

export function localizeMessage(source: Message, language: Language): string {
  return localize(source.text, language, source.data);
}

/** `pt`, `pt-BR` and `pt_BR.UTF-8` are Brazilian Portuguese; everything else reads English. */
export function languageOf(locale: string | undefined): Language {
  return locale !== undefined && /^pt\b|^pt_/i.test(locale) ? 'pt-br' : 'en';
}

export function intlLocale(language: Language): string {
  return language === 'pt-br' ? 'pt-BR' : 'en-US';
}

/** A formatter costs far more to make than to use, and a report formats hundreds of numbers. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const id = `${language} ${key}`;
  const known = formatters.get(id);
  if (known !== undefined) return known;
  const created = new Intl.NumberFormat(intlLocale(language), options);
  formatters.set(id, created);
  return created;
}

export function formatNumber(value: number, language: Language, maximumFractionDigits = 2): string {
  return formatter(language, String(maximumFractionDigits), { maximumFractionDigits }).format(value);
}

/** `1,000–5,000`, or one number where both are the same. */
export function formatRange([low, high]: readonly [number, number], language: Language, maximumFractionDigits = 2): string {
  const text = formatNumber(low, language, maximumFractionDigits);
  const end = formatNumber(high, language, maximumFractionDigits);
  return text === end ? text : `${text}–${end}`;
}

/** Money as a reader expects it: `$61.32`, `US$ 61,32`. */
export function formatMoney(amount: number, language: Language, currency = 'USD', fractionDigits = 2): string {
  return formatter(language, `${currency} ${fractionDigits}`, {
    style: 'currency',
    currency,
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  }).format(amount);
}
