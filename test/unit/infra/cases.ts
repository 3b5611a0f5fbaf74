import { generateSnippet, snippetServices, type Dialect, type Snippet, type SnippetInput } from '../../../src/core/infra';
import type { Application, NeedId, PhaseId } from '../../../src/core/model';

export function application(framework: string, name = 'Telemedicina São Paulo'): Application {
  return { root: '.', name, framework, frameworkVersion: null, languages: [], manifest: { path: 'composer.json', range: { start: 0, end: 0 } } };
}

type Combination = readonly [need: NeedId, technology: string, framework: string];

/** Every branch of the templates; a service that is not named here does not look at need and technology. */
const combinations: Readonly<Record<string, readonly Combination[]>> = {
  rds: [['relational-database', 'sqlite', 'laravel'], ['relational-database', 'mysql', 'laravel'], ['relational-database', 'mariadb', 'django'], ['relational-database', 'sqlserver', 'spring']],
  'aurora-serverless': [['relational-database', 'postgresql', 'django'], ['relational-database', 'mariadb', 'laravel']],
  elasticache: [['cache', 'redis', 'laravel'], ['queue', 'redis', 'rails'], ['cache', 'memcached', 'django']],
  fargate: [['realtime', 'reverb', 'laravel'], ['realtime', 'socket.io', 'express'], ['queue', 'redis', 'laravel'], ['compute', 'php-fpm', 'laravel'], ['compute', 'node', 'express']],
  alb: [['compute', 'php-fpm', 'laravel']],
  dynamodb: [['cache', 'database', 'laravel'], ['document-database', 'mongodb', 'express']],
};
const otherServices: readonly Combination[] = [['compute', 'php-fpm', 'laravel'], ['compute', 'python', 'django']];

export interface SnippetCase {
  readonly name: string;
  readonly input: SnippetInput;
  readonly snippet: Snippet;
}

export function snippetCases(dialect: Dialect, phases: readonly PhaseId[] = ['lift-and-shift', 'cloud-native']): readonly SnippetCase[] {
  return snippetServices(dialect).flatMap((service) =>
    (combinations[service] ?? otherServices).flatMap(([need, technology, framework]) =>
      phases.map((phase) => {
        const input: SnippetInput = { dialect, service, need, technology, application: application(framework), region: 'us-east-1', phase };
        const snippet = generateSnippet(input);
        if (snippet === null) throw new Error(`no ${dialect} for ${service}`);
        return { name: `${service}-${need}-${technology}-${framework}-${phase}`.replace(/[^\w-]/g, '-'), input, snippet };
      }),
    ),
  );
}

/** The whole of an application, in one folder. */
export const wholeApplication: readonly SnippetInput[] = (
  [
    ['vpc', 'compute', 'php-fpm'], ['fargate', 'compute', 'php-fpm'], ['alb', 'compute', 'php-fpm'], ['fargate', 'realtime', 'reverb'], ['fargate', 'queue', 'database'],
    ['rds', 'relational-database', 'sqlite'], ['elasticache', 'cache', 'database'], ['elasticache', 'sessions', 'database'], ['elasticache', 'queue', 'redis'], ['sqs', 'queue', 'database'],
    ['s3', 'file-storage', 'local'], ['cloudfront', 'static-assets', 'bundled'], ['ses', 'mail', 'log'], ['secretsmanager', 'secrets', 'env'], ['parameter-store', 'secrets', 'env'],
    ['cloudwatch', 'monitoring', 'log-file'], ['eventbridge-scheduler', 'scheduler', 'laravel-schedule'], ['budgets', 'compute', 'php-fpm'], ['opensearch', 'search', 'elasticsearch'],
  ] as const
).map(([service, need, technology]) => ({ dialect: 'terraform', service, need, technology, application: application('laravel', 'Clinic'), region: 'sa-east-1', phase: 'cloud-native' }));
