import type { Fact, SourceDocument, TextRange } from '../../model';
import { setting, type Place } from './configFile';

/** `application.conf` of Ktor, Play, Akka, Lagom. */
export const hoconFile = /(^|\/)(?:(?:src\/(?:main|jvmMain)\/)?resources|conf)\/application(?:[.-](prod|production|dev|local|test|docker))?\.conf$/;

const pattern = /#[^\n]*|\/\/[^\n]*|"""[\s\S]*?(?:"""|$)|"(?:[^"\\\n]|\\.)*"?|[{}[\]=:,\n]|\+=|\$\{[^}\n]*\}?|[^\s{}[\]=:,"#$]+|\$|[ \t\r]+/g;

interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Settings of a HOCON file: nested keys, `key = value` and `key { … }`. A `${?NAME}` behind a value is a look-up whose
 * default the earlier value is. Includes and concatenated objects are left alone.
 */
export function readHocon(document: SourceDocument, place: Place): readonly Fact[] {
  const all: readonly Token[] = [...document.text.matchAll(pattern)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length })).filter(({ text }) => !/^(?:#|\/\/|[ \t\r])/.test(text));
  const facts: Fact[] = [];
  const written = new Map<string, string>();
  const path: string[] = [];
  let at = 0;
  const read = (): Token | undefined => all[at];
  while (at < all.length) {
    const token = read();
    if (token === undefined) break;
    at += 1;
    if (token.text === '}') path.pop();
    else if (token.text === '[') at = skipList(all, at);
    else if (!/^[{\n,=:\]]$/.test(token.text)) statement(token);
    if (path.length > 60) break;
  }
  return facts;

  function statement(first: Token): void {
    const key = unquoted(first.text);
    const next = read();
    if (next?.text === '{') {
      at += 1;
      path.push(key);
      return;
    }
    if (next === undefined || !/^(?:[=:]|\+=)$/.test(next.text)) return;
    at += 1;
    while (read()?.text === '\n') at += 1;
    if (read()?.text === '{') {
      at += 1;
      path.push(key);
      return;
    }
    if (read()?.text === '[') {
      at = skipList(all, at + 1);
      return;
    }
    value([...path, key].join('.'), { start: first.start, end: first.end });
  }

  function value(key: string, keyRange: TextRange): void {
    const parts: Token[] = [];
    for (let token = read(); token !== undefined && !/^[\n,}]$/.test(token.text); token = read()) {
      parts.push(token);
      at += 1;
    }
    const [head] = parts;
    const last = parts.at(-1);
    if (head === undefined || last === undefined) return;
    const quoted = parts.length === 1 && head.text.startsWith('"');
    const text = quoted ? unquoted(head.text) : document.text.slice(head.start, last.end).replace(/"/g, '');
    const optional = /^\$\{\?([\w.-]+)\}$/.exec(text);
    const earlier = written.get(key);
    const whole = optional?.[1] === undefined || earlier === undefined ? text : `\${${optional[1]}:${earlier}}`;
    written.set(key, whole);
    const range = quoted ? { start: head.start + 1, end: Math.max(head.start + 1, head.end - 1) } : { start: head.start, end: last.end };
    facts.push(setting(key, whole, range, keyRange, place));
  }
}

function skipList(tokens: readonly Token[], from: number): number {
  let depth = 1;
  let at = from;
  while (at < tokens.length && depth > 0) {
    if (tokens[at]?.text === '[') depth += 1;
    else if (tokens[at]?.text === ']') depth -= 1;
    at += 1;
  }
  return at;
}

function unquoted(text: string): string {
  return text.replace(/^"{1,3}|"{1,3}$/g, '');
}
