import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { loadAllDetectors } from '../../../src/core/detectors';
import { endingsOf, PatternIndex } from '../../../src/core/detectors/patternIndex';

const detectors = await loadAllDetectors();

describe('pattern index', () => {
  const cases: readonly (readonly [RegExp, readonly string[] | null])[] = [
    [/(^|\/)pom\.xml$/, ['ml']],
    [/\.ya?ml$/, ['ml']],
    [/(^|\/)app\.(js|jsonc?|vue)$/, ['js', 'json', 'jsonc', 'vue']],
    [/(^|\/)app\.(js|vue)$/, ['js', 'vue']],
    [/\.(?:[cm]?ts|js)$/, ['ts', 'cts', 'mts', 'js']],
    [/a\.php$|b\.rb$/, ['hp', 'rb']],
    [/a\.php$|b/, null],
    [/Dockerfile(\.\w+)?$/, null],
    [/price\$$/, ['e$']],
    [/x+$/, null],
    [/(?<!\.d)\.ts$/, ['ts']],
    [/[.]ts$/, ['ts']],
    [/\.[jt]s$/, ['js', 'ts']],
    [/\.[a-z]s$/, null],
    [/a{2,3}bc$/, ['bc']],
    [/(?=x)$/, null],
  ];
  for (const [pattern, endings] of cases) {
    it(`tells how ${String(pattern)} ends`, () => assert.deepEqual(endingsOf(pattern), endings));
  }

  it('leaves out no pattern that matches', () => {
    const all = detectors.flatMap((detector) => [...detector.files, ...(detector.sources ?? [])]);
    const index = new PatternIndex(all.map(({ match }) => ({ patterns: [match], value: match })));
    for (const { match, example } of all) assert.ok(index.candidates(example).includes(match), example);
    const folder = fc.constantFrom('', 'config/', 'src/main/resources/', 'k8s/', 'app/', 'infra/lib/');
    const name = fc.constantFrom('settings', 'application', 'main', 'Dockerfile', 'values', 'config', 'app', 'compose', 'appsettings', 'database', 'stack');
    const ending = fc.constantFrom('', '.yml', '.YAML', '.json', '.toml', '.php', '.py', '.rb', '.ts', '.mjs', '.properties', '.prod', '.example', '.kts', '.tf', '.cs', '.go', '.exs', '.xml', '.lock', '.csproj');
    fc.assert(
      fc.property(folder, name, ending, (...parts) => {
        const path = parts.join('');
        const candidates = new Set(index.candidates(path));
        assert.deepEqual(all.filter(({ match }) => match.test(path) && !candidates.has(match)).map(({ match }) => match.source), []);
      }),
      { numRuns: 2000 },
    );
  });

  it('spares most patterns for an ordinary file', () => {
    const entries = detectors.map((detector) => ({ patterns: detector.files.map(({ match }) => match), value: detector.id }));
    const index = new PatternIndex(entries.flatMap(({ patterns, value }) => patterns.map((pattern) => ({ patterns: [pattern], value }))));
    const total = entries.flatMap(({ patterns }) => patterns).length;
    assert.ok(index.candidates('resources/js/Pages/Home.vue').length < total / 3, `${index.candidates('a.vue').length} of ${total}`);
  });
});
