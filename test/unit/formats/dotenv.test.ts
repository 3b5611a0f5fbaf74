import assert from 'node:assert/strict';
import { parseDotenv } from '../../../src/core/formats/dotenv';
import { problemPlaces, slice } from './support';

/** Text → value of the last entry. What phpdotenv 5 and symfony/dotenv 7 give where both accept the line. */
const values: readonly (readonly [text: string, value: string])[] = [
  ['A=b', 'b'],
  ['A=', ''],
  ['A', '<none>'],
  ['A =b', 'b'],
  ['A = b ', 'b'],
  ['export A=b', 'b'],
  ['export\tA=b', 'b'],
  ['A=exported', 'exported'],
  ['A="b"', 'b'],
  ["A='b'", 'b'],
  ['A=""', ''],
  ['A=b # comment', 'b'],
  ['A=b\t#comment', 'b'],
  ['A=b#no comment', 'b#no comment'],
  ['A= # comment', ''],
  ['A=#comment', ''],
  ['A="b # c"', 'b # c'],
  ['A="b" # c', 'b'],
  ['A=b c', 'b c'],
  ['A="b\\nc\\t\\"d\\" \\\\ \\$E"', 'b\nc\t"d" \\ $E'],
  ["A='b\\nc'", 'b\\nc'],
  ['A=b\\nc', 'b\\nc'],
  ['A="b\nc"', 'b\nc'],
  ["A='b\nc'", 'b\nc'],
  ['A="b\r\nc"\r\nB=d', 'd'],
  ['B=1\nA=${B}', '1'],
  ['B=1\nA=x${B}y', 'x1y'],
  ['B=1\nA="${B}"', '1'],
  ["B=1\nA='${B}'", '${B}'],
  ['B=1\nA=$B', '$B'],
  ['A=${B}', '${B}'],
  ['A=${B:-c}', 'c'],
  ['B=\nA=${B:-c}', 'c'],
  ['B=\nA=${B-c}', ''],
  ['B=1\nA="\\${B}"', '${B}'],
  ['A=1\nA=2', '2'],
  ['A=mysql://u:p@h:3306/d?x=y&z=1', 'mysql://u:p@h:3306/d?x=y&z=1'],
  ['A=base64:abc==', 'base64:abc=='],
  ['A.b-C_1=x', 'x'],
  ['AÇÃO=ação', 'ação'],
  ['"A"="b"', 'b'],
  ['\ufeffA=b', 'b'],
  ['  A=b', 'b'],
  ['# A=b', '<none>'],
];

describe('dotenv', () => {
  for (const [text, value] of values) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.equal(parseDotenv(text).value.at(-1)?.value ?? '<none>', value);
    });
  }

  it('points at keys and values, without quotes, in UTF-16 offsets', () => {
    const text = '\ufeff# ção 😀\r\nexport A = "x ${B}" # c\r\nB=\'two\nlines\'\nC=  \n';
    assert.deepEqual(
      parseDotenv(text).value.map((entry) => [slice(text, entry.keyRange), slice(text, entry.valueRange), entry.quote]),
      [
        ['A', 'x ${B}', '"'],
        ['B', 'two\nlines', "'"],
        ['C', '', null],
      ],
    );
    assert.deepEqual(parseDotenv('A= b').value[0]?.valueRange, { start: 3, end: 4 });
  });

  it('lists every duplicate in order', () => {
    assert.deepEqual(parseDotenv('A=1\nB=2\nA=3').value.map((entry) => entry.value), ['1', '2', '3']);
  });

  it('goes on behind what it does not understand, and says where that is', () => {
    const text = 'no assignment\n1A=b\n=c\nA="b" c\nexport A\nC=c';
    const parsed = parseDotenv(text);
    assert.deepEqual(problemPlaces(text, parsed), ['no assignment', '1A', '=c', 'c']);
    assert.deepEqual(parsed.value.map(({ key }) => key), ['A', 'C']);
  });

  it('takes an unclosed quote for its line only', () => {
    const text = 'A="open\nB=b';
    const parsed = parseDotenv(text);
    assert.deepEqual(parsed.value.map(({ key, value }) => [key, value]), [['A', 'open'], ['B', 'b']]);
    assert.deepEqual(problemPlaces(text, parsed), ['"open']);
  });

  it('leaves a value as written that would grow without end', () => {
    const lines = Array.from({ length: 40 }, (_, index) => `V${index + 1}=\${V${index}}\${V${index}}`);
    const parsed = parseDotenv(['V0=ab', ...lines].join('\n'));
    assert.ok(parsed.value.every(({ value }) => value.length <= 65_536));
    assert.ok(parsed.problems.length > 0);
  });
});
