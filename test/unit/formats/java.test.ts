import assert from 'node:assert/strict';
import { parseJava } from '../../../src/core/formats/languages/java';
import { env, plain, projection } from './support';

const values: readonly (readonly [expression: string, value: unknown])[] = [
  ['"a\\"b"', 'a"b'],
  ["'c'", 'c'],
  ['"a" + "b" + 1', 'ab1'],
  ['"""\n  a\n    b\n  """', 'a\n  b\n'],
  ['1_000L', 1000],
  ['-5 * 60', -300],
  ['0x10', 16],
  ['true', true],
  ['null', null],
  ['{ 1, "a" }', [1, 'a']],
  ['(String) "a"', 'a'],
  ['System.getenv("A")', env('A')],
  ['System.getenv().getOrDefault("A", "b")', env('A', 'b')],
  ['Integer.parseInt(System.getenv("A"))', env('A')],
  ['Optional.ofNullable(System.getenv("A")).orElse("b")', env('A', 'b')],
  ['() -> 1', { unknown: 'function' }],
  ['App::new', { unknown: 'function' }],
  ['App.class', { unknown: 'App.class' }],
  ['new Redis(1)', { unknown: 'new Redis()' }],
];

describe('java', () => {
  for (const [expression, value] of values) {
    it(`reads ${JSON.stringify(expression)}`, () => {
      const parsed = parseJava(`class A { Object x = ${expression}; }\n`);
      assert.deepEqual(plain(parsed.value.assignments[0]?.value), value);
      assert.deepEqual(parsed.problems, []);
    });
  }

  it('finds assignments, calls, annotations, imports and classes', () => {
    const text = `package a; import java.util.*; import static x.Y.z; import org.acme.Job;
@SpringBootApplication(exclude = { A.class, "b" }) @Import(C.class)
public class App extends Base<X> implements I, J<K> {
  @Value("\${url:none}") private final String url, other = "x";
  @Scheduled(cron = "0 0 * * * *", fixedRate = 5 * 60) @Override
  void run(@Header("h") int a) {
    this.client = new Redis<String>(1).connect("b").sync();
    y[0] = 2; SpringApplication.run(App.class, args); http.csrf(c -> c.disable());
  }
}
interface U extends V, W {} record P(int a) implements Q {} enum E implements F { A }
`;
    const parsed = parseJava(text);
    assert.deepEqual(projection(text, parsed.value), {
      assignments: ['other @other "x"', 'this.client @this.client {"unknown":"new Redis().connect().sync()"}', 'y.0 @y[0] 2'],
      calls: [
        'new Redis().connect @new Redis<String>(1).connect ["b"]',
        'new Redis().connect().sync @new Redis<String>(1).connect("b").sync []',
        'new Redis @Redis [1]',
        'SpringApplication.run @SpringApplication.run [{"unknown":"App.class"},{"unknown":"args"}]',
        'http.csrf @http.csrf [{"unknown":"function"}]',
        'c.disable @c.disable []',
      ],
      decorators: [
        'SpringBootApplication @SpringBootApplication [{"exclude":[{"unknown":"A.class"},"b"]}]',
        'Import @Import [{"unknown":"C.class"}]',
        'Value @Value ["${url:none}"]',
        'Scheduled @Scheduled [{"cron":"0 0 * * * *","fixedRate":300}]',
        'Override @Override []',
        'Header @Header ["h"]',
      ],
      imports: ['java.util *', 'x.Y z', 'org.acme.Job'],
      classes: ['App Base I J', 'U V W', 'P Q', 'E F'],
    });
    assert.deepEqual(parsed.problems, []);
  });
});
