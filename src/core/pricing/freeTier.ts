import type { FreeTier } from '../model';
import type { MeterQuery } from './types';

/**
 * What AWS gives an account every month. `always` never ends; `twelve-months` is the offer for accounts opened before
 * 2025-07-15, in their first year (newer accounts get credits instead).
 * Sources: aws.amazon.com/free as of 2025-11; bands at zero and `Global-…` SKUs of AWS's price lists where they show it.
 */
export interface Allowance {
  readonly pool: string;
  readonly kind: 'always' | 'twelve-months';
  /** Units of the meter, for all meters of the pool together. */
  readonly quantity: number;
  readonly meters: readonly string[];
  /** Parameters that a query must have for the allowance to hold, with the values that count. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

const million = 1e6;

export const allowances: readonly Allowance[] = [
  always('lambda-requests', million, ['lambda.requests']),
  always('lambda-duration', 400_000, ['lambda.duration']),
  always('data-transfer-out', 100, ['data-transfer.out']),
  always('data-transfer-az', 1, ['data-transfer.az']),
  always('cloudfront-out', 1024, ['cloudfront.out']),
  always('cloudfront-requests', 10 * million, ['cloudfront.http', 'cloudfront.https']),
  always('cloudfront-functions', 2 * million, ['cloudfront.functions']),
  always('cloudfront-invalidations', 1000, ['cloudfront.invalidations']),
  always('dynamodb-storage', 25, ['dynamodb.storage']),
  always('dynamodb-streams', 2.5 * million, ['dynamodb.streams']),
  always('sns-requests', million, ['sns.requests']),
  always('sns-http', 100_000, ['sns.http']),
  always('sns-email', 1000, ['sns.email']),
  always('sns-push', million, ['sns.mobilePush']),
  always('sqs', million, ['sqs.requests']),
  always('cloudwatch-logs', 5, ['cloudwatch.logIngest', 'cloudwatch.logStorage', 'cloudwatch.logQueries']),
  always('cloudwatch-metrics', 10, ['cloudwatch.metrics']),
  always('cloudwatch-alarms', 10, ['cloudwatch.alarms'], { resolution: ['standard'] }),
  always('cloudwatch-dashboards', 3, ['cloudwatch.dashboards']),
  always('cloudwatch-requests', million, ['cloudwatch.requests']),
  always('xray-recorded', 100_000, ['xray.recorded']),
  always('xray-retrieved', million, ['xray.retrieved']),
  always('kms-requests', 20_000, ['kms.requests']),
  always('stepfunctions', 4000, ['stepfunctions.transitions']),
  always('scheduler', 14 * million, ['eventbridge-scheduler.invocations']),
  always('codepipeline-pipelines', 1, ['codepipeline.pipelines']),
  always('codepipeline-minutes', 100, ['codepipeline.minutes']),
  always('codebuild', 100, ['codebuild.minutes'], { computeType: ['general1.small'] }),
  always('cognito', 10_000, ['cognito.users']),
  always('route53-health-checks', 50, ['route53.healthChecks']),
  always('budgets-actions', 62, ['budgets.actions']),
  firstYear('ec2', 750, ['ec2.instance'], { instanceType: ['t2.micro', 't3.micro'] }),
  firstYear('public-ipv4', 750, ['public-ipv4.inUse']),
  firstYear('ebs', 30, ['ebs.storage']),
  firstYear('ebs-snapshots', 1, ['ebs.snapshots']),
  firstYear('s3-storage', 5, ['s3.storage'], { class: ['standard'] }),
  firstYear('s3-puts', 2000, ['s3.puts']),
  firstYear('s3-gets', 20_000, ['s3.gets']),
  firstYear('rds', 750, ['rds.instance'], { instanceType: ['db.t2.micro', 'db.t3.micro', 'db.t4g.micro'], deployment: ['single-az'] }),
  firstYear('rds-storage', 20, ['rds.storage'], { deployment: ['single-az'] }),
  firstYear('rds-backup', 20, ['rds.backup']),
  firstYear('elasticache', 750, ['elasticache.node'], { nodeType: ['cache.t2.micro', 'cache.t3.micro', 'cache.t4g.micro'] }),
  firstYear('alb-hours', 750, ['alb.hours']),
  firstYear('alb-lcu', 15, ['alb.lcu']),
  firstYear('apigateway-rest', million, ['apigateway-rest.requests']),
  firstYear('apigateway-http', million, ['apigateway-http.requests']),
  firstYear('apigateway-messages', million, ['apigateway-websocket.messages']),
  firstYear('apigateway-minutes', 750_000, ['apigateway-websocket.minutes']),
  firstYear('ecr', 0.5, ['ecr.storage']),
  firstYear('efs', 5, ['efs.storage']),
  firstYear('ses', 3000, ['ses.emails']),
  firstYear('opensearch', 750, ['opensearch.instance'], { instanceType: ['t2.small.search', 't3.small.search'] }),
  firstYear('opensearch-storage', 10, ['opensearch.storage']),
  firstYear('amazon-mq', 750, ['amazon-mq.broker'], { instanceType: ['mq.t2.micro', 'mq.t3.micro'], deployment: ['single-az'] }),
  firstYear('amplify-build', 1000, ['amplify.buildMinutes']),
  firstYear('amplify-storage', 5, ['amplify.storage']),
  firstYear('amplify-out', 15, ['amplify.dataOut']),
];

/** Allowances of one account, drawn from as quantities are priced: each exists once, however many applications use it. */
export interface FreeTierAccount {
  /** Units of the quantity that are free; they are gone afterwards. */
  take(query: MeterQuery, quantity: number): number;
}

export function freeTierAccount(freeTier: FreeTier): FreeTierAccount {
  const left = new Map(allowances.filter(({ kind }) => granted(kind, freeTier)).map(({ pool, quantity }) => [pool, quantity]));
  return {
    take(query, quantity) {
      const allowance = allowances.find((candidate) => left.has(candidate.pool) && covers(candidate, query));
      if (allowance === undefined) return 0;
      const available = left.get(allowance.pool) ?? 0;
      const taken = Math.min(available, quantity);
      left.set(allowance.pool, available - taken);
      return taken;
    },
  };
}

function granted(kind: Allowance['kind'], freeTier: FreeTier): boolean {
  if (freeTier === 'none') return false;
  return freeTier === 'legacy' || kind === 'always';
}

function covers(allowance: Allowance, query: MeterQuery): boolean {
  if (!allowance.meters.includes(query.meter)) return false;
  return Object.entries(allowance.only ?? {}).every(([name, values]) => values.includes(query.parameters[name] ?? ''));
}

function always(pool: string, quantity: number, meters: readonly string[], only?: Allowance['only']): Allowance {
  return { pool, kind: 'always', quantity, meters, ...(only === undefined ? {} : { only }) };
}

function firstYear(pool: string, quantity: number, meters: readonly string[], only?: Allowance['only']): Allowance {
  return { pool, kind: 'twelve-months', quantity, meters, ...(only === undefined ? {} : { only }) };
}
