import type { ConfigNode, MapEntry, ParseProblem } from '../../formats/node';
import { message, verbatim, type Localized } from '../../l10n/localized';

/** Reads values out of a configuration and gathers what is wrong with them, at the exact place. */
export interface Reader {
  /** Known entries of a map by key; unknown keys are reported with the nearest known one. */
  entries(node: ConfigNode | undefined, keys: readonly string[]): ReadonlyMap<string, MapEntry>;
  /** Entries of a map whose keys are free. */
  freeEntries(node: ConfigNode | undefined): readonly MapEntry[];
  text(node: ConfigNode | undefined): string | null;
  /** A finite number of at least `minimum`. */
  number(node: ConfigNode | undefined, minimum?: number): number | null;
  choice<T extends string>(node: ConfigNode | undefined, choices: readonly T[]): T | null;
  /** One number, or a list of a lower and an upper one. */
  range(node: ConfigNode | undefined): readonly [number, number] | null;
  list(node: ConfigNode | undefined): readonly ConfigNode[];
  report(at: { readonly range: ParseProblem['range'] }, text: Localized, data?: Readonly<Record<string, string>>): void;
  problems(): readonly ParseProblem[];
}

export function createReader(): Reader {
  const problems: ParseProblem[] = [];
  const report: Reader['report'] = (at, text, data = {}) => {
    const values = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, verbatim(value)]));
    problems.push({ message: message(text, values), range: at.range });
  };
  const unexpected = (node: ConfigNode, expected: Localized): null => {
    problems.push({ message: message(texts.expected, { expected }), range: node.range });
    return null;
  };
  const reader: Reader = {
    entries(node, keys) {
      const found = new Map<string, MapEntry>();
      for (const entry of reader.freeEntries(node)) {
        if (keys.includes(entry.key)) found.set(entry.key, entry);
        else reportUnknown(report, entry, keys);
      }
      return found;
    },
    freeEntries(node) {
      if (node === undefined || isNull(node)) return [];
      if (node.kind === 'map') return node.entries;
      unexpected(node, kinds.map);
      return [];
    },
    text(node) {
      if (node === undefined || isNull(node)) return null;
      return node.kind === 'scalar' && typeof node.value === 'string' ? node.value : unexpected(node, kinds.text);
    },
    number(node, minimum = 0) {
      if (node === undefined || isNull(node)) return null;
      if (node.kind !== 'scalar' || typeof node.value !== 'number' || !Number.isFinite(node.value)) return unexpected(node, kinds.number);
      if (node.value >= minimum) return node.value;
      report(node, texts.tooSmall, { minimum: String(minimum) });
      return null;
    },
    choice(node, choices) {
      const text = reader.text(node);
      if (text === null || node === undefined) return null;
      const chosen = choices.find((choice) => choice === text);
      if (chosen !== undefined) return chosen;
      report(node, texts.notOneOf, { text, choices: choices.join(', ') });
      return null;
    },
    range(node) {
      if (node === undefined || isNull(node)) return null;
      if (node.kind !== 'list') {
        const single = reader.number(node);
        return single === null ? null : [single, single];
      }
      const [first, second] = node.items;
      if (node.items.length !== 2 || first === undefined || second === undefined) return unexpected(node, kinds.range);
      const low = reader.number(first);
      const high = reader.number(second);
      if (low === null || high === null) return null;
      if (low <= high) return [low, high];
      report(node, texts.reversed);
      return null;
    },
    list(node) {
      if (node === undefined || isNull(node)) return [];
      if (node.kind === 'list') return node.items;
      unexpected(node, kinds.list);
      return [];
    },
    report,
    problems: () => problems,
  };
  return reader;
}

function isNull(node: ConfigNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function reportUnknown(report: Reader['report'], entry: MapEntry, keys: readonly string[]): void {
  const near = nearest(entry.key, keys);
  const at = { range: entry.keyRange };
  if (near === null) report(at, texts.unknown, { key: entry.key, keys: keys.join(', ') });
  else report(at, texts.unknownNear, { key: entry.key, near });
}

/** The known word that differs by the fewest letters, if it is near enough to be meant. */
export function nearest(word: string, known: readonly string[]): string | null {
  let best: { readonly word: string; readonly distance: number } | null = null;
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (best === null || distance < best.distance) best = { word: candidate, distance };
  }
  return best !== null && best.distance <= Math.max(2, Math.floor(best.word.length / 3)) ? best.word : null;
}

function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      current.push(Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + same));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

const kinds = {
  map: { en: 'names with values', 'pt-br': 'nomes com valores' },
  text: { en: 'a text', 'pt-br': 'um texto' },
  number: { en: 'a number', 'pt-br': 'um número' },
  range: { en: 'a lower and an upper number, such as [25, 50]', 'pt-br': 'um número mínimo e um máximo, como [25, 50]' },
  list: { en: 'a list', 'pt-br': 'uma lista' },
} as const satisfies Record<string, Localized>;

const texts = {
  expected: { en: 'Expected {expected} here.', 'pt-br': 'Aqui se espera {expected}.' },
  tooSmall: { en: 'The number must be {minimum} or more.', 'pt-br': 'O número precisa ser {minimum} ou maior.' },
  notOneOf: { en: '“{text}” is not one of: {choices}.', 'pt-br': '“{text}” não é um destes: {choices}.' },
  reversed: { en: 'The first number must not be larger than the second.', 'pt-br': 'O primeiro número não pode ser maior que o segundo.' },
  unknown: { en: 'Unknown name “{key}”. Known here: {keys}.', 'pt-br': 'Nome desconhecido “{key}”. Aqui valem: {keys}.' },
  unknownNear: { en: 'Unknown name “{key}”. Did you mean “{near}”?', 'pt-br': 'Nome desconhecido “{key}”. Você quis dizer “{near}”?' },
} as const satisfies Record<string, Localized>;
