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

/** Native everywhere the core runs, and by the Encoding Standard: U+FFFD for what is no UTF-8, never a failure. */
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

export function utf8(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** In pieces: a call takes only so many arguments. */
function fromUnits(units: readonly number[]): string {
  const size = 8192;
  const parts: string[] = [];
  for (let start = 0; start < units.length; start += size) parts.push(String.fromCharCode(...units.slice(start, start + size)));
  return parts.join('');
}
