import assert from 'node:assert/strict';
import { parseJavaScript } from '../../../src/core/formats/languages/javascript';
import { parsePython } from '../../../src/core/formats/languages/python';
import { env, plain, projection } from './support';

type Values = readonly (readonly [expression: string, value: unknown])[];

const python: Values = [
  ["'a'", 'a'],
  ['"""a\nb"""', 'a\nb'],
  ["r'\\d'", '\\d'],
  ["'a' \"b\" + 'c'", 'abc'],
  ["f'{x}'", { unknown: "f'{x}'" }],
  ['1_000', 1000],
  ['-1.5', -1.5],
  ['60 * 60', 3600],
  ['True', true],
  ['None', null],
  ["['a', ('b',)]", ['a', ['b']]],
  ["{'a': {'b': 1}, **x, c: 2}", { a: { b: 1 }, c: 2 }],
  ["os.environ['A']", env('A')],
  ["os.environ.get('A', 'b')", env('A', 'b')],
  ["os.getenv('A')", env('A')],
  ["os.getenv('A') or 'b'", env('A', 'b')],
  ["os.environ['A'] if 'A' in os.environ else 'b'", env('A', 'b')],
  ["int(os.getenv('A', 1))", env('A', 1)],
  ["config('A', default=False, cast=bool)", env('A', false)],
  ["config('A', cast=bool)", env('A')],
  ["env('A', default='b')", env('A', 'b')],
  ["env.bool('A', False)", env('A', false)],
  ['env.db()', env('DATABASE_URL')],
  ["env.cache('A', default='redis://')", env('A', 'redis://')],
  ["dj_database_url.config(default='sqlite://')", env('DATABASE_URL', 'sqlite://')],
  ["os.getenv('A') == 'x'", { unknown: "os.getenv('A') == 'x'" }],
  ['lambda: 1', { unknown: 'function' }],
  ['crontab(minute=0)', { unknown: 'crontab()' }],
];

const javascript: Values = [
  ["'it\\'s'", "it's"],
  ['`a`', 'a'],
  ['`a${b}`', { unknown: '`a${b}`' }],
  ['0x10', 16],
  ['-1', -1],
  ['undefined', null],
  ['false', false],
  ["'a' + 'b'", 'ab'],
  ["[1, 'a', ...b]", [1, 'a', { unknown: 'b' }]],
  ["{ a: 1, 'b-c': { d: null }, ...e, f() {}, g }", { a: 1, 'b-c': { d: null }, f: { unknown: 'function' }, g: { unknown: 'g' } }],
  ['process.env.A', env('A')],
  ["process.env['A'] || 'b'", env('A', 'b')],
  ['process.env.A ?? process.env.B ?? 1', env('A', env('B', 1))],
  ["process.env.A ? process.env.A : 'b'", env('A', 'b')],
  ['process.env.A!', env('A')],
  ['process.env.A as string', env('A')],
  ["Number(process.env.A || 1)", env('A', 1)],
  ['+process.env.A', env('A')],
  ['import.meta.env.VITE_A', env('VITE_A')],
  ["Deno.env.get('A')", env('A')],
  ["this.configService.get<string>('A', 'b')", env('A', 'b')],
  ["env('A', 'b')", env('A', 'b')],
  ['() => 1', { unknown: 'function' }],
  ["new Client({ a: 1 })", { unknown: 'new Client()' }],
];

describe('python', () => {
  it('understands yield without a value, and says where a value is half written', () => {
    assert.deepEqual(parsePython('def f():\n    try:\n        yield\n    finally:\n        x = yield\n').problems, []);
    assert.notDeepEqual(parsePython('def f():\n    yield (\n').problems, []);
  });

  for (const [expression, value] of python) {
    it(`reads ${JSON.stringify(expression)}`, () => {
      const parsed = parsePython(`X = ${expression}\n`);
      assert.deepEqual(plain(parsed.value.assignments[0]?.value), value);
      assert.deepEqual(parsed.problems, []);
    });
  }

  it('finds assignments, calls, decorators, imports and classes', () => {
    const text = `import os, celery.app as c
from kombu import (Exchange,  # comment
    Queue as Q)
A['b']["c"] = D = 1
app.conf.url: str = 'x'
@app.task(bind=True)
def f():
    Model.objects.filter(a=1).first()
class Job(Base, mixins.Other):
    queue = 'low'
`;
    assert.deepEqual(projection(text, parsePython(text).value), {
      assignments: ['A.b.c @A[\'b\']["c"] 1', 'D @D 1', 'app.conf.url @app.conf.url "x"', 'queue @queue "low"'],
      calls: ['Model.objects.filter @Model.objects.filter [{"a":1}]', 'Model.objects.filter().first @Model.objects.filter(a=1).first []'],
      decorators: ['app.task @app.task [{"bind":true}]'],
      imports: ['os', 'celery.app', 'kombu Exchange Queue'],
      classes: ['Job Base mixins.Other'],
    });
  });
});

describe('javascript and typescript', () => {
  for (const [expression, value] of javascript) {
    it(`reads ${JSON.stringify(expression)}`, () => {
      const parsed = parseJavaScript(`const x = ${expression};\n`);
      assert.deepEqual(plain(parsed.value.assignments[0]?.value), value);
      assert.deepEqual(parsed.problems, []);
    });
  }

  it('reads generic functions and casts where there is no JSX, and JSX where there is', () => {
    const generic = parseJavaScript('const a = <T>(x: T) => x;\nconst b = <string>process.env.B;\nconst c = 1;\n');
    assert.deepEqual(generic.problems, []);
    assert.deepEqual(generic.value.assignments.map(({ target }) => target), ['a', 'b', 'c']);
    assert.deepEqual(parseJavaScript('const a = <A b="c">x</A>;\nconst d = <A />;\n').problems, []);
  });

  it('keeps banners of stars', () => {
    const banner = `/${'*'.repeat(100)}\n * a\n ${'*'.repeat(100)}/\n`;
    const text = `${banner}const a = 1; ${banner}`;
    assert.deepEqual(parseJavaScript(text).value.assignments.map(({ target }) => target), ['a']);
    assert.deepEqual(parseJavaScript(text).problems, []);
  });

  it('finds assignments, calls, decorators, imports and classes', () => {
    const text = `import express, { Router as R, type T } from 'express'; import * as p from "p"; import './side';
const { Queue } = require('bullmq'), q: Q = new Queue<Job>('mail', { a: process.env.A });
export default defineConfig({ output: 'export' });
module.exports = { a: 1 }; a.b['c'] = 2;
express().use(cors()); io?.on('x', () => { inner(); }); import('./lazy');
@Processor('mail') class A extends B implements C { @Cron('0 * * * *') run() {} p: string = 'v'; }
`;
    assert.deepEqual(projection(text, parseJavaScript(text).value), {
      assignments: [
        'q @q {"unknown":"new Queue()"}',
        'default @default {"unknown":"defineConfig()"}',
        'module.exports @module.exports {"a":1}',
        "a.b.c @a.b['c'] 2",
        'p @p "v"',
      ],
      calls: [
        'require @require ["bullmq"]',
        'new Queue @Queue ["mail",{"a":{"env":"A","fallback":null}}]',
        'defineConfig @defineConfig [{"output":"export"}]',
        'express @express []',
        'express().use @express().use [{"unknown":"cors()"}]',
        'cors @cors []',
        'io.on @io?.on ["x",{"unknown":"function"}]',
        'inner @inner []',
        'Processor @Processor ["mail"]',
        'Cron @Cron ["0 * * * *"]',
      ],
      decorators: ['Processor @Processor ["mail"]', 'Cron @Cron ["0 * * * *"]'],
      imports: ['express default Router T', 'p *', './side', 'bullmq Queue', './lazy'],
      classes: ['A B C'],
    });
  });
});
