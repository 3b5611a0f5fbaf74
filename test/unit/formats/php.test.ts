import assert from 'node:assert/strict';
import { parsePhp } from '../../../src/core/formats/php/parse';
import { plain, problemPlaces, slice } from './support';

const env = (name: string, fallback: unknown = null): unknown => ({ env: name, fallback });

/** Expression → value of `return …;`. */
const values: readonly (readonly [expression: string, value: unknown])[] = [
  ["'a'", 'a'],
  ["'it\\'s \\n'", "it's \\n"],
  ['"a\\n\\"b\\" \\$c \\u{e9}"', 'a\n"b" $c é'],
  ['"x {$a}"', { unknown: '"x {$a}"' }],
  ['"x $a"', { unknown: '"x $a"' }],
  ['12', 12],
  ['1_000', 1000],
  ['1.5', 1.5],
  ['0755', 493],
  ['-3', -3],
  ['TRUE', true],
  ['null', null],
  ["'a'.'b'.'c'", 'abc'],
  ['60 * 60 * 24', 86_400],
  ['[]', []],
  ["['a', 'b']", ['a', 'b']],
  ["array('a' => 1, 'b' => array(2))", { a: 1, b: [2] }],
  ["['x', 'a' => 1, 'y']", { 0: 'x', a: 1, 1: 'y' }],
  ["['a' => 1, ...$rest]", { a: 1 }],
  ["[...$rest, 'a']", [{ unknown: '...$rest' }, 'a']],
  ["[1 => 'a', Foo::class => 'b', \\A\\B::C => 'd']", { 1: 'a', Foo: 'b', '\\A\\B::C': 'd' }],
  ['\\App\\Models\\User::class', 'App\\Models\\User'],
  ["env('A')", env('A')],
  ["env('A', 'b')", env('A', 'b')],
  ["env('A', env('B', 'c'))", env('A', env('B', 'c'))],
  ["env(key: 'A', default: false)", env('A', false)],
  ["env('A', ['x' => 1])", env('A', { x: 1 })],
  ["\\env('A')", env('A')],
  ["(bool) env('A', true)", env('A', true)],
  ["Env::get('A', 1)", env('A', 1)],
  ["getenv('A') ?: 'b'", env('A', 'b')],
  ["getenv('A', true)", env('A')],
  ["@getenv('A')", env('A')],
  ["$_ENV['A'] ?? 'b'", env('A', 'b')],
  ["$_SERVER['A'] ?? $_ENV['B'] ?? 'c'", env('A', env('B', 'c'))],
  ["isset($_ENV['A']) ? $_ENV['A'] : 'b'", env('A', 'b')],
  ["getenv('A') !== false ? getenv('A') : 'b'", env('A', 'b')],
  ["env('A') ? 'b' : 'c'", { unknown: "env('A') ? 'b' : 'c'" }],
  ["env($name)", { unknown: 'env()' }],
  ["storage_path('app')", { unknown: 'storage_path()' }],
  ["Str::slug('a').'-b'", { unknown: "Str::slug('a').'-b'" }],
  ["new Foo\\Bar(1)", { unknown: 'new Bar()' }],
  ['fn () => 1', { unknown: 'function' }],
  ['PDO::ATTR_X', { unknown: 'PDO::ATTR_X' }],
  ['$name', { unknown: '$name' }],
  ["<<<'X'\n  one\n  two\n  X", 'one\ntwo'],
  ["('a')", 'a'],
];

describe('php', () => {
  for (const [expression, value] of values) {
    it(`reads ${JSON.stringify(expression)}`, () => {
      const parsed = parsePhp(`<?php\nreturn ${expression};\n`);
      assert.deepEqual(plain(parsed.value.returned), value);
      assert.deepEqual(parsed.problems, []);
    });
  }

  it('points at keys, values and look-ups', () => {
    const text = "\ufeff<?php\r\n\r\nreturn [\r\n  'default' => (int) env('QUEUE', 'sync'), // ção\r\n  \"b\" => 'c',\r\n];";
    const { returned } = parsePhp(text).value;
    assert.ok(returned?.kind === 'map');
    const [first, second] = returned.entries;
    assert.ok(first?.value.kind === 'env' && first.value.fallback !== null && second !== undefined);
    assert.deepEqual(
      [first.keyRange, first.value.range, first.value.keyRange, first.value.fallback.range, second.keyRange, second.value.range].map((range) => slice(text, range)),
      ['default', "(int) env('QUEUE', 'sync')", 'QUEUE', 'sync', 'b', 'c'],
    );
  });

  it('finds calls of every kind, in the order of the text', () => {
    const text = `<?php
use Illuminate\\Support\\Facades\\Schedule;
Schedule::command('send', ['--x'])->daily()?->onOneServer();
$client = new \\Aws\\S3\\S3Client(['region' => env('R')], version: 'latest');
function f() { \\Sentry\\init([]); $fn(1); return fn () => static::go(); }
(function () { foo(); })();
`;
    const found = parsePhp(text).value.calls.map((call) => `${call.name} @${slice(text, call.nameRange)} ${JSON.stringify(call.arguments.map(plain))}`);
    assert.deepEqual(found, [
      'Schedule::command @Schedule::command ["send",["--x"]]',
      '->daily @daily []',
      '->onOneServer @onOneServer []',
      'new S3Client @\\Aws\\S3\\S3Client [{"region":{"env":"R","fallback":null}},{"version":"latest"}]',
      "env @env [\"R\"]",
      'Sentry\\init @\\Sentry\\init [[]]',
      '$fn @$fn [1]',
      'static::go @static::go []',
      'foo @foo []',
    ]);
  });

  it('keeps the arguments of a call that makes a value', () => {
    const { returned } = parsePhp("<?php return ['root' => storage_path('app/public', x: 1)];").value;
    assert.ok(returned?.kind === 'map');
    const value = returned.entries[0]?.value;
    assert.ok(value?.kind === 'unknown' && value.call !== undefined);
    assert.deepEqual([value.call.name, value.call.arguments.map(plain)], ['storage_path', ['app/public', { x: 1 }]]);
  });

  it('names classes, what they are and what they use', () => {
    const text = `<?php
namespace App;
#[AsMessageHandler(priority: 5), Other]
final class Job extends \\Core\\Base implements ShouldQueue, A\\Beta { use Dispatchable, Foo\\Bar; }
interface I extends J, K {}
trait T {}
enum E: string implements HasLabel { case A = 'a'; }
$x = new class extends Anonymous {};
`;
    const { classes, attributes } = parsePhp(text).value;
    assert.deepEqual(
      classes.map((one) => [one.kind, one.name, ...[one.extends, one.implements, one.traits].map((names) => names.map(({ name }) => name).join())]),
      [
        ['class', 'Job', 'Base', 'ShouldQueue,Beta', 'Dispatchable,Bar'],
        ['interface', 'I', 'J,K', '', ''],
        ['trait', 'T', '', '', ''],
        ['enum', 'E', '', 'HasLabel', ''],
        ['class', '', 'Anonymous', '', ''],
      ],
    );
    assert.equal(slice(text, classes[0]?.implements[0]?.range ?? { start: 0, end: 0 }), 'ShouldQueue');
    assert.deepEqual(attributes.map((one) => [one.name, one.arguments.map(plain)]), [['AsMessageHandler', [{ priority: 5 }]], ['Other', []]]);
  });

  it('names imports in full', () => {
    const text = '<?php\nuse A\\B;\nuse A\\C as D, \\E;\nuse F\\{G, H\\I as J};\nuse function K\\l;\n';
    assert.deepEqual(parsePhp(text).value.imports.map(({ name }) => name), ['A\\B', 'A\\C', 'E', 'F\\G', 'F\\H\\I', 'K\\l']);
  });

  it('lists assignments of the file and of properties, none of functions', () => {
    const text = `<?php
$databases['default']['host'] = getenv('H') ?: 'localhost';
$x->y = 1; $z[$i] = 2; $a .= 'b';
function f() { $inside = 1; }
class Database { public array $default = ['DBDriver' => 'MySQLi']; public $none; function g() { $inner = 2; } }
`;
    assert.deepEqual(
      parsePhp(text).value.assignments.map((one) => [one.target, slice(text, one.targetRange), plain(one.value)]),
      [
        ['databases.default.host', "$databases['default']['host']", env('H', 'localhost')],
        ['default', '$default', { DBDriver: 'MySQLi' }],
      ],
    );
  });

  it('takes the last return of the file, behind namespace and declare', () => {
    assert.deepEqual(plain(parsePhp("<?php declare(strict_types=1);\nnamespace A;\nreturn ['a' => 1];").value.returned), { a: 1 });
    assert.deepEqual(plain(parsePhp("<?php namespace A { return ['a' => 1]; }").value.returned), { a: 1 });
    assert.equal(parsePhp('<?php function f() { return 1; }').value.returned, null);
    assert.equal(parsePhp('plain text').value.returned, null);
  });

  it('reads PHP 8.4 properties', () => {
    const text = '<?php class A { public private(set) string $a = "x"; public string $b { get => f(); } function m() { g(); } }';
    const parsed = parsePhp(text);
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(parsed.value.assignments.map(({ target }) => target), ['a']);
    assert.deepEqual(parsed.value.calls.map(({ name }) => name), ['f', 'g']);
  });

  it('reads methods that are named like keywords', () => {
    const parsed = parsePhp("<?php\n$a->add(Choice::new('status')->list()->default(1));\nA::class; foreach ($a as $b) { new B(); }");
    assert.deepEqual(parsed.problems, []);
    assert.deepEqual(parsed.value.calls.map(({ name }) => name), ['->add', 'Choice::new', '->list', '->default', 'new B']);
  });

  it('reads on around what is being typed', () => {
    const text = "<?php\nreturn [\n  'a' => env('A', 'b'),\n  'c' => env('C', \n  'd' => 'e',\n];\n";
    const parsed = parsePhp(text);
    assert.ok(parsed.problems.length > 0);
    assert.ok(problemPlaces(text, parsed).every((place) => place.length < 40));
    assert.ok(parsed.value.returned?.kind === 'map');
    assert.deepEqual(plain(parsed.value.returned.entries[0]?.value), env('A', 'b'));
  });
});
