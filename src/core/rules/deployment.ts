import type { Fact } from '../model';
import { imageProduct } from '../detectors/images';
import type { ApplicationScope } from '../detectors/scope';
import { literalOf } from './support';

const instanceCounts = ['replicas', 'desired_count', 'desired_capacity', 'min_size', 'min_replicas'] as const;

/** Resources that run several copies whatever their counts say, and replace them at will. */
const ephemeralResources: readonly string[] = [
  'aws_lambda_function',
  'aws_ecs_service',
  'aws_apprunner_service',
  'AWS::Lambda::Function',
  'AWS::Serverless::Function',
  'AWS::ECS::Service',
  'AWS::AppRunner::Service',
];
const ephemeralDependencies: readonly string[] = ['composer:bref/bref', 'composer:bref/laravel-bridge', 'composer:laravel/vapor-core'];

/** How many copies a statement asks for; 1 where it says nothing. */
export function copiesOf(fact: Fact): number {
  return Math.max(1, ...instanceCounts.map((name) => Number(fact.detail?.[name] ?? 0)).filter((count) => !Number.isNaN(count)));
}

/** What proves that the application runs as more than one instance in a deployment, or null. */
export function severalInstances(scope: ApplicationScope): Fact | null {
  for (const fact of scope.facts) {
    if (fact.stage === 'test' || fact.stage === 'example') continue;
    if (fact.kind !== 'container' && fact.kind !== 'resource' && fact.kind !== 'process') continue;
    if (fact.kind === 'container' && imageProduct(literalOf(fact.value) ?? '') !== undefined) continue;
    if (copiesOf(fact) > 1 && speaksOf(scope, fact)) return fact;
  }
  return null;
}

/** Of several applications a service above them is the one that it builds or is named for. */
function speaksOf({ application }: ApplicationScope, fact: Fact): boolean {
  const { root } = application;
  if (fact.kind !== 'container' && fact.kind !== 'process') return true;
  if (root === '.' || fact.at.path.startsWith(`${root}/`) || fact.detail?.['service'] === undefined) return true;
  const context = fact.detail['context'];
  if (context !== undefined) return context === root || context === '.' || context.startsWith(`${root}/`) || root.startsWith(`${context}/`);
  const words = (text: string): readonly string[] => text.toLowerCase().split(/[^a-z0-9]+/);
  const folder = root.slice(root.lastIndexOf('/') + 1);
  return words(fact.detail['service']).some((word) => words(folder).includes(word) || words(application.name).includes(word));
}

/** What proves that instances and their disks come and go (containers without a host, functions), or null. */
export function ephemeralHost(scope: ApplicationScope): Fact | null {
  for (const type of ephemeralResources) {
    const fact = scope.find('resource', type).find(({ stage }) => stage !== 'test' && stage !== 'example');
    if (fact !== undefined) return fact;
  }
  for (const name of ephemeralDependencies) {
    const [fact] = scope.find('dependency', name);
    if (fact !== undefined) return fact;
  }
  return null;
}

/** What makes state on one instance's disk or in its memory a loss rather than a risk, or null. */
export function losesLocalState(scope: ApplicationScope): Fact | null {
  return severalInstances(scope) ?? ephemeralHost(scope);
}

/** What proves that the application itself is deployed in a container, or null. */
export function runsInContainer(scope: ApplicationScope): Fact | null {
  return (
    scope.facts.find(
      ({ kind, origin, stage }) => stage === 'production' && (origin === 'dockerfile' || origin === 'kubernetes' || origin === 'kubernetes-base') && (kind === 'process' || kind === 'config'),
    ) ?? null
  );
}

/** What proves that at least so many workers consume the queue (copies of one, or several declared ones), or null. */
export function severalWorkers(scope: ApplicationScope, atLeast: number): Fact | null {
  const workers = scope.find('process', 'worker').filter(({ stage }) => stage === 'production' || stage === 'staging');
  const copied = workers.find((fact) => copiesOf(fact) >= atLeast);
  return copied ?? (workers.length >= atLeast ? (workers[0] ?? null) : null);
}
