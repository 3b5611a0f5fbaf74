import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../src/core/formats/dockerfile';
import { problemPlaces, slice } from './support';

/** Text → `keyword stage arguments`. */
const readings: readonly (readonly [text: string, instructions: readonly string[]])[] = [
  ['FROM php:8.3-fpm', ['FROM 0 php:8.3-fpm']],
  ['from php:8.3 as base\nrun x\nFROM base', ['FROM 0 php:8.3 as base', 'RUN 0 x', 'FROM 1 base']],
  ['ARG A=1\nFROM a', ['ARG -1 A=1', 'FROM 0 a']],
  ['FROM --platform=linux/arm64 a', ['FROM 0 a']],
  ['ENV A=1 \\\n  # explained\n\n  B=2', ['ENV -1 A=1 B=2']],
  ['RUN a \\\r\n  && b\r\nCMD ["c", "d"]\r\n', ['RUN -1 a && b', 'CMD -1 ["c", "d"]']],
  ['# escape=`\nRUN a `\n  b', ['RUN -1 a b']],
  ['RUN <<EOF\necho hi\nEOF\nUSER www', ['RUN -1 <<EOF\necho hi\nEOF', 'USER -1 www']],
  ['ONBUILD RUN a', ['ONBUILD -1 RUN a']],
  ['\ufeffFROM a', ['FROM 0 a']],
  ['EXPOSE', ['EXPOSE -1 ']],
  ['', []],
];

const expansions: readonly (readonly [text: string, last: string])[] = [
  ['ARG V=8.3\nFROM php:${V}-fpm', 'php:8.3-fpm'],
  ['ARG V="8.3"\nFROM php:$V', 'php:8.3'],
  ['FROM php:${V:-8.4}', 'php:8.4'],
  ['FROM php:${V}', 'php:${V}'],
  ['ARG V=1\nFROM a\nENV X=$V', 'X=$V'],
  ['ARG V=1\nFROM a\nARG V\nRUN echo $V', 'echo 1'],
  ['FROM a\nENV PORT 8080\nEXPOSE $PORT', '8080'],
  ['FROM a\nENV A=1 B=$A\nRUN $B', '1'],
  ['FROM a\nENV A=1\nFROM b\nRUN $A', '$A'],
];

describe('dockerfile', () => {
  for (const [text, instructions] of readings) {
    it(`reads ${JSON.stringify(text)}`, () => {
      const parsed = parseDockerfile(text);
      assert.deepEqual(parsed.value.map((one) => `${one.keyword} ${one.stage} ${one.argumentsText}`), instructions);
      assert.deepEqual(parsed.problems, []);
    });
  }

  for (const [text, last] of expansions) {
    it(`expands ${JSON.stringify(text)}`, () => {
      assert.equal(parseDockerfile(text).value.at(-1)?.expandedText, last);
    });
  }

  it('points at instructions and arguments', () => {
    const text = '# c\r\nFROM --platform=x  php:8 AS b\r\nRUN a \\\r\n  b\r\n';
    assert.deepEqual(
      parseDockerfile(text).value.map((one) => [slice(text, one.range), slice(text, one.argumentsRange)]),
      [
        ['FROM --platform=x  php:8 AS b', 'php:8 AS b'],
        ['RUN a \\\r\n  b', 'a \\\r\n  b'],
      ],
    );
  });

  it('reports words that are no instruction', () => {
    const text = 'FROM a\nRUNN b\nRUN c';
    const parsed = parseDockerfile(text);
    assert.deepEqual(problemPlaces(text, parsed), ['RUNN']);
    assert.deepEqual(parsed.value.map(({ keyword }) => keyword), ['FROM', 'RUN']);
  });
});
