import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { markers as jvmMarkers } from '../../../src/core/detectors/jvm/markers';
import { codeMarkers as nodeMarkers } from '../../../src/core/detectors/node/markers';
import { requirementOf } from '../../../src/core/detectors/patternWords';
import { webMarkers } from '../../../src/core/detectors/python-web/markers';
import { pythonMarkers } from '../../../src/core/detectors/python/markers';
import { rubyMarkers } from '../../../src/core/detectors/ruby/markers';
import { rustMarkers } from '../../../src/core/detectors/rust/markers';
import { WordIndex } from '../../../src/core/detectors/wordIndex';

describe('telling words of a pattern', () => {
  const cases: readonly (readonly [RegExp, readonly string[] | null])[] = [
    [/\bFastMail\s*\(/, ['fastmail']],
    [/\bnew\s+(?:Worker|Queue)\(/, ['worker', 'queue']],
    [/\bpsycopg2?\.connect\b/, ['psycopg2', 'psycopg']],
    [/\bMailjet2?\(/, ['mailjet2', 'mailjet']],
    [/@(?:Cron|Interval)\(/, ['cron', 'interval']],
    [/\bAsync(?:Json)?Consumer\b/, ['asyncjsonconsumer', 'asyncconsumer']],
    [/\brequest\.files\b|\bFileStorage\b/, ['request', 'filestorage']],
    [/\bclass \w+\((?:\w+\.)*RedisCache\)/, ['rediscache']],
    [/\b(?:AWS\.)?SESClient\(/, ['sesclient']],
    [/['"]bull['"]/i, ['bull']],
    [/^[ \t]*storage\s*:fog\b/m, ['storage']],
    [/(?<=\bfn )load_session\s*\(/, ['load_session']],
    [/\bTransport\.RMQ(?!\w)/, ['transport']],
    // What may be longer in the text is no word of its own.
    [/FileHandler\(/, ['FileHandler']],
    [/\w*FileHandler\(/, ['FileHandler']],
    [/[sS]chedulerMade\w/, ['schedulerMade', 'SchedulerMade']],
    [/\bwebsocket(?:_route)?\w*/, ['websocket_route', 'websocket']],
    [/\x41bcdef\(/, ['bcdef']],
    [/\bfoo|ab/, null],
    [/\b\w+\(/, null],
    [/FileHandler\(/i, null],
    [/(?:word)?\(/, null],
    [/(['"])\1x/, null],
    [/\b(?:a{3,5}bc)\b/, null],
  ];
  for (const [pattern, words] of cases) {
    it(`finds those of ${String(pattern)}`, () => assert.deepEqual(words === null ? words : [...words].sort(), words === null ? requirementOf(pattern) : [...(requirementOf(pattern)?.texts ?? [])].sort()));
  }
});

describe('word index', () => {
  const lists: Readonly<Record<string, readonly { readonly match: RegExp; readonly example?: string }[]>> = { jvmMarkers, nodeMarkers, pythonMarkers, rubyMarkers, rustMarkers, webMarkers };
  for (const [name, markers] of Object.entries(lists)) {
    const index = new WordIndex(markers.map(({ match }) => ({ pattern: match, value: match })));
    const missed = (text: string): readonly string[] => {
      const candidates = new Set(index.candidates(text));
      return markers.filter(({ match }) => match.test(text) && !candidates.has(match)).map(({ match }) => match.source);
    };

    it(`leaves out none of ${name} that matches its example`, () => {
      for (const { example = '' } of markers) assert.deepEqual(missed(example), [], example);
    });

    it(`leaves out none of ${name} that matches a text made of their parts`, () => {
      const parts = [...new Set(markers.flatMap(({ match }) => match.source.match(/\w{2,}/g) ?? []))];
      const part = fc.constantFrom(...parts, ...parts.map((word) => word.toUpperCase()));
      const between = fc.constantFrom(' ', '(', '.', '::', '"', "'", '\n', ' = ', ': ', '', '_', 'x', '@', '<', '/', '({', '[]', 'é');
      fc.assert(
        fc.property(fc.array(fc.tuple(part, between), { maxLength: 40 }), (pieces) => assert.deepEqual(missed(pieces.flat().join('')), [])),
        { numRuns: 300 },
      );
    });

    it(`spares most of ${name} for an ordinary text`, () => {
      const text = 'const total = items.filter((item) => item.price > 0).reduce((sum, item) => sum + item.price * item.quantity, 0);\nreturn format(total);\n';
      assert.ok(index.candidates(text).length < markers.length / 5, `${index.candidates(text).length} of ${markers.length}`);
    });
  }
});
