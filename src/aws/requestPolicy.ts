import { AwsFailure, classifyFailure, isPassing } from './failure';

/** How patient a call to AWS is. Time and chance are given, so that tests neither wait nor vary. */
export interface RequestPolicy {
  readonly attempts: number;
  /** Wait before the second attempt; it doubles with each further one, up to `longestDelayMs`. */
  readonly firstDelayMs: number;
  readonly longestDelayMs: number;
  readonly concurrency: number;
  readonly pageLimit: number;
  readonly requestTimeoutMs: number;
  /** No answer as a whole takes longer. */
  readonly totalTimeoutMs: number;
  random(): number;
  wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void>;
}

export const defaultRequestPolicy: RequestPolicy = {
  attempts: 4,
  firstDelayMs: 200,
  longestDelayMs: 3000,
  concurrency: 8,
  pageLimit: 20,
  requestTimeoutMs: 8000,
  totalTimeoutMs: 45_000,
  random: Math.random,
  wait,
};

/**
 * Calls until it succeeds, the failure is one that lasts, or the attempts are used up.
 * Between attempts it waits a random part of a doubling delay, so that many callers do not come back at once.
 */
export async function withRetries<T>(call: () => Promise<T>, policy: RequestPolicy, permission: string, signal?: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    throwIfCancelled(signal);
    try {
      return await call();
    } catch (error) {
      const failure = classifyFailure(error, permission, signal);
      if (!isPassing(failure) || attempt >= policy.attempts) throw failure;
      await policy.wait(policy.random() * Math.min(policy.firstDelayMs * 2 ** (attempt - 1), policy.longestDelayMs), signal);
    }
  }
}

/** Runs tasks, at most `limit` at a time. The first rejection is the result; tasks that have not begun are dropped. */
export async function inParallel<T>(tasks: readonly (() => Promise<T>)[], limit: number): Promise<readonly T[]> {
  const results: T[] = [];
  let next = 0;
  let failed = false;
  const worker = async (): Promise<void> => {
    while (next < tasks.length && !failed) {
      const index = next;
      next += 1;
      const task = tasks[index];
      if (task === undefined) return;
      try {
        results[index] = await task();
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, tasks.length) }, worker));
  return results;
}

/** A signal that ends with the caller's or when the time is up, and what tells the two apart. */
export interface Deadline {
  readonly signal: AbortSignal;
  readonly passed: () => boolean;
  dispose(): void;
}

export function deadline(milliseconds: number, signal?: AbortSignal): Deadline {
  const controller = new AbortController();
  let passed = false;
  const abort = (): void => controller.abort();
  const timer = setTimeout(() => {
    passed = true;
    abort();
  }, milliseconds);
  if (signal?.aborted === true) abort();
  signal?.addEventListener('abort', abort, { once: true });
  return {
    signal: controller.signal,
    passed: () => passed,
    dispose: () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
    },
  };
}

export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new AwsFailure('cancelled');
}

function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(finish, milliseconds);
    function finish(): void {
      signal?.removeEventListener('abort', cancel);
      resolve();
    }
    function cancel(): void {
      clearTimeout(timer);
      reject(new AwsFailure('cancelled'));
    }
    if (signal?.aborted === true) cancel();
    else signal?.addEventListener('abort', cancel, { once: true });
  });
}
