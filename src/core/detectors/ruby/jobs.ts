import type { Evidence, Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { gem, loadedGem, marker, others, processOf, proof } from './context';
import type { RubySetting, RubySettings } from './settings';
import { queueOf } from './technologies';

interface Library {
  readonly technology: string;
  readonly library: string;
  readonly gems: readonly string[];
  /** Uses in code. */
  readonly markers: readonly string[];
  readonly command: RegExp;
  /** Settings and files that only this library reads. */
  readonly settings: RegExp;
}

/** Libraries that work without Active Job. */
const libraries: readonly Library[] = [
  { technology: 'redis', library: 'sidekiq', gems: ['sidekiq', 'sidekiq-pro', 'sidekiq-ent', 'govuk_sidekiq'], markers: ['ruby.job.sidekiq'], command: /\bsidekiq\b/, settings: /^yml\.sidekiq(?:\.|$)|^Sidekiq\./ },
  { technology: 'redis', library: 'resque', gems: ['resque', 'resque-pool'], markers: ['ruby.job.resque'], command: /\bresque\b/, settings: /^Resque\./ },
  { technology: 'database', library: 'delayed-job', gems: ['delayed_job_active_record', 'delayed_job_sequel', 'delayed_job_mongoid'], markers: ['ruby.job.delayed'], command: /\bdelayed_job\b|\bjobs:work(?:off)?\b/, settings: /^Delayed::Worker\./ },
  { technology: 'database', library: 'good-job', gems: ['good_job'], markers: [], command: /\bgood_job\b/, settings: /^config\.good_job(?:\.|$)|^GoodJob\./ },
  { technology: 'database', library: 'que', gems: ['que'], markers: ['ruby.job.que'], command: /\bque\b/, settings: /^Que\./ },
  { technology: 'memory', library: 'sucker-punch', gems: ['sucker_punch'], markers: ['ruby.job.sucker'], command: /^$/, settings: /^$/ },
  { technology: 'rabbitmq', library: 'sneakers', gems: ['sneakers', 'kicks'], markers: ['ruby.job.sneakers'], command: /\bsneakers\b/, settings: /^Sneakers\./ },
  { technology: 'sqs', library: 'shoryuken', gems: ['shoryuken'], markers: ['ruby.job.shoryuken'], command: /\bshoryuken\b/, settings: /^yml\.shoryuken\.|^Shoryuken\./ },
  { technology: 'rabbitmq', library: 'bunny', gems: ['bunny', 'march_hare', 'hutch'], markers: ['ruby.bunny'], command: /\bhutch\b/, settings: /^$/ },
  { technology: 'sqs', library: 'aws-sdk-sqs', gems: ['aws-sdk-sqs'], markers: ['ruby.job.sqs'], command: /^$/, settings: /^$/ },
];

const adapterNames = ['config.active_job.queue_adapter', 'ActiveJob::Base.queue_adapter'];

/** The adapter that Active Job is given, and what the code hands jobs to directly: two libraries can run side by side. */
export function queueBindings(settings: RubySettings): readonly Binding[] {
  const adapter = adapterOf(settings);
  const direct = libraries.flatMap((library) => used(settings, library));
  if (adapter === undefined) {
    const [first, ...more] = direct;
    if (first === undefined) return inProcess(settings);
    return [first, ...more.filter((one) => one.technology !== first.technology).map((one) => ({ ...one, additional: true }))];
  }
  const beside = direct.filter((one) => one.technology !== adapter.technology && one.library !== adapter.library);
  // `async` and `inline` run what nobody handed to a real queue.
  const isReal = adapter.technology !== 'memory' && adapter.technology !== 'sync';
  const [other] = beside;
  if (!isReal && other !== undefined) return beside.map((one, index) => (index === 0 ? one : { ...one, additional: true }));
  return [adapter, ...beside.map((one) => ({ ...one, additional: true }))];
}

function adapterOf(settings: RubySettings): Binding | undefined {
  const jobs = marker(settings.scope, 'ruby.job.active', 'ruby.job.sidekiq');
  for (const name of adapterNames) {
    for (const fact of settings.all(name)) {
      const setting = settings.resolve(fact);
      const read = setting?.text == null ? undefined : queueOf(setting.text);
      if (setting === undefined || read === undefined) continue;
      const supported = others(adapterNames.flatMap((one) => settings.offered(one)).map((text) => queueOf(text)?.technology), read.technology).filter((word) => word !== 'memory' && word !== 'sync');
      const library = libraryGem(settings, read.library);
      return binding({ need: 'queue', technology: read.technology, library: read.library, evidence: [...setting.evidence, ...proof(library, jobs)], basis: 'driver', confidence: setting.from === 'fallback' ? 'likely' : 'certain', supported });
    }
  }
  return undefined;
}

function libraryGem(settings: RubySettings, library: string | null): Fact | undefined {
  return library === null ? undefined : gem(settings.scope, library, library.replace(/-/g, '_'), ...(libraries.find((one) => one.library === library)?.gems ?? []));
}

function used(settings: RubySettings, one: Library): readonly Binding[] {
  const { scope } = settings;
  const dependency = gem(scope, ...one.gems);
  if (dependency === undefined) return [];
  const code = marker(scope, ...one.markers);
  const process = one.command.source === '^$' ? undefined : processOf(settings, one.command);
  const setting = settings.all(one.settings)[0];
  const evidence = proof(code, process, setting);
  // Delayed Job's methods have names that other code uses too.
  if (evidence.length === 0 || one.library === 'delayed-job' && process === undefined && setting === undefined && loadedGem(scope, ...one.gems) === undefined) return [];
  return [binding({ need: 'queue', technology: one.technology, library: one.library, evidence: [...evidence, ...proof(dependency)], basis: 'driver' })];
}

/** Active Job without an adapter runs jobs in threads of the web process; they are lost with it. */
function inProcess(settings: RubySettings): readonly Binding[] {
  if (settings.scope.application.framework !== 'rails') return [];
  const jobs = marker(settings.scope, 'ruby.job.active');
  const queueGem = loadedGem(settings.scope, 'solid_queue', 'good_job', 'sidekiq', 'resque', 'delayed_job_active_record', 'que');
  if (jobs === undefined) return [];
  // A library that is loaded, and an adapter that a file beyond these chooses.
  if (queueGem !== undefined) {
    const read = queueOf(queueGem.name.slice('gem:'.length).replace('_active_record', ''));
    if (read !== undefined) return [binding({ need: 'queue', technology: read.technology, library: read.library, evidence: proof(queueGem, jobs), basis: 'library', confidence: 'likely' })];
  }
  return [binding({ need: 'queue', technology: 'memory', evidence: proof(jobs), basis: 'library', confidence: 'likely' })];
}

export function streamingBindings({ scope }: RubySettings): readonly Binding[] {
  const client = gem(scope, 'karafka', 'ruby-kafka', 'rdkafka', 'racecar', 'waterdrop', 'delivery_boy', 'phobos');
  const use = marker(scope, 'ruby.kafka');
  return client === undefined || use === undefined ? [] : [binding({ need: 'event-streaming', technology: 'kafka', library: client.name === 'gem:karafka' ? 'karafka' : null, evidence: proof(use, client), basis: 'driver' })];
}

interface Timetable {
  readonly technology: string;
  readonly library?: string;
  /** All of these have to be there. */
  readonly needs: readonly (readonly Evidence[])[];
}

/** What runs on a timetable, by the library that keeps the time. */
export function schedulerBindings(settings: RubySettings): readonly Binding[] {
  const { scope } = settings;
  const dependency = (...names: readonly string[]): readonly Evidence[] => proof(gem(scope, ...names));
  const code = (...names: readonly string[]): readonly Evidence[] => proof(marker(scope, ...names));
  const file = (pattern: RegExp): readonly Evidence[] => proof(settings.all(pattern)[0]);
  const sidekiqFile = file(/^yml\.(?:sidekiq|sidekiq[_-]scheduler)\.(?:\w+\.)?(?:scheduler\.)?schedule\.[\w-]+\.(?:cron|every|interval|class|at|in)(?:\.\d+)?$/);
  const jobFile = /^yml\.(?:schedule|scheduler|sidekiq[_-]cron|sidekiq[_-]schedule(?:r)?|scheduled_jobs|cron|crontab|cron_jobs|jobs)\.(?:\w+\.)*(?:cron|every|interval|class|at|in)$/;
  const kinds: readonly Timetable[] = [
    { technology: 'solid-queue', library: 'solid-queue', needs: [dependency('solid_queue'), file(/^yml\.recurring\.(?:production\.)?(?!development\.|test\.)\w+\.(?:schedule|class|command)$/)] },
    { technology: 'sidekiq-cron', library: 'sidekiq', needs: [dependency('sidekiq-cron'), [...file(jobFile), ...code('ruby.sidekiq.cron'), ...sidekiqFile, ...file(/^Sidekiq::Cron\./)]] },
    { technology: 'sidekiq-scheduler', library: 'sidekiq', needs: [dependency('sidekiq-scheduler'), [...sidekiqFile, ...code('ruby.sidekiq.scheduler'), ...file(jobFile)]] },
    { technology: 'sidekiq-periodic', library: 'sidekiq', needs: [dependency('sidekiq-ent', 'sidekiq'), code('ruby.sidekiq.periodic')] },
    { technology: 'good-job', library: 'good-job', needs: [dependency('good_job'), [...file(/^(?:config\.good_job|GoodJob)\.cron$/), ...file(/^(?:config\.good_job|GoodJob)\.(?:cron\.|enable_cron$)/)]] },
    { technology: 'resque-scheduler', library: 'resque', needs: [dependency('resque-scheduler'), [...code('ruby.resque.scheduler'), ...file(/^yml\.(?:resque_schedule|resque_scheduler|schedule)\.(?:\w+\.)*(?:cron|every|class)$/)]] },
    { technology: 'que-scheduler', library: 'que', needs: [dependency('que-scheduler')] },
    { technology: 'mini-scheduler', needs: [dependency('mini_scheduler')] },
    { technology: 'clockwork', needs: [dependency('clockwork'), [...code('ruby.clockwork'), ...proof(processOf(settings, /\bclockwork\b/))]] },
    { technology: 'rufus-scheduler', needs: [dependency('rufus-scheduler'), code('ruby.rufus')] },
    { technology: 'whenever', needs: [dependency('whenever'), code('ruby.whenever')] },
    { technology: 'delayed-cron-job', library: 'delayed-job', needs: [dependency('delayed_cron_job')] },
    { technology: 'crono', needs: [dependency('crono')] },
    { technology: 'cron', needs: [[...code('ruby.dockerfile.cron'), ...proof(scope.find('process').find((fact) => fact.name === 'scheduler' && fact.value.kind === 'literal' && /\b(?:cron|crond|supercronic)\b/.test(fact.value.text)))]] },
  ];
  const chosen = kinds.filter(({ needs }) => needs.every((evidence) => evidence.length > 0));
  return chosen.slice(0, 1).map(({ technology, library, needs }) => binding({ need: 'scheduler', technology, library: library ?? null, evidence: [...needs.slice(1).flat(), ...(needs[0] ?? [])].slice(0, 6), basis: 'driver' }));
}

export function textOf(setting: RubySetting | undefined): string | null {
  return setting?.text ?? null;
}
