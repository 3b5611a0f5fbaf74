import assert from 'node:assert/strict';
import type { Formats } from '../../../src/core/formats';
import { loadFormats } from '../../../src/core/formats';
import { blocks, env, plain, projection } from './support';

const values: readonly (readonly [expression: string, value: unknown])[] = [
  ['"a\\"b"', 'a"b'],
  ['@"c:\\d ""e"""', 'c:\\d "e"'],
  ['"""\n  a "b"\n  """', 'a "b"'],
  ['$"a{b}"', { unknown: '$"a{b}"' }],
  ['"a" + "b"', 'ab'],
  ["'c'", 'c'],
  ['1_000', 1000],
  ['0x1F', 31],
  ['-1.5m', -1.5],
  ['60 * 60', 3600],
  ['true', true],
  ['null', null],
  ['(int)2', 2],
  ['new[] { "a", b }', ['a', { unknown: 'b' }]],
  ['new string[] { "a" }', ['a']],
  ['["a", "b"]', ['a', 'b']],
  ['Environment.GetEnvironmentVariable("A")', env('A')],
  ['Environment.GetEnvironmentVariable("A") ?? "b"', env('A', 'b')],
  ['int.Parse(Environment.GetEnvironmentVariable("A")!)', env('A')],
  ['Configuration["A:B"]', { unknown: 'Configuration["A:B"]' }],
  ['x => x.Y()', { unknown: 'function' }],
  ['new Redis(1) { Host = "a" }', { unknown: 'new Redis()' }],
  ['await Get()', { unknown: 'Get()' }],
];

describe('csharp', () => {
  let parse: Formats['csharp'];
  before(async function () {
    this.timeout(60_000);
    ({ csharp: parse } = await loadFormats(['csharp']));
  });

  for (const [expression, value] of values) {
    it(`reads ${JSON.stringify(expression)}`, () => {
      const parsed = parse(`var x = ${expression};\n`);
      assert.deepEqual(plain(parsed.value.assignments[0]?.value), value);
      assert.deepEqual(parsed.problems, []);
    });
  }

  it('keeps what an indexer and braces behind new say', () => {
    const [index, created] = parse('var x = configuration["A:B"]; var y = new Redis(1) { Host = "a", ["b"] = 2 };\n').value.assignments.map(({ value }) =>
      value.kind === 'unknown' ? [value.call?.name, value.call?.arguments.map(plain)] : [],
    );
    assert.deepEqual(index, ['configuration[]', ['A:B']]);
    assert.deepEqual(created, ['new Redis', [1, { Host: 'a', b: 2 }]]);
  });

  it('finds assignments, calls, attributes, imports and classes', () => {
    const text = `using System; using static A.B; using X = Y.Z;
namespace App;
[ApiController, Route("api", Name = "x")]
public class Startup : Base<int>, IThing {
    private readonly string conn = "c";
    public int Port { get; set; } = 5;
    void Configure() {
        app.UseRouting()?.MapHub<Chat>("/chat", named: true);
        options.Redis.Configuration = "localhost";
        (a).B();
    }
}
record Point(int X) : Shape; interface I : J {}
`;
    const parsed = parse(text);
    assert.deepEqual(projection(text, parsed.value), {
      assignments: ['conn @conn "c"', 'Port @Port 5', 'options.Redis.Configuration @options.Redis.Configuration "localhost"'],
      calls: ['app.UseRouting @app.UseRouting []', 'app.UseRouting().MapHub @app.UseRouting()?.MapHub ["/chat",{"named":true}]', 'a.B @(a).B []'],
      decorators: ['ApiController @ApiController []', 'Route @Route ["api",{"Name":"x"}]'],
      imports: ['System', 'A.B', 'Y.Z'],
      classes: ['Startup Base IThing', 'Point Shape', 'I J'],
    });
    assert.deepEqual(parsed.problems, []);
  });

  it('tells the calls with lambdas and the conditions around a statement', () => {
    const text = `services.AddDbContext<Db>(o => o.UseNpgsql(x));
if (env.IsDevelopment()) { A(); } else if (b) C(); else { D(); }
switch (provider) { case "pg": case "psql": E(); break; default: F(); break; }
`;
    assert.deepEqual(blocks(parse(text).value), {
      'o.UseNpgsql': ['services.AddDbContext [{"unknown":"function"}]'],
      A: ['if [{"unknown":"env.IsDevelopment()"}]'],
      C: ['else [{"unknown":"env.IsDevelopment()"}]', 'if [{"unknown":"b"}]'],
      D: ['else [{"unknown":"env.IsDevelopment()"}]', 'else [{"unknown":"b"}]'],
      E: ['if [{"unknown":"\\"psql\\""}]'],
    });
  });
});
