import { localizeMessage, message, verbatim, type Localized, type Message } from '../core/l10n/localized';

export const failureKinds = [
  'throttled',
  'timed-out',
  'server-error',
  'no-network',
  'expired-credentials',
  'no-credentials',
  'access-denied',
  'clock-skew',
  'malformed',
  'cancelled',
  'unexpected',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** A call to AWS that failed for a reason one can act on. Never carries credentials or the text of a request. */
export class AwsFailure extends Error {
  readonly kind: FailureKind;
  /** Permission that was missing, for `access-denied`. */
  readonly permission: string | null;

  constructor(kind: FailureKind, options: { readonly permission?: string; readonly cause?: unknown } = {}) {
    super(localizeMessage(localizedFailure(kind, options.permission ?? null), 'en'), options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AwsFailure';
    this.kind = kind;
    this.permission = options.permission ?? null;
  }

  get explanation(): Message {
    return localizedFailure(this.kind, this.permission);
  }
}

/** What may pass when it is tried again. */
const passing: readonly FailureKind[] = ['throttled', 'timed-out', 'server-error', 'no-network'];

export function isPassing(failure: AwsFailure): boolean {
  return passing.includes(failure.kind);
}

/** What no other request would survive either: there is no use in sending the rest. */
const final: readonly FailureKind[] = ['no-network', 'expired-credentials', 'no-credentials', 'access-denied', 'clock-skew', 'cancelled'];

export function isFinal(failure: AwsFailure): boolean {
  return final.includes(failure.kind);
}

const texts: Readonly<Record<FailureKind, Localized>> = {
  throttled: { en: 'AWS asked to slow down and still did after several tries', 'pt-br': 'A AWS pediu para reduzir o ritmo e continuou pedindo depois de várias tentativas' },
  'timed-out': { en: 'AWS did not answer in time', 'pt-br': 'A AWS não respondeu a tempo' },
  'server-error': { en: 'AWS answered with an error of its own', 'pt-br': 'A AWS respondeu com um erro interno' },
  'no-network': { en: 'AWS cannot be reached; check the network', 'pt-br': 'Não foi possível alcançar a AWS; verifique a rede' },
  'expired-credentials': {
    en: 'the AWS credentials have expired; sign in again (aws sso login)',
    'pt-br': 'as credenciais da AWS expiraram; entre novamente (aws sso login)',
  },
  'no-credentials': {
    en: 'no AWS credentials were found; choose a profile or sign in',
    'pt-br': 'nenhuma credencial da AWS foi encontrada; escolha um perfil ou entre na conta',
  },
  'access-denied': { en: 'the AWS credentials lack the permission {permission}', 'pt-br': 'as credenciais da AWS não têm a permissão {permission}' },
  'clock-skew': { en: 'this computer’s clock is too far off for AWS; set it right', 'pt-br': 'o relógio deste computador está fora do aceito pela AWS; acerte-o' },
  malformed: { en: 'AWS’s answer could not be read', 'pt-br': 'Não foi possível ler a resposta da AWS' },
  cancelled: { en: 'cancelled', 'pt-br': 'cancelado' },
  unexpected: { en: 'the call to AWS failed', 'pt-br': 'a chamada à AWS falhou' },
};

function localizedFailure(kind: FailureKind, permission: string | null): Message {
  return message(texts[kind], permission === null ? undefined : { permission: verbatim(permission) });
}

interface SdkError {
  readonly name: string;
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/** Tells what went wrong by the names that AWS and Node give their errors. `permission` is what the call needs. */
export function classifyFailure(error: unknown, permission: string, signal?: AbortSignal): AwsFailure {
  if (error instanceof AwsFailure) return error;
  if (signal?.aborted === true) return new AwsFailure('cancelled', { cause: error });
  return new AwsFailure(kindOf(describe(error)), { permission, cause: error });
}

function kindOf({ name, code, status, message: text }: SdkError): FailureKind {
  if (/Throttl|TooManyRequests|RequestLimitExceeded|LimitExceeded|SlowDown/.test(name) || status === 429) return 'throttled';
  if (/^(RequestTimeTooSkewed|RequestExpired|RequestInTheFuture)$/.test(name) || /Signature (expired|not yet current)/.test(text)) return 'clock-skew';
  if (/^(ExpiredToken|ExpiredTokenException|TokenRefreshRequired|SSOTokenProviderFailure)$/.test(name)) return 'expired-credentials';
  if (/(token|session|credentials?)[^.]*\bexpired\b|\bexpired\b[^.]*(token|session|credentials?)/i.test(text)) return 'expired-credentials';
  // A missing or stale SSO token is told by the way out that the SDK names.
  if (/aws sso login/i.test(text)) return 'expired-credentials';
  if (/^(CredentialsProviderError|ProviderError|MissingAuthenticationToken|MissingAuthenticationTokenException)$/.test(name)) return 'no-credentials';
  if (/^(UnrecognizedClient|InvalidClientTokenId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature)/.test(name)) return 'no-credentials';
  if (/AccessDenied|UnauthorizedOperation|NotAuthorized|OptInRequired/.test(name) || status === 403) return 'access-denied';
  // Before the name: the SDK calls a reset connection a time-out too.
  if (/^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EPIPE)$/.test(code)) return 'no-network';
  if (name === 'TimeoutError' || code === 'ETIMEDOUT' || code === 'ESOCKETTIMEDOUT' || status === 408) return 'timed-out';
  if (status >= 500 || /InternalError|InternalServer|ServiceUnavailable/.test(name)) return 'server-error';
  if (name === 'SyntaxError') return 'malformed';
  return 'unexpected';
}

function describe(error: unknown): SdkError {
  if (typeof error !== 'object' || error === null) return { name: '', code: '', status: 0, message: String(error) };
  const { name, code, message: text, $metadata: metadata, errno } = error as {
    name?: unknown;
    code?: unknown;
    errno?: unknown;
    message?: unknown;
    $metadata?: { httpStatusCode?: unknown };
  };
  const status = metadata?.httpStatusCode;
  return {
    name: typeof name === 'string' ? name : '',
    code: typeof code === 'string' ? code : typeof errno === 'string' ? errno : '',
    status: typeof status === 'number' ? status : 0,
    message: typeof text === 'string' ? text : '',
  };
}
