import { isBrowserKey, isSecretKey } from '../detectors/facts';
import type { Fact } from '../model';
import type { RuleContext } from './rule';

/** Keys that a browser receives anyway. */
const publicKey = /^(PUSHER|REVERB|SOKETI|ABLY)_APP_KEY$|PUBLIC_KEY|SITE_KEY|PUBLISHABLE|_KEY_ID$|TOKEN_(URL|LIFETIME|TTL|EXPIR)|PASSWORD_(RESET|MIN|MAX|TIMEOUT)|(^|_)(EXPIRES?|LIFETIME|TTL|LENGTH|PREFIX|NAME|PATH|FILE|HEADER)$/i;

/** What stands for a password on developers' machines. */
const developersWord = /^(root|admin|user|test|testing|local|dev|laravel|homestead|sail|postgres|pgsql|mysql|mariadb|redis|minio|minioadmin|rabbitmq|guest|docker|example|default|sample|dummy|fake|foo|bar|true|false|null|none|app[-_]?(key|secret|id)?|pass(word|wd)?\d*|secret\d*|(?:db|database|dev|app|user|root|admin|test|my|postgres|pgsql|mysql|mariadb|redis)[-_]?(?:pass(?:word|wd)?|secret)|\d{1,8}|change.*|.*change[-_ ]?(?:me|in[-_ ]?prod).*|your.*|my[-_].*|some.*|x{3}.*|base64:x*|needed|required|.*not[-_]?secret.*|replace.*|insert.*)$/i;

/** A variable that holds a credential which somebody could use. */
export function isCredential(context: RuleContext, fact: Fact): boolean {
  if (fact.value.kind !== 'secret' || fact.value.state !== 'set' || isBrowserKey(fact.name) || publicKey.test(fact.name)) return false;
  if (fact.name === 'APP_SECRET' && context.scope.application.framework === 'symfony') return false;
  const written = writtenAt(context, fact);
  if (fact.detail?.host !== undefined) return passwordInUrl(written);
  return isSecretKey(fact.name) && isRealSecret(written);
}

/** Where a key lies, and not the key: `%kernel.project_dir%/config/jwt/private.pem`. */
const keyFile = /^[\w%./-]+\.(?:pem|key|crt|p12|pfx|json)$/;

/** `m0-api-key`, `^_^sshPrivateKey^_^`, `{{ secret }}`: the name of what belongs there, or a gap that something else fills. */
const nameOfItself = /(?:^|[-_ ])(?:api|access|client|secret|private|signing)[-_ ](?:key|token|secret)(?:$|[-_ ])|^[\W_]{2,8}[A-Za-z][A-Za-z0-9.]*[\W_]{2,8}$/i;

/** Neither empty nor a word that stands for a password. */
export function isRealSecret(value: string): boolean {
  return value.length >= 6 && !nameOfItself.test(value) && !developersWord.test(value) && !/^\$\{?\w+\}?$/.test(value) && !keyFile.test(value);
}

/** `postgres://app:hunter22@db/app`, with a password in earnest: one that repeats the user is a developer's. */
export function passwordInUrl(url: string): boolean {
  const [, user, password] = /^[a-z][a-z0-9+.-]*:\/\/([^:@/]*):([^@/]+)@/i.exec(url) ?? [];
  return password !== undefined && password !== user && !password.startsWith('!') && isRealSecret(password);
}

/** The value of a fact as its file has it: looked at, never kept. */
export function writtenAt(context: RuleContext, fact: Fact): string {
  return context.textOf(fact.at.path)?.slice(fact.at.range.start, fact.at.range.end) ?? '';
}
