import assert from 'node:assert/strict';
import type { Formats } from '../../../src/core/formats';
import { loadFormats } from '../../../src/core/formats';
import type { HclBlock } from '../../../src/core/formats/registry';
import { plain, slice } from './support';

const values: readonly (readonly [expression: string, value: unknown])[] = [
  ['"a\\n\\"b\\""', 'a\n"b"'],
  ['"$${a} %%{b}"', '${a} %{b}'],
  ['"${var.a}-b"', { unknown: '"${var.a}-b"' }],
  ['""', ''],
  ['5', 5],
  ['-1.5', -1.5],
  ['true', true],
  ['null', null],
  ['["a", 1, var.b]', ['a', 1, { unknown: 'var.b' }]],
  ['[]', []],
  ['{ a = 1, "b c" = { d = 2 }, (local.e) = 3 }', { a: 1, 'b c': { d: 2 }, '(local.e)': 3 }],
  ['{ a : 1 }', { a: 1 }],
  ['aws_x.y[0].id', { unknown: 'aws_x.y[0].id' }],
  ['var.x ? 1 : 0', { unknown: 'var.x ? 1 : 0' }],
  ['jsonencode({ a = 1 })', { unknown: 'jsonencode()' }],
  ['<<EOT\na\n  b\nEOT', 'a\n  b'],
  ['<<-EOT\n    a\n      b\n  EOT', 'a\n  b'],
  ['<<EOT\n${a}\nEOT', { unknown: '<<EOT ${a} EOT' }],
];

function shape(text: string, block: HclBlock): unknown {
  const { type, typeRange, labels, attributes, blocks } = block;
  assert.equal(slice(text, typeRange), type);
  for (const label of labels) assert.equal(slice(text, label.range), label.text);
  return {
    name: [type, ...labels.map((label) => label.text)].join(' '),
    attributes: Object.fromEntries(attributes.map(({ key, keyRange, value }) => [`${key} @${slice(text, keyRange)}`, `${slice(text, value.range)}`])),
    blocks: blocks.map((inner) => shape(text, inner)),
  };
}

describe('hcl', () => {
  let parse: Formats['hcl'];
  before(async () => {
    ({ hcl: parse } = await loadFormats(['hcl']));
  });

  for (const [expression, value] of values) {
    it(`reads ${JSON.stringify(expression)}`, () => {
      const parsed = parse(`x = ${expression}\n`);
      assert.deepEqual(plain(parsed.value.attributes[0]?.value), value);
      assert.deepEqual(parsed.problems, []);
    });
  }

  it('keeps blocks, labels and places', () => {
    const text = `resource "aws_db_instance" "main" {
  engine = "postgres" # comment
  nested {
    deep = 1
  }
}
variable region { default = "us" }
module "a-b" {}
`;
    assert.deepEqual(shape(text, parse(text).value), {
      name: '',
      attributes: {},
      blocks: [
        { name: 'resource aws_db_instance main', attributes: { 'engine @engine': 'postgres' }, blocks: [{ name: 'nested', attributes: { 'deep @deep': '1' }, blocks: [] }] },
        { name: 'variable region', attributes: { 'default @default': 'us' }, blocks: [] },
        { name: 'module a-b', attributes: {}, blocks: [] },
      ],
    });
  });

  it('reads what surrounds a mistake', () => {
    const text = 'a = 1\nresource "x" {\n  b = = 2\n  c = 3\n}\nd = 4\n';
    const { value, problems } = parse(text);
    assert.ok(problems.length > 0);
    assert.equal(plain(value.attributes.find(({ key }) => key === 'd')?.value), 4);
  });
});
