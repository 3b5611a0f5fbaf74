import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { closing, maskSource } from '../../../src/core/detectors/maskedSource';
import { machineFactor, processorMilliseconds } from '../support/machine';

describe('Masked source', () => {
  const cases: readonly (readonly [string, 'go' | 'csharp', string, string])[] = [
    ['comments of Go', 'go', 'a() // b()\n/* c()\n*/ d()', 'a()       \n      \n   d()'],
    ['strings of Go keep their quotes', 'go', 'f("x y", `a\nb`)', 'f("   ", ` \n `)'],
    ['an escaped quote', 'go', 'f("a\\"b()")', 'f("      ")'],
    ['verbatim strings of C#', 'csharp', 'f(@"C:\\", g())', 'f(@    ", g())'],
    ['raw strings of C#', 'csharp', 'f("""a "b" c""", g())', 'f("           ", g())'],
    ['a branch that nothing defines', 'csharp', '#if UsePostgres\na();\n#else\nb();\n#endif\nc();', '               \n    \n     \nb();\n      \nc();'],
    ['a branch of the target framework', 'csharp', '#if NET8_0_OR_GREATER\na();\n#else\nb();\n#endif', '                     \na();\n     \n    \n      '],
    ['a negated symbol', 'csharp', '#if !DEBUG\na();\n#endif', '          \na();\n      '],
  ];
  for (const [name, language, text, expected] of cases) {
    it(`blanks ${name}`, () => {
      assert.equal(maskSource(text, language), expected);
    });
  }

  it('keeps length and line breaks of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', "'", '`', '/', '*', '\\', '\n', '@', '$', '#if A', '#else', '#endif', 'a', '{', ' ') }), fc.constantFrom('go' as const, 'csharp' as const), (text, language) => {
        const masked = maskSource(text, language);
        assert.equal(masked.length, text.length);
        assert.deepEqual([...masked.matchAll(/\n/g)].map(({ index }) => index), [...text.matchAll(/\n/g)].map(({ index }) => index));
      }),
    );
  });

  it('reads hostile text in linear time', () => {
    for (const piece of ['/*', '"', '`', '"""', '@"', "'\\", '#if A\n', '"\\', '{(']) {
      for (const language of ['go', 'csharp'] as const) {
        const milliseconds = processorMilliseconds(() => maskSource(piece.repeat(100_000), language));
        assert.ok(milliseconds < 2_000 * machineFactor(), `${piece} in ${language}`);
      }
    }
  });

  it('finds the end of a bracket', () => {
    const text = 'f(a, "b)c", (d))';
    const code = maskSource(text, 'go');
    assert.equal(closing(code, 1), text.length - 1);
    assert.equal(closing('((', 0), null);
  });
});
