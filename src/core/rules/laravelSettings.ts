import type { SourceLocation, Stage, TextEdit } from '../model';
import { replaceDriver, settingsBeside, type Setting } from './edits';
import type { RuleContext } from './rule';
import { isLaravel } from './support';

/** Another driver in Laravel's own words, and the variables that it reads. */
export interface LaravelDriver {
  readonly expected: readonly string[];
  readonly value: string;
  readonly settings: readonly Setting[];
}

/** Changes a driver in place and adds what the new one needs below it. Empty where the place is no driver of Laravel. */
export function laravelDriverEdits(context: RuleContext, at: SourceLocation, driver: LaravelDriver): readonly TextEdit[] {
  if (!isLaravel(context.scope)) return [];
  const replacement = replaceDriver(context, at, driver.expected, driver.value);
  return replacement.length === 0 ? [] : [...replacement, ...settingsBeside(context, at, driver.settings)];
}

/** A host that works on a developer's machine; in production it is left to be filled in. */
function hostFor(stage: Stage): string {
  return stage === 'production' || stage === 'staging' ? '' : '127.0.0.1';
}

export function databaseSettings(stage: Stage, port: string): readonly Setting[] {
  return [
    { key: 'DB_HOST', value: hostFor(stage) },
    { key: 'DB_PORT', value: port },
    { key: 'DB_DATABASE', value: 'app' },
    { key: 'DB_USERNAME', value: '' },
    { key: 'DB_PASSWORD', value: '' },
  ];
}

export function redisSettings(stage: Stage): readonly Setting[] {
  return [
    { key: 'REDIS_HOST', value: hostFor(stage) },
    { key: 'REDIS_PORT', value: '6379' },
  ];
}

export function sqsSettings(region: string): readonly Setting[] {
  return [
    { key: 'SQS_PREFIX', value: `https://sqs.${region}.amazonaws.com/your-account-id` },
    { key: 'SQS_QUEUE', value: 'default' },
    { key: 'AWS_DEFAULT_REGION', value: region },
  ];
}

export function s3Settings(region: string): readonly Setting[] {
  return [
    { key: 'AWS_BUCKET', value: '' },
    { key: 'AWS_DEFAULT_REGION', value: region },
  ];
}

export function sesSettings(region: string): readonly Setting[] {
  return [{ key: 'AWS_DEFAULT_REGION', value: region }];
}
