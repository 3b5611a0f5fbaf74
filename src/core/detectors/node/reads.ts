import type { Fact, SourceDocument } from '../../model';

/** Variables that name a server, a service or a credential: what an application cannot run without. */
export const telling = /REDIS|VALKEY|MONGO|DATABASE|POSTGRES|MYSQL|(?:^|_)DB_|SMTP|MAIL|(?:^|_)SES_|SENDGRID|RESEND|POSTMARK|S3|BUCKET|MINIO|AMQP|RABBIT|KAFKA|SQS|QUEUE|ELASTIC|OPENSEARCH|MEILI|TYPESENSE|ALGOLIA|CLOUDINARY|SECRET|PASSWORD|TOKEN|KEY/;

const looksUp = /process\.env|\bBun\.env|\benv\b|\b(?:get|getOrThrow)\(\s*['"`][A-Z]|:\s*(?:z|Joi|joi|str|url|t|v|yup)\b/;

/**
 * `process.env.KEY`, `config.get('KEY')`, `env: 'KEY'` of convict, `KEY: z.string()` of a schema. Text before and after
 * tells whether the application does without it.
 */
const read = /\b(?:process\.env|Bun\.env|env)(?:!?\.|\[['"`])([A-Z][A-Z0-9_]{2,60})|\b(?:get|getOrThrow|env|required)(?:<[\w |]{1,30}>)?\(\s*['"`]([A-Z][A-Z0-9_]{2,60})['"`]|\benv\s*:\s*['"`]([A-Z][A-Z0-9_]{2,60})['"`]|^[ \t]*([A-Z][A-Z0-9_]{2,60})\s?:\s*(?:z|Joi|joi|str|url|t|v|yup|Env\.schema)\b/gm;

/** `if (process.env.KEY)`, `!process.env.KEY`. */
const asked = /(?:\bif\s*\(|[!?&|])\s*$/;
/** `process.env.KEY ? a : b`, `process.env.KEY && a`; in a schema what follows on the line. */
const goesWithout = /^['"\])]{0,3}\s*(?:\?(?![.?])|&&|\)\s*\{|===|!==)/;

/** `if (!process.env.KEY) throw …`. */
const demands = /^['"\])]{0,3}\s{0,20}\)[\s{]{0,20}(?:throw\b|(?:[\w.]{1,40}\([^)]{0,90}\);?\s{0,20})?process\.exit)/;

/** Code that only tests run. */
export const testFile = /(?:^|\/)(?:tests?|__tests__|specs?|e2e|mocks?|__mocks__|fixtures)\/|[.-](?:test|tests|testing|spec|e2e-spec|mock)\./;

/** Whether a source file asks its environment for anything that tells something: a cheap look. */
export function asksEnvironment({ path, text }: SourceDocument): boolean {
  return telling.test(text) && looksUp.test(text) && !testFile.test(path);
}

/** First place where it asks for each such variable (`node.env.read`), in its text without comments. */
export function environmentReads(path: string, clean: string): readonly Fact[] {
  const found = new Map<string, Fact>();
  for (const match of clean.matchAll(read)) {
    const key = match[1] ?? match[2] ?? match[3] ?? match[4] ?? '';
    if (!telling.test(key)) continue;
    const start = match.index + match[0].indexOf(key);
    const end = start + key.length;
    const after = clean.slice(end, end + 160);
    const optional = match[4] === undefined ? !demands.test(after) && (asked.test(clean.slice(Math.max(0, match.index - 12), match.index)) || goesWithout.test(after)) : /\.(?:optional|nullish|nullable)\(|optional\b/.test(after.split(/,\s*\n/)[0] ?? '');
    const known = found.get(key);
    if (known !== undefined && (known.detail?.['optional'] !== undefined || !optional)) continue;
    found.set(key, { kind: 'code', name: 'node.env.read', value: { kind: 'literal', text: key }, at: { path, range: { start, end } }, stage: 'default', origin: 'node-code', ...(optional ? { detail: { optional: 'true' } } : {}) });
  }
  return [...found.values()];
}
