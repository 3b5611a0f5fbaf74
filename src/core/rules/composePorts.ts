import type { Fact, TextRange } from '../model';
import { lineAt } from './lines';

export interface PublishedPort {
  /** Host side, as the compose file resolves it: a number or a range. */
  readonly published: string;
  /** Whether it is bound to every interface. */
  readonly everywhere: boolean;
  /** The entry in its short form (`"5432:5432"`, without quotes), or null where it is written otherwise. */
  readonly range: TextRange | null;
  /** The address in that entry, where there is one. */
  readonly addressRange: TextRange | null;
}

const everyInterface = ['0.0.0.0', '[::]', '::'];

/** Ports that a container publishes (`detail.ports`: `address:published>target`), with the place of each in the text. */
export function publishedPortsOf(container: Fact, text: string | undefined): readonly PublishedPort[] {
  const listed = container.detail?.ports?.split(' ') ?? [];
  const written = text === undefined ? [] : portEntries(text, container);
  return listed.flatMap((entry) => {
    const match = /^(.*):([^:>]+)>(.+)$/.exec(entry);
    if (match === null) return [];
    const [, address = '', published = '', target = ''] = match;
    // What only a variable knows may bring an address of its own.
    if (published.includes('$')) return [];
    const place = written.find((candidate) => candidate.published === published && candidate.target === target && (candidate.address ?? '0.0.0.0') === address);
    return [{ published, everywhere: everyInterface.includes(address), range: place?.range ?? null, addressRange: place?.addressRange ?? null }];
  });
}

interface WrittenPort {
  readonly address: string | null;
  readonly published: string;
  readonly target: string;
  readonly range: TextRange;
  readonly addressRange: TextRange | null;
}

/** `5432:5432`, `127.0.0.1:5432:5432/tcp`, `${DB_PORT:-5432}:5432` inside the block of one service. */
const shortForm = /(?<=["'\s[,-])(?:(\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]*\]):)?((?:\$\{[^}\s]*\}|\d)[\d-]*):(\d[\d-]*)(?:\/(?:tcp|udp))?(?=["'\s\],#]|$)/gi;

function portEntries(text: string, container: Fact): readonly WrittenPort[] {
  if (container.keyRange === undefined) return [];
  const block = blockOf(text, container.keyRange.start);
  return [...text.slice(block.start, block.end).matchAll(shortForm)].map((match) => {
    const start = block.start + match.index;
    const address = match[1] ?? null;
    return {
      address,
      published: (match[2] ?? '').replace(/\$\{[^}:-]*:?-([^}]*)\}/g, '$1'),
      target: match[3] ?? '',
      range: { start, end: start + match[0].length },
      addressRange: address === null ? null : { start, end: start + address.length },
    };
  });
}

/** From a key to the next line that is indented no deeper. */
function blockOf(text: string, keyStart: number): TextRange {
  const first = lineAt(text, keyStart);
  const indent = keyStart - first.start;
  let end = first.end;
  for (;;) {
    const next = text.indexOf('\n', end) + 1;
    if (next === 0 || next >= text.length) return { start: keyStart, end: text.length };
    const line = lineAt(text, next);
    const content = text.slice(line.start, line.end);
    if (content.trim() !== '' && content.search(/\S/) <= indent) return { start: keyStart, end: next };
    end = line.end;
  }
}
