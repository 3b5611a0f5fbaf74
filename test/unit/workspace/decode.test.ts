import assert from 'node:assert/strict';
import fc from 'fast-check';
import { textOfBytes, utf8 } from '../../../src/core/workspace/decode';
import { maximumFileBytes } from '../../../src/core/workspace/reader';

function utf16Bytes(text: string, littleEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return littleEndian ? bytes : bytes.swap16();
}

describe('decoding', () => {
  it('leaves the byte order mark out, as an editor does', () => {
    assert.deepEqual(textOfBytes(Buffer.from('\ufeffação')), { ok: true, text: 'ação' });
  });

  for (const littleEndian of [true, false]) {
    it(`reads UTF-16 ${littleEndian ? 'LE' : 'BE'} by its byte order mark`, () => {
      assert.deepEqual(textOfBytes(utf16Bytes('A=ção 😀\r\n', littleEndian)), { ok: true, text: 'A=ção 😀\r\n' });
    });
  }

  it('knows binary files by a NUL byte near the start', () => {
    assert.deepEqual(textOfBytes(Buffer.from('a\0b')), { ok: false, failure: 'binary' });
    assert.equal(textOfBytes(Buffer.concat([Buffer.alloc(8 * 1024, 97), Buffer.from('\0')])).ok, true);
  });

  it('reads files up to the limit', () => {
    assert.equal(textOfBytes(Buffer.alloc(maximumFileBytes, 97)).ok, true);
    assert.deepEqual(textOfBytes(Buffer.alloc(maximumFileBytes + 1, 97)), { ok: false, failure: 'too-large' });
  });

  it('decodes any bytes as the Encoding Standard does', () => {
    const standard = new TextDecoder('utf-8', { ignoreBOM: true });
    const lead = fc.constantFrom(0x41, 0x80, 0xbf, 0xc0, 0xc2, 0xdf, 0xe0, 0xa0, 0xed, 0x9f, 0xef, 0xbb, 0xf0, 0x90, 0xf4, 0x8f, 0xf5, 0xff);
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 40 }), fc.array(lead, { maxLength: 12 }).map((bytes) => Uint8Array.from(bytes))), (bytes) => {
        assert.equal(utf8(bytes), standard.decode(bytes));
      }),
      { seed: 7, numRuns: 2_000 },
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        assert.equal(utf8(Buffer.from(text)), text);
      }),
      { seed: 7 },
    );
  });
});
