import assert from 'node:assert/strict';
import { parseGo } from '../../../src/core/formats/languages/go';
import { env, plain, projection } from './support';

const values: readonly (readonly [expression: string, value: unknown])[] = [
  ['"a\\"b"', 'a"b'],
  ['`a\\n`', 'a\\n'],
  ['"a" + "b"', 'ab'],
  ["'c'", 'c'],
  ['1_000', 1000],
  ['-1.5', -1.5],
  ['60 * 60', 3600],
  ['true', true],
  ['nil', null],
  ['[]string{"a", b}', ['a', { unknown: 'b' }]],
  ['[]string{}', []],
  ['map[string]int{"a": 1}', { a: 1 }],
  ['&redis.Options{Addr: "b", TLS: &tls.Config{}}', { Addr: 'b', TLS: {} }],
  ['[]server{{name: "a"}}', [{ name: 'a' }]],
  ['os.Getenv("A")', env('A')],
  ['getEnv("A", "b")', env('A', 'b')],
  ['config.GetEnvOrDefault("A", 1)', env('A', 1)],
  ['cmp.Or(os.Getenv("A"), "b")', env('A', 'b')],
  ['os.Getenv("A") == "b"', { unknown: 'os.Getenv("A") == "b"' }],
  ['func() {}', { unknown: 'function' }],
  ['sql.Open("a")', { unknown: 'sql.Open()' }],
];

describe('go', () => {
  for (const [expression, value] of values) {
    it(`reads ${JSON.stringify(expression)}`, () => {
      const parsed = parseGo(`package a\nvar x = ${expression}\n`);
      assert.deepEqual(plain(parsed.value.assignments[0]?.value), value);
      assert.deepEqual(parsed.problems, []);
    });
  }

  it('keeps the type of a literal', () => {
    const value = parseGo('package a\nvar x = &redis.Options{Addr: "b"}\n').value.assignments[0]?.value;
    assert.equal(value?.kind === 'map' ? value.tag : null, 'redis.Options');
  });

  it('finds assignments, calls, tags, imports and types', () => {
    const text = `package main
import "os"
import ( "database/sql"; _ "github.com/lib/pq"; r "github.com/redis/go-redis/v9" )
const A, B = "x", 1
type Config struct { Base; *x.Other
  URL string \`env:"DATABASE_URL" default:"a"\` }
func (c *Config) run() error {
  db, err := sql.Open("postgres", os.Getenv("DB"))
  c.redis.addr, y["k"] = "z", 2
  go func() { a.b(1).c("d") }()
  return r.New[int](err)
}
`;
    const parsed = parseGo(text);
    assert.deepEqual(projection(text, parsed.value), {
      assignments: ['A @A "x"', 'B @B 1', 'db @db {"unknown":"sql.Open()"}', 'c.redis.addr @c.redis.addr "z"', 'y.k @y["k"] 2'],
      calls: [
        'sql.Open @sql.Open ["postgres",{"env":"DB","fallback":null}]',
        'os.Getenv @os.Getenv ["DB"]',
        'a.b @a.b [1]',
        'a.b().c @a.b(1).c ["d"]',
        'r.New @r.New [{"unknown":"err"}]',
      ],
      decorators: ['env @env ["DATABASE_URL"]', 'default @default ["a"]'],
      imports: ['os', 'database/sql', 'github.com/lib/pq', 'github.com/redis/go-redis/v9'],
      classes: ['Config Base x.Other'],
    });
    assert.deepEqual(parsed.problems, []);
  });
});
