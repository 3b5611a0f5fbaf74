import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { isConditional, proof, wordOf, type ElixirSettings } from './settings';

/** Oban keeps its jobs in the application's own database; Broadway says which broker it reads. */
export function queueBindings(settings: ElixirSettings): readonly Binding[] {
  const found: Binding[] = [];
  const oban = settings.dependency('oban', 'oban_pro');
  const use = settings.settings(/^Oban\.(?:queues|repo|engine)$|(?:^|\.)Oban\.queues$/)[0] ?? settings.settings(/^Oban(?:\.|$)/)[0] ?? settings.marker('elixir.oban');
  if (oban !== undefined && use !== undefined) found.push(binding({ need: 'queue', technology: 'database', library: 'oban', evidence: proof(use, oban), basis: 'driver' }));
  const [exq, enqueued] = [settings.dependency('exq'), settings.settings(/^exq(?:\.|$)/)[0] ?? settings.marker('elixir.exq')];
  if (exq !== undefined && enqueued !== undefined) found.push(binding({ need: 'queue', technology: 'redis', library: 'exq', evidence: proof(enqueued, exq), basis: 'driver' }));
  const [amqp, published] = [settings.dependency('amqp'), settings.marker('elixir.amqp')];
  if (amqp !== undefined && published !== undefined) found.push(binding({ need: 'queue', technology: 'rabbitmq', library: 'amqp', evidence: proof(published, amqp), basis: 'driver', ...(found.length === 0 ? {} : { additional: true }) }));
  const producer = settings.marker('elixir.broadway') ?? settings.settings(/producer/i).find((fact) => /^(?:Off)?Broadway\w+\.(?:\w+\.)?Producer$/.test(wordOf(fact)) && !isConditional(fact));
  const technology = /SQS/.test(wordOf(producer)) ? 'sqs' : /RabbitMQ/.test(wordOf(producer)) ? 'rabbitmq' : undefined;
  if (technology !== undefined && !found.some((other) => other.technology === technology)) found.push(binding({ need: 'queue', technology, library: 'broadway', evidence: proof(producer), basis: 'driver', ...(found.length === 0 ? {} : { additional: true }) }));
  const [brod, streamed] = [settings.dependency('brod', 'kafka_ex', 'broadway_kafka'), settings.marker('elixir.brod') ?? (/Kafka/.test(wordOf(producer)) ? producer : undefined)];
  if (brod !== undefined && streamed !== undefined) found.push(binding({ need: 'event-streaming', technology: 'kafka', library: /Kafka/.test(wordOf(producer)) ? 'broadway' : null, evidence: proof(streamed, brod), basis: 'driver' }));
  return found;
}

export function schedulerBindings(settings: ElixirSettings): readonly Binding[] {
  const crontab = settings.settings(/Oban.*(?:\.crontab$|Plugins\.Cron$)/).find((fact) => fact.value.kind !== 'literal' || fact.value.text !== 'false') ?? settings.marker('elixir.crontab');
  const oban = settings.dependency('oban', 'oban_pro');
  if (crontab !== undefined && oban !== undefined) return [binding({ need: 'scheduler', technology: 'oban', library: 'oban', evidence: proof(crontab, oban), basis: 'driver' })];
  const [quantum, use] = [settings.dependency('quantum'), settings.settings(/\.jobs$/)[0] ?? settings.marker('elixir.quantum')];
  return quantum === undefined || use === undefined ? [] : [binding({ need: 'scheduler', technology: 'quantum', library: 'quantum', evidence: proof(use, quantum), basis: 'driver' })];
}

/** A cache library that is started; Redis where the cache's adapter says so. */
export function cacheBindings(settings: ElixirSettings): readonly Binding[] {
  const isAdapter = (fact: Fact): boolean => /^Nebulex|^NebulexRedis/.test(wordOf(fact)) && !isConditional(fact);
  const levels = settings.scope.find('code', 'elixir.nebulex').filter(isAdapter);
  // Of several levels the one that servers share.
  const nebulex = settings.settings(/\.adapter$/).find(isAdapter) ?? levels.find((fact) => /Redis/.test(wordOf(fact))) ?? levels[0];
  if (nebulex !== undefined) return [binding({ need: 'cache', technology: /Redis/.test(wordOf(nebulex)) ? 'redis' : 'memory', library: 'nebulex', evidence: proof(nebulex), basis: 'driver' })];
  const [dependency, use] = [settings.dependency('cachex', 'con_cache'), settings.marker('elixir.cachex')];
  if (dependency !== undefined && use !== undefined) return [binding({ need: 'cache', technology: 'memory', library: dependency.name.slice('hex:'.length), evidence: proof(use, dependency), basis: 'driver' })];
  const [redix, client] = [settings.dependency('redix'), settings.marker('elixir.redix')];
  return redix === undefined || client === undefined ? [] : [binding({ need: 'cache', technology: 'redis', library: 'redix', evidence: proof(client, redix), basis: 'driver', confidence: 'likely' })];
}
