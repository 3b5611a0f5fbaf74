/**
 * Guards for what crosses `postMessage`. Either side may be of another version than its partner (a panel that VS Code
 * restored, a stale window), so neither trusts the shape of what arrives.
 */
export type Guard<T> = (value: unknown) => value is T;

export function isString(value: unknown): value is string {
  return typeof value === 'string';
}

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

/** A count or an index: what can be used as a subscript. */
export function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function nullable<T>(guard: Guard<T>): Guard<T | null> {
  return (value): value is T | null => value === null || guard(value);
}

export function oneOf<const T extends string>(values: readonly T[]): Guard<T> {
  const known = new Set<unknown>(values);
  return (value): value is T => known.has(value);
}

export function arrayOf<T>(guard: Guard<T>): Guard<readonly T[]> {
  return (value): value is readonly T[] => Array.isArray(value) && value.every((item) => guard(item));
}

/** The compiler demands one guard for each key of `T`. Keys that `T` does not name are let through. */
export function shape<T extends object>(guards: { readonly [K in keyof T]-?: Guard<T[K]> }): Guard<T> {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(guards);
  return (value): value is T =>
    isRecord(value) && entries.every(([key, guard]) => typeof guard === 'function' && Object.hasOwn(value, key) && guard(value[key]) === true);
}
