import type { ConfigNode } from '../../formats/node';

/** A condition of Ruby code, as far as it can be told without running it. */
export type Test =
  | { readonly is: 'env'; readonly key: string; readonly fallback: Test | null }
  | { readonly is: 'value'; readonly value: string | number | boolean | null }
  | { readonly is: 'call'; readonly name: string; readonly arguments: readonly Test[] }
  | { readonly is: 'unknown'; readonly text: string };

/** A test that a line stands under. `negated` for `unless` and for what belongs to an `else`. */
export interface Condition {
  readonly test: Test;
  readonly negated: boolean;
}

export function toTest(node: ConfigNode, depth = 0): Test {
  if (depth > 8) return { is: 'unknown', text: '' };
  switch (node.kind) {
    case 'scalar':
      return { is: 'value', value: node.value };
    case 'env':
      return { is: 'env', key: node.key, fallback: node.fallback === null ? null : toTest(node.fallback, depth + 1) };
    case 'list':
      return { is: 'call', name: '[]', arguments: node.items.slice(0, 12).map((item) => toTest(item, depth + 1)) };
    case 'map':
      return { is: 'unknown', text: '' };
    case 'unknown':
      return node.call === undefined ? { is: 'unknown', text: node.why } : { is: 'call', name: node.call.name, arguments: node.call.arguments.map((argument) => toTest(argument, depth + 1)) };
  }
}

/** What names and variables are; undefined where that cannot be told, null where they are not set. */
export interface Truths {
  variable(key: string): string | null | undefined;
  setting(name: string): string | null | undefined;
}

/** Stands for a value that is set and not to be known. */
export const hidden = '\u0000set';

/** Whether a test asks for a variable of such a name. */
export function asksFor(test: Test, name: RegExp): boolean {
  if (test.is === 'env') return name.test(test.key);
  return test.is === 'call' && test.arguments.some((argument) => asksFor(argument, name));
}

/** Whether the condition holds in production; undefined where that cannot be told. */
export function holds({ test, negated }: Condition, truths: Truths): boolean | undefined {
  const result = truth(test, truths);
  return result === undefined ? undefined : result !== negated;
}

function truth(test: Test, truths: Truths): boolean | undefined {
  if (test.is === 'call') {
    const told = called(test.name, test.arguments, truths);
    if (told !== undefined) return told;
  }
  const value = valueOf(test, truths);
  return value === undefined ? undefined : isTruthy(value);
}

/** Ruby takes any text as true; what people mean by `false` and `0` in a variable is what counts where it is cast. */
export function isTruthy(value: string | null): boolean {
  return value !== null && !/^(?:|false|0|no|off|nil)$/i.test(value);
}

function called(name: string, sides: readonly Test[], truths: Truths): boolean | undefined {
  const [one, other] = sides;
  switch (name) {
    case '!':
    case 'not':
      return one === undefined ? undefined : negate(truth(one, truths));
    case '&&':
    case 'and':
      return negate(some(sides.map((side) => negate(truth(side, truths)))));
    case '||':
    case 'or':
      return some(sides.map((side) => truth(side, truths)));
    case '==':
    case '===':
      return one === undefined ? undefined : name === '===' ? some(sides.slice(1).map((side) => equal(one, side, truths))) : equal(one, other, truths);
    case '!=':
      return one === undefined ? undefined : negate(equal(one, other, truths));
    default:
      return environmentOf(name) ?? asked(name, one, truths);
  }
}

function equal(one: Test, other: Test | undefined, truths: Truths): boolean | undefined {
  const [left, right] = [valueOf(one, truths), other === undefined ? undefined : valueOf(other, truths)];
  return left === undefined || right === undefined || left === hidden || right === hidden ? undefined : left === right;
}

/** `Rails.env.production?`: what runs for visitors is production. */
function environmentOf(name: string): boolean | undefined {
  const asked = /^(?:Rails|Hanami|Sinatra::Application|settings|self\.class|App|Application|Config)?\.?(?:env\.)?(production|development|test|staging|local)\?$/.exec(name)?.[1] ?? /^Rails\.env\.([a-z]\w*)\?$/.exec(name)?.[1];
  if (asked === undefined) return undefined;
  return asked === 'production';
}

/** `ENV['A'].present?` has the name `ENV.A.present?`; `ENV.key?('A')` has an argument. */
function asked(name: string, argument: Test | undefined, truths: Truths): boolean | undefined {
  const direct = /^ENV\.(?:key|has_key|include|member)\?$/.test(name) && argument?.is === 'value' ? String(argument.value) : undefined;
  const match = /^ENV\.([A-Za-z_]\w*)\.(present|blank|nil|empty)\?$/.exec(name) ?? /^ENV\.([A-Za-z_]\w*)\.(?:to_s|presence|strip)\.(present|blank|nil|empty)\?$/.exec(name);
  if (direct !== undefined) {
    const value = truths.variable(direct);
    return value === undefined ? undefined : value !== null;
  }
  if (match?.[1] !== undefined) {
    const value = truths.variable(match[1]);
    if (value === undefined) return undefined;
    const isSet = value !== null && value !== '';
    return match[2] === 'present' ? isSet : !isSet;
  }
  const named = /^(.+)\.(present|blank|nil|any|empty)\?$/.exec(name);
  // `Config["BUCKET"].present?`: a class that hands out variables by their names.
  const key = /^[A-Z]\w*\.([A-Z][A-Z0-9]*_[A-Z0-9_]*)$/.exec(named?.[1] ?? '')?.[1];
  if (named?.[1] !== undefined && key !== undefined && truths.setting(named[1]) === undefined) {
    const value = truths.variable(key);
    if (value === undefined) return undefined;
    return /present|any/.test(named[2] ?? '') === (value !== null && value !== '');
  }
  if (named?.[1] !== undefined && /^[a-z_]\w*$/.test(named[1])) {
    const value = truths.setting(named[1]);
    if (value === undefined) return undefined;
    return /present|any/.test(named[2] ?? '') ? isTruthy(value) : !isTruthy(value);
  }
  return undefined;
}

function valueOf(test: Test, truths: Truths): string | null | undefined {
  switch (test.is) {
    case 'value':
      return test.value === null ? null : String(test.value);
    case 'env': {
      const value = truths.variable(test.key);
      return value === null && test.fallback !== null ? valueOf(test.fallback, truths) : value;
    }
    case 'call': {
      const cast = /\.(?:cast|to_b|to_bool|to_boolean|in|to_sym|to_s|downcase|strip|presence)$/.test(test.name) ? test.arguments[0] : undefined;
      if (cast !== undefined) return valueOf(cast, truths);
      if (test.name === 'Rails.env' || test.name === 'Rails.env.to_s') return 'production';
      const variable = /^ENV\.([A-Za-z_]\w*)(?:\.(?:to_b|to_s|downcase|strip|presence|to_sym|to_bool))*$/.exec(test.name)?.[1];
      if (variable !== undefined) return truths.variable(variable);
      return test.arguments.length === 0 && /^[A-Za-z_][\w.]*$/.test(test.name) ? truths.setting(test.name) : undefined;
    }
    case 'unknown': {
      if (test.text === 'Rails.env') return 'production';
      const assigned = /^([a-z_]\w*)\s*=[^=]/.exec(test.text)?.[1];
      const name = assigned ?? (/^[A-Za-z_][\w.]*$/.test(test.text) ? test.text : undefined);
      return name === undefined ? undefined : truths.setting(name);
    }
  }
}

function some(values: readonly (boolean | undefined)[]): boolean | undefined {
  if (values.includes(true)) return true;
  return values.includes(undefined) ? undefined : false;
}

function negate(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}
