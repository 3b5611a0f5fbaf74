import assert from 'node:assert/strict';
import type { Formats } from '../../../src/core/formats';
import { loadFormats } from '../../../src/core/formats';
import { blocks, env, plain, projection } from './support';

const values: readonly (readonly [expression: string, value: unknown])[] = [
  ["'it\\'s \\n'", "it's \\n"],
  ['"a\\n" \'b\' "c"', 'a\nbc'],
  ['"a#{b}"', { unknown: '"a#{b}"' }],
  [':a', 'a'],
  [':"a b"', 'a b'],
  ['"production".freeze', 'production'],
  ['%w[a b]', ['a', 'b']],
  ['%i[a b]', ['a', 'b']],
  ['1_000', 1000],
  ['-1.5', -1.5],
  ['60 * 60', 3600],
  ['nil', null],
  ['true', true],
  ['(1)', 1],
  ['5.minutes', { unknown: '5.minutes' }],
  ['["a", :b, *c]', ['a', 'b', { unknown: '*c' }]],
  ['{ a: 1, "b-c": 2, :d => { "e" => nil }, **f, g: }', { a: 1, 'b-c': 2, d: { e: null }, g: { unknown: 'g' } }],
  [':redis_cache_store, { url: ENV["A"] }', ['redis_cache_store', { url: env('A') }]],
  ['ENV["A"]', env('A')],
  ['ENV.fetch("A")', env('A')],
  ['ENV.fetch("A", "b")', env('A', 'b')],
  ['ENV.fetch("A") { "b" }', env('A', 'b')],
  ['ENV.fetch("A") do 1 end', env('A', 1)],
  ['ENV["A"] || ENV["B"] || 1', env('A', env('B', 1))],
  ['ENV["A"].presence || "b"', env('A', 'b')],
  ['ENV["A"].present? ? ENV["A"] : "b"', env('A', 'b')],
  ['Integer(ENV.fetch("A", 5))', env('A', 5)],
  ['ENV.fetch("A", 5).to_i', env('A', 5)],
  ['ENV["A"] == "x"', { unknown: 'ENV["A"] == "x"' }],
  ['-> { 1 }', { unknown: 'function' }],
  ['lambda do |a| a end', { unknown: 'function' }],
  ['Redis.new(url: 1)', { unknown: 'Redis.new()' }],
];

describe('ruby', () => {
  let parse: Formats['ruby'];
  before(async () => {
    ({ ruby: parse } = await loadFormats(['ruby']));
  });

  for (const [expression, value] of values) {
    it(`reads ${JSON.stringify(expression)}`, () => {
      const parsed = parse(`x = ${expression}\n`);
      assert.deepEqual(plain(parsed.value.assignments[0]?.value), value);
      assert.deepEqual(parsed.problems, []);
    });
  }

  it('finds assignments, calls, imports and classes', () => {
    const text = `require "rails/all"; require_relative 'x'
config.action_mailer.smtp_settings[:port] ||= 25
A::B, @c = 1, :d
Rails.env.production? && Foo::Bar.new(1, a: :b).run { |x| inner x }
self&.queue_adapter = :async
class Jobs::Mail < ApplicationJob
  include Sidekiq::Job, Other
  queue_as :low
  def perform = deliver
end
module Tools; end
`;
    assert.deepEqual(projection(text, parse(text).value), {
      assignments: ['config.action_mailer.smtp_settings.port @config.action_mailer.smtp_settings[:port] 25', 'A::B @A::B 1', '@c @@c "d"', 'self.queue_adapter @self&.queue_adapter "async"'],
      calls: [
        'require @require ["rails/all"]',
        'require_relative @require_relative ["x"]',
        'Rails.env.production? @Rails.env.production? []',
        'Foo::Bar.new @Foo::Bar.new [1,{"a":"b"}]',
        'Foo::Bar.new().run @Foo::Bar.new(1, a: :b).run []',
        'inner @inner [{"unknown":"x"}]',
        'include @include [{"unknown":"Sidekiq::Job"},{"unknown":"Other"}]',
        'queue_as @queue_as ["low"]',
      ],
      decorators: [],
      imports: ['rails/all', 'x'],
      classes: ['Jobs::Mail ApplicationJob Sidekiq::Job Other', 'Tools'],
    });
  });

  it('tells the blocks and conditions around a statement', () => {
    const text = `group :test, "dev" do
  gem "a" if ENV["A"]
end
if Rails.env.production?
  b 1
elsif c?
  d 1
else
  e = 1
end
f 1 unless g
case ENV["H"]
when "i", :j then k 1
else l 1
end
`;
    const production = '{"unknown":"Rails.env.production?"}';
    assert.deepEqual(blocks(parse(text).value), {
      gem: ['group ["test","dev"]', 'if [{"env":"A","fallback":null}]'],
      'c?': [`else [${production}]`],
      b: [`if [${production}]`],
      d: [`else [${production}]`, 'if [{"unknown":"c?"}]'],
      e: [`else [${production}]`, 'else [{"unknown":"c?"}]'],
      f: ['unless [{"unknown":"g"}]'],
      k: ['if [{"unknown":"\\"i\\", :j"}]'],
      l: ['else [{"unknown":"\\"i\\", :j"}]'],
    });
  });

  it('says which part was not understood and reads the rest', () => {
    const text = 'a = 1\nb = = )\nc = 2\n';
    const { value, problems } = parse(text);
    assert.ok(problems.length > 0);
    assert.equal(plain(value.assignments.find(({ target }) => target === 'c')?.value), 2);
  });

  it('points at UTF-16 positions behind a byte order mark and other planes', () => {
    const text = '\ufeffx = "😀é" # é\ny = :b\n';
    const [x, y] = parse(text).value.assignments;
    assert.deepEqual([x?.value.range, y?.value.range], [{ start: 6, end: 9 }, { start: 20, end: 21 }]);
  });
});
