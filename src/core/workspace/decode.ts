import type { ReadResult } from './reader';
import { maximumFileBytes } from './reader';

/** A NUL byte this near to the start makes a file binary. */
const binaryProbeBytes = 8 * 1024;

/**
 * The text of a file's bytes, as an editor shows it: UTF-8, or UTF-16 where a byte order mark says so. The mark itself
 * is no part of the text, so that offsets and columns are the editor's. Bytes that are no UTF-8 become U+FFFD.
 */
export function textOfBytes(bytes: Uint8Array): ReadResult {
  if (bytes.byteLength > maximumFileBytes) return { ok: false, failure: 'too-large' };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { ok: true, text: utf16(bytes, 1) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { ok: true, text: utf16(bytes, 0) };
  if (bytes.subarray(0, binaryProbeBytes).includes(0)) return { ok: false, failure: 'binary' };
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return { ok: true, text: utf8(hasMark ? bytes.subarray(3) : bytes) };
}

/** `high` is the index of the high byte in each pair. An odd byte at the end is replaced. */
function utf16(bytes: Uint8Array, high: 0 | 1): string {
  const units: number[] = [];
  for (let index = 2; index + 1 < bytes.length; index += 2) {
    units.push(((bytes[index + high] ?? 0) << 8) | (bytes[index + 1 - high] ?? 0));
  }
  return fromUnits(units) + (bytes.length % 2 === 1 ? '\ufffd' : '');
}

/** Decodes by the Encoding Standard: one U+FFFD for each maximal part of a sequence that is broken. */
export function utf8(bytes: Uint8Array): string {
  const units: number[] = [];
  let index = 0;
  while (index < bytes.length) {
    const lead = bytes[index] ?? 0;
    index += 1;
    if (lead < 0x80) {
      units.push(lead);
      continue;
    }
    const sequence = sequenceOf(lead);
    if (sequence === null) {
      units.push(0xfffd);
      continue;
    }
    let { point } = sequence;
    let lower = sequence.lower;
    let upper = sequence.upper;
    let missing = sequence.length;
    while (missing > 0) {
      const next = bytes[index];
      if (next === undefined || next < lower || next > upper) break;
      point = (point << 6) | (next & 0x3f);
      lower = 0x80;
      upper = 0xbf;
      index += 1;
      missing -= 1;
    }
    if (missing > 0) units.push(0xfffd);
    else if (point < 0x10000) units.push(point);
    else units.push(0xd800 + ((point - 0x10000) >> 10), 0xdc00 + ((point - 0x10000) & 0x3ff));
  }
  return fromUnits(units);
}

/** How many bytes follow a lead byte, and which are allowed next (no overlong forms, no surrogates). */
function sequenceOf(lead: number): { readonly length: number; readonly point: number; readonly lower: number; readonly upper: number } | null {
  if (lead >= 0xc2 && lead <= 0xdf) return { length: 1, point: lead & 0x1f, lower: 0x80, upper: 0xbf };
  if (lead >= 0xe0 && lead <= 0xef) {
    return { length: 2, point: lead & 0x0f, lower: lead === 0xe0 ? 0xa0 : 0x80, upper: lead === 0xed ? 0x9f : 0xbf };
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    return { length: 3, point: lead & 0x07, lower: lead === 0xf0 ? 0x90 : 0x80, upper: lead === 0xf4 ? 0x8f : 0xbf };
  }
  return null;
}

/** In pieces: a call takes only so many arguments. */
function fromUnits(units: readonly number[]): string {
  const size = 8192;
  const parts: string[] = [];
  for (let start = 0; start < units.length; start += size) parts.push(String.fromCharCode(...units.slice(start, start + size)));
  return parts.join('');
}
