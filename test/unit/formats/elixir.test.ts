import assert from 'node:assert/strict';
import { loadFormats, type Formats } from '../../../src/core/formats';
import { blocks, env, plain, projection } from './support';

const values: readonly (readonly [expression: string, value: unknown])[] = [
  ['"a\\"b"', 'a"b'],
  ['""', ''],
  ['"a#{b}"', { unknown: '"a#{b}"' }],
  ['"a" <> "b"', 'ab'],
  [':prod', 'prod'],
  ['1_000', 1000],
  ['-1.5', -1.5],
  ['true', true],
  ['nil', null],
  ['[:a, {"b", 1}]', ['a', ['b', 1]]],
  ['[a: 1, b: [c: 2]]', { a: 1, b: { c: 2 } }],
  ['[:a, b: 1]', ['a', { b: 1 }]],
  ['%{"b" => nil, a: 1}', { b: null, a: 1 }],
  ['%Foo{a: 1}', { a: 1 }],
  ['~w(a b)', ['a', 'b']],
  ['~s(a b)', 'a b'],
  ['Swoosh.Adapters.SES', { unknown: 'Swoosh.Adapters.SES' }],
  ['System.get_env("URL")', env('URL')],
  ['System.get_env("URL", "b")', env('URL', 'b')],
  ['System.fetch_env!("URL")', env('URL')],
  ['System.get_env("URL") || "b"', env('URL', 'b')],
  ['String.to_integer(System.get_env("URL") || "1")', env('URL', '1')],
  ['System.get_env("URL") |> String.to_integer()', env('URL')],
  ['get_var_from_path_or_env(dir, "URL", 2)', env('URL', 2)],
  ['env!("URL", :string, "b")', env('URL', 'b')],
  ['System.get_env("URL") == "b"', { unknown: 'System.get_env("URL") == "b"' }],
  ['fn x -> x end', { unknown: 'function' }],
  ['Redix.start(1)', { unknown: 'Redix.start()' }],
];

describe('elixir', () => {
  let parse: Formats['elixir'];
  before(async () => {
    ({ elixir: parse } = await loadFormats(['elixir']));
  });

  for (const [expression, value] of values) {
    it(`reads ${JSON.stringify(expression)}`, () => {
      const parsed = parse(`x = ${expression}\n`);
      assert.deepEqual(plain(parsed.value.assignments[0]?.value), value);
      assert.deepEqual(parsed.problems, []);
    });
  }

  it('reads operators that are words between their operands', () => {
    for (const operator of ['in', 'not in', 'and']) {
      const [condition] = parse(`if config_env() ${operator} [:prod, :dev] do\n  config :a, b: 1\nend\n`).value.calls.find(({ name }) => name === 'config')?.within?.[0]?.arguments ?? [];
      assert.deepEqual(condition?.kind === 'unknown' ? [condition.call?.name, condition.call?.arguments.map(plain)] : null, [operator, [{ unknown: 'config_env()' }, ['prod', 'dev']]]);
    }
  });

  it('finds assignments, calls, imports and modules', () => {
    const text = `import Config
config :shop, Shop.Repo, url: "x", pool: 1
defmodule Shop.MixProject do
  use Mix.Project
  alias A.{B, C}
  @attr "v"
  def project, do: [app: :shop]
  defp deps(), do: [{:oban, "~> 2.0", only: :test}]
  def application do
    env = all()
    [mod: {Shop.Application, []}]
  end
  def run(x) do
    "a" |> inner(1) |> Bar.baz()
  end
end
`;
    assert.deepEqual(projection(text, parse(text).value), {
      assignments: ['@attr @@attr "v"', 'project @project {"app":"shop"}', 'deps @deps [["oban","~> 2.0",{"only":"test"}]]', 'application @application {"mod":[{"unknown":"Shop.Application"},[]]}', 'env @env {"unknown":"all()"}', 'run @run {"unknown":"Bar.baz()"}'],
      calls: [
        'import @import [{"unknown":"Config"}]',
        'config @config ["shop",{"unknown":"Shop.Repo"},{"url":"x","pool":1}]',
        'defmodule @defmodule [{"unknown":"Shop.MixProject"}]',
        'use @use [{"unknown":"Mix.Project"}]',
        'alias @alias [{"unknown":"A.{B, C}"}]',
        'all @all []',
        'inner @inner ["a",1]',
        'Bar.baz @Bar.baz [{"unknown":"inner()"}]',
      ],
      decorators: [],
      imports: ['Config', 'Mix.Project', 'A B C'],
      classes: ['Shop.MixProject Mix.Project'],
    });
  });

  it('tells the conditions and blocks around a statement', () => {
    const text = `if config_env() == :prod do
  a(1)
else
  b(1)
end
unless c, do: d(1)
case adapter do
  "pg" -> e(1)
  _ -> f(1)
end
scope "/" do
  g = 1
end
`;
    const test = '{"unknown":"config_env() == :prod"}';
    assert.deepEqual(blocks(parse(text).value), {
      a: [`if [${test}]`],
      b: [`else [${test}]`],
      d: ['unless [{"unknown":"c"}]'],
      e: ['if [{"unknown":"\\"pg\\""}]'],
      g: ['scope ["/"]'],
    });
  });
});
