import { utf8 } from './decode';

const signature = 0x44495243; // `DIRC`
/** Stat data (40 bytes), object id (20), flags (2): the fixed part of an entry in a SHA-1 repository. */
const statBytes = 40;
const extendedFlag = 0x4000;
const nameMask = 0x0fff;
const folderMode = 0x4;
/** Names of version 4 build on each other: a small hostile file could ask for gigabytes. */
const maximumNameBytes = 64 * 1024 * 1024;

/**
 * Paths that git tracks, from the bytes of `.git/index` (versions 2, 3 and 4; SHA-1 and SHA-256 repositories).
 * Null when the bytes are no index, or stop in the middle.
 */
export function trackedPaths(bytes: Uint8Array): ReadonlySet<string> | null {
  if (bytes.byteLength < 12 || uint32(bytes, 0) !== signature) return null;
  const version = uint32(bytes, 4);
  const count = uint32(bytes, 8);
  if (version < 2 || version > 4) return null;
  // Nothing in the header tells the kind of object id: the entries fit only one of them.
  return entries(bytes, version, count, 20) ?? entries(bytes, version, count, 32);
}

function entries(bytes: Uint8Array, version: number, count: number, idBytes: number): ReadonlySet<string> | null {
  const end = bytes.byteLength - idBytes;
  const paths = new Set<string>();
  let previous: Uint8Array = new Uint8Array(0);
  let offset = 12;
  let nameBytes = 0;
  for (let index = 0; index < count; index += 1) {
    const flagsAt = offset + statBytes + idBytes;
    if (flagsAt + 2 > end || !isModeOfEntry(uint32(bytes, offset + 24))) return null;
    const flags = uint16(bytes, flagsAt);
    const isExtended = (flags & extendedFlag) !== 0;
    if (isExtended && version < 3) return null;
    const nameAt = flagsAt + (isExtended ? 4 : 2);
    const entry = version === 4 ? compressedName(bytes, nameAt, end, previous) : plainName(bytes, nameAt, end, offset);
    if (entry === null || !isPath(entry.name, flags & nameMask)) return null;
    previous = entry.name;
    nameBytes += entry.name.length;
    if (nameBytes > maximumNameBytes) return null;
    // A sparse index names a folder outside the cone instead of its files.
    if (uint32(bytes, offset + 24) >>> 12 !== folderMode) paths.add(utf8(entry.name));
    offset = entry.next;
  }
  return isSplit(bytes, offset, end) ? null : paths;
}

/** A split index keeps most entries in another file. */
function isSplit(bytes: Uint8Array, from: number, end: number): boolean {
  let offset = from;
  while (offset + 8 <= end) {
    if (uint32(bytes, offset) === 0x6c696e6b) return true; // `link`
    offset += 8 + uint32(bytes, offset + 4);
  }
  return false;
}

interface EntryName {
  readonly name: Uint8Array;
  /** Offset of the next entry. */
  readonly next: number;
}

/** A name that ends with NUL, padded so that entries are multiples of eight bytes. */
function plainName(bytes: Uint8Array, nameAt: number, end: number, entryAt: number): EntryName | null {
  const terminator = bytes.indexOf(0, nameAt);
  if (terminator === -1 || terminator >= end) return null;
  const length = terminator - entryAt;
  return { name: bytes.subarray(nameAt, terminator), next: entryAt + length + 8 - (length % 8) };
}

/** Version 4: how many bytes to drop from the name before, then what follows them. */
function compressedName(bytes: Uint8Array, nameAt: number, end: number, previous: Uint8Array): EntryName | null {
  let offset = nameAt;
  let byte = bytes[offset];
  if (byte === undefined) return null;
  let dropped = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    offset += 1;
    byte = bytes[offset];
    if (byte === undefined || offset - nameAt > 4) return null;
    dropped = (dropped + 1) * 128 + (byte & 0x7f);
  }
  const suffixAt = offset + 1;
  const terminator = bytes.indexOf(0, suffixAt);
  if (dropped > previous.length || terminator === -1 || terminator >= end) return null;
  const kept = previous.length - dropped;
  const name = new Uint8Array(kept + terminator - suffixAt);
  name.set(previous.subarray(0, kept));
  name.set(bytes.subarray(suffixAt, terminator), kept);
  return { name, next: terminator + 1 };
}

/** Files, links, submodules and (in a sparse index) folders. */
function isModeOfEntry(mode: number): boolean {
  const kind = mode >>> 12;
  return kind === 0x8 || kind === 0xa || kind === 0xe || kind === folderMode;
}

/** The flags repeat the length of a name, as far as twelve bits hold it. */
function isPath(name: Uint8Array, declared: number): boolean {
  return name.length > 0 && name[0] !== 0x2f && (declared === nameMask ? name.length >= nameMask : name.length === declared);
}

function uint32(bytes: Uint8Array, offset: number): number {
  return uint16(bytes, offset) * 0x10000 + uint16(bytes, offset + 2);
}

function uint16(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] ?? 0) << 8) | (bytes[offset + 1] ?? 0);
}
