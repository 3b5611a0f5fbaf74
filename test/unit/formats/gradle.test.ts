import assert from 'node:assert/strict';
import { parseGradle } from '../../../src/core/formats/gradle/parse';
import { blocks, env, plain, projection } from './support';

/** A line of a script and the one call or assignment that it is. */
const lines: readonly (readonly [line: string, value: unknown])[] = [
  ["implementation 'a:b:1'", ['a:b:1']],
  ['implementation("a:b:1")', ['a:b:1']],
  ['implementation "a:b:$v"', [{ unknown: '"a:b:$v"' }]],
  ["implementation group: 'a', name: 'b', version: '1'", [{ group: 'a', name: 'b', version: '1' }]],
  ['implementation(group = "a", name = "b")', [{ group: 'a', name: 'b' }]],
  ["implementation 'a:b:1', 'c:d:2'", ['a:b:1', 'c:d:2']],
  ["implementation 'a:b:1',\n    'c:d:2'\nother 'x'", ['a:b:1', 'c:d:2']],
  ['implementation libs.spring.boot', [{ unknown: 'libs.spring.boot' }]],
  ['implementation(libs.spring.boot)', [{ unknown: 'libs.spring.boot' }]],
  ["implementation project(':a')", [{ unknown: 'project()' }]],
  ["id 'a' version '1' apply false", ['a', { version: '1', apply: false }]],
  ['id("a") version "1"', ['a', { version: '1' }]],
  ['kotlin("jvm").version("1")', []],
  ["apply plugin: 'java'", [{ plugin: 'java' }]],
  ['exclude(mapOf("a" to "b"))', [{ unknown: 'mapOf()' }]],
];

const values: readonly (readonly [expression: string, value: unknown])[] = [
  ["'it\\'s'", "it's"],
  ['"""a\nb"""', 'a\nb'],
  ['-1', -1],
  ['60 * 60', 3600],
  ['"a" + "b"', 'ab'],
  ['true', true],
  ['null', null],
  ["['a', [1]]", ['a', [1]]],
  ["[a: 1, 'b': [c: true]]", { a: 1, b: { c: true } }],
  ['System.getenv("A")', env('A')],
  ['System.getenv("A") ?: "b"', env('A', 'b')],
  ['providers.environmentVariable("A").orElse("b")', env('A', 'b')],
  ['{ it }', { unknown: 'function' }],
  ['JavaVersion.VERSION_17', { unknown: 'JavaVersion.VERSION_17' }],
];

describe('gradle', () => {
  for (const [line, value] of lines) {
    it(`reads ${line}`, () => {
      const { value: file } = parseGradle(`${line}\n`);
      const name = /^\w+/.exec(line)?.[0];
      const call = file.calls.find((one) => one.name === name);
      assert.deepEqual(call?.arguments.map(plain), line.startsWith('kotlin') ? ['jvm'] : value);
    });
  }

  for (const [expression, value] of values) {
    it(`reads ${JSON.stringify(expression)}`, () => {
      assert.deepEqual(plain(parseGradle(`val x: Any = ${expression}\n`).value.assignments[0]?.value), value);
      assert.deepEqual(plain(parseGradle(`def x = ${expression}`).value.assignments[0]?.value), value);
    });
  }

  it('keeps the text of a string with variables', () => {
    const text = 'implementation("a:b:$v")';
    const value = parseGradle(text).value.calls[0]?.arguments[0];
    assert.deepEqual(value?.kind === 'unknown' ? value.call : null, { name: 'template', arguments: [{ kind: 'scalar', value: 'a:b:$v', range: { start: 16, end: 22 } }] });
  });

  it('points at names', () => {
    const text = `import a.b.*
ext.version = '1' // x = 2
tasks.named<Jar>("bootJar") { enabled = false }
String url = "u"
springBoot
  .main("a")
`;
    assert.deepEqual(projection(text, parseGradle(text).value), {
      assignments: ["ext.version @ext.version \"1\"", 'enabled @enabled false', 'url @url "u"'],
      calls: ['tasks.named @tasks.named ["bootJar"]', 'springBoot.main @springBoot\n  .main ["a"]'],
      decorators: [],
      imports: ['a.b *'],
      classes: [],
    });
  });

  it('tells the blocks around a statement', () => {
    const text = `dependencies {
  implementation("a") { exclude group: 'b' }
  if (project.hasProperty("c")) { runtimeOnly 'd' } else { compileOnly 'e' }
}
configurations.all { strategy = 1 }
`;
    const test = '{"unknown":"project.hasProperty()"}';
    assert.deepEqual(blocks(parseGradle(text).value), {
      implementation: ['dependencies []'],
      exclude: ['dependencies []', 'implementation ["a"]'],
      'project.hasProperty': ['dependencies []'],
      runtimeOnly: ['dependencies []', `if [${test}]`],
      compileOnly: ['dependencies []', `else [${test}]`],
      strategy: ['configurations.all []'],
    });
  });
});
