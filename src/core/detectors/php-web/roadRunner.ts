import type { Extraction, SourceDocument } from '../../model';
import type { Formats } from '../../formats';
import { entryOf, scalarText } from '../../formats/node';
import { problemsAt } from '../facts';

/** The configuration of the server that keeps PHP running; those of tests and developers have names of their own. */
export const roadRunnerFile = /(^|\/)\.rr(?:\.prod(?:uction)?)?\.ya?ml$/;

/** Drivers of its queues (docs.roadrunner.dev/docs/queues-and-jobs, read 2026-11) → technology. */
export const pipelineTechnologies: Readonly<Record<string, string>> = { memory: 'memory', boltdb: 'file', amqp: 'rabbitmq', beanstalk: 'beanstalkd', sqs: 'sqs', nats: 'nats', kafka: 'kafka', google_pub_sub: 'pubsub' };

/** The pipelines whose jobs the server hands to the application: `jobs.pipelines.<name>.driver`. */
export function extractRoadRunner({ path, text }: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.yaml(text);
  const jobs = entryOf(parsed.value[0], 'jobs')?.value;
  const pipelines = entryOf(jobs, 'pipelines')?.value;
  const consumed = entryOf(jobs, 'consume')?.value;
  const names = consumed?.kind === 'list' ? consumed.items.flatMap((item) => scalarText(item) ?? []) : null;
  const entries = pipelines?.kind === 'map' ? pipelines.entries.filter(({ key }) => names === null || names.includes(key)) : [];
  const facts = entries.flatMap(({ value }) => {
    const driver = entryOf(value, 'driver')?.value;
    const name = scalarText(driver);
    return driver === undefined || name === undefined ? [] : [{ kind: 'config', name: 'roadrunner.jobs.driver', value: { kind: 'literal', text: name }, at: { path, range: driver.range }, stage: 'default', origin: 'php-config' } as const];
  });
  return { facts, problems: problemsAt(path, parsed.problems) };
}
