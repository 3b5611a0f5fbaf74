import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildArchitecture } from '../../../src/core/architecture/build';
import { estimateCapacity } from '../../../src/core/architecture/capacity';
import { choiceName } from '../../../src/core/architecture/choiceNames';
import { choosableServices } from '../../../src/core/architecture/choices';
import { suggestDomains } from '../../../src/core/architecture/domains';
import { defaultWorkload, deriveWorkload, workloadPresets } from '../../../src/core/architecture/workload';
import { serviceIds } from '../../../src/core/catalog/ids';
import { languages, localizeMessage, type Message } from '../../../src/core/l10n/localized';
import { needIds, phaseIds, type Architecture, type Need, type NeedId, type PhaseId, type Workload } from '../../../src/core/model';
import { pricedService } from '../../../src/core/pricing';
import { application, laravelSample, monorepo, need, nextStatic, projects, railsSidekiq, resource, springKafka, type FixtureProject } from './fixtures';

const technologies: Readonly<Record<NeedId, readonly string[]>> = {
  compute: ['php-fpm', 'node', 'python', 'static', 'container', 'java', 'go'],
  'relational-database': ['postgresql', 'mysql', 'mariadb', 'sqlite', 'sqlserver', 'oracle', 'cockroachdb', 'h2'],
  'document-database': ['mongodb', 'dynamodb', 'couchdb', 'firestore'],
  cache: ['redis', 'valkey', 'memcached', 'database', 'file', 'memory', 'none'],
  sessions: ['redis', 'memcached', 'database', 'file', 'cookie', 'memory'],
  queue: ['redis', 'database', 'sqs', 'rabbitmq', 'kafka', 'sync', 'memory', 'beanstalkd', 'nats'],
  'event-streaming': ['kafka', 'redpanda', 'pulsar', 'kinesis'],
  scheduler: ['laravel-schedule', 'celery-beat', 'sidekiq-cron', 'whenever', 'node-cron', 'bullmq-repeat', 'cron', 'quartz', 'spring-scheduled', 'solid-queue'],
  realtime: ['reverb', 'pusher', 'ably', 'soketi', 'socket.io', 'action-cable', 'channels', 'ws', 'mercure', 'sse', 'custom'],
  video: ['mediasoup', 'livekit', 'jitsi', 'twilio', 'agora', 'daily', 'peerjs', 'chime', 'custom'],
  'file-storage': ['local', 's3', 'minio', 'gcs', 'azure', 'cloudinary'],
  'static-assets': ['bundled', 'cdn'],
  mail: ['smtp', 'ses', 'mailgun', 'postmark', 'sendgrid', 'resend', 'log', 'sendmail'],
  'sms-push': ['twilio', 'vonage', 'sns', 'fcm', 'apns', 'web-push', 'onesignal'],
  search: ['elasticsearch', 'opensearch', 'meilisearch', 'algolia', 'typesense', 'database', 'whoosh', 'solr'],
  monitoring: ['sentry', 'prometheus', 'newrelic', 'datadog', 'opentelemetry', 'cloudwatch', 'xray', 'log-file'],
  secrets: ['env', 'secretsmanager', 'ssm', 'vault', 'encrypted'],
};

const servedBy: readonly (string | null)[] = [null, null, null, null, 'rds', 'aurora', 'elasticache', 'sqs', 's3', 'lambda', 'fargate', 'ec2', 'ses', 'memorydb'];
const libraries: readonly (string | null)[] = [null, 'sidekiq', 'celery', 'bullmq', 'laravel', 'horizon', 'messenger', 'solid-queue'];

const needArbitrary = (root: string): fc.Arbitrary<Need> =>
  fc.constantFrom(...needIds).chain((id) =>
    fc.record({ technology: fc.constantFrom(...technologies[id], 'something-new'), served: fc.constantFrom(...servedBy), library: fc.constantFrom(...libraries) }).map(
      ({ technology, served, library }) => need(id, technology, { application: root, servedBy: served, library: id === 'queue' ? library : null }),
    ),
  );

const projectArbitrary: fc.Arbitrary<FixtureProject> = fc
  .uniqueArray(fc.constantFrom('.', 'apps/api', 'apps/web'), { minLength: 1, maxLength: 3 })
  .chain((roots) =>
    fc.record({
      needs: fc.tuple(...roots.map((root) => fc.array(needArbitrary(root), { maxLength: 14 }))).map((groups) => groups.flat()),
      framework: fc.constantFrom('laravel', 'symfony', 'rails', 'django', 'express', 'nextjs', 'spring-boot', 'gin'),
    }).map(({ needs, framework }) => ({
      name: 'arbitrary',
      applications: roots.map((root) => application(framework, ['typescript'], { root, name: root })),
      needs,
      declared: [resource('aws_db_instance', { engine: 'mysql' }), resource('aws_instance'), resource('aws_s3_bucket')],
      domains: [{ application: roots[0] ?? '.', name: 'orders', evidence: [] }],
    })),
  );

const workloads: readonly Workload[] = workloadPresets.map((preset) => preset.workload);

function build(project: FixtureProject, phase: PhaseId, workload: Workload = defaultWorkload.workload): Architecture {
  return buildArchitecture({ ...project, phase, workload, region: 'sa-east-1' });
}

function everyMessage(architecture: Architecture): readonly Message[] {
  return [...architecture.notes, ...architecture.decisions.map((decision) => decision.reason), ...architecture.usages.map((usage) => usage.assumption)];
}

/** What must hold for every picture whatever the repository says. Returns what is broken. */
function faults(architecture: Architecture, project: FixtureProject): readonly string[] {
  const found: string[] = [];
  const nodes = new Set(architecture.nodes.map((node) => node.id));
  const groups = new Map(architecture.groups.map((group) => [group.id, group]));
  const roots = new Set(project.applications.map((one) => one.root));
  if (nodes.size !== architecture.nodes.length) found.push('node ids repeat');
  if (groups.size !== architecture.groups.length) found.push('group ids repeat');
  for (const node of architecture.nodes) {
    if (node.group !== null && !groups.has(node.group)) found.push(`${node.id}: group ${node.group} is missing`);
    if (node.kind !== 'users' && node.group === null) found.push(`${node.id}: stands in no group`);
    if (node.service !== null && !serviceIds.some((id) => id === node.service)) found.push(`${node.id}: service ${node.service}`);
    if (node.applications.some((root) => !roots.has(root))) found.push(`${node.id}: foreign application`);
  }
  for (const group of architecture.groups) if (group.parent !== null && !groups.has(group.parent)) found.push(`${group.id}: parent is missing`);
  for (const edge of architecture.edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) found.push(`edge ${edge.from} -> ${edge.to} dangles`);
    if (edge.from === edge.to) found.push(`edge ${edge.from} turns on itself`);
  }
  for (const usage of architecture.usages) {
    if (usage.node !== null && !nodes.has(usage.node)) found.push(`usage of ${usage.service}: node ${usage.node} is missing`);
    found.push(...usageFaults(usage.service, usage.usage));
  }
  for (const message of everyMessage(architecture)) {
    for (const language of languages) {
      const text = localizeMessage(message, language);
      if (text.trim() === '' || /\{\w+\}/.test(text)) found.push(`text: ${text}`);
    }
  }
  return found;
}

function usageFaults(id: string, usage: Readonly<Record<string, unknown>>): readonly string[] {
  const service = pricedService(id);
  if (service === undefined) return [`${id} is no service of the price catalog`];
  return Object.entries(usage).flatMap(([name, value]) => {
    const definition = service.usages.find((candidate) => candidate.name === name);
    if (definition === undefined) return [`${id} has no usage ${name}`];
    switch (definition.kind) {
      case 'number':
        return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? [] : [`${id} ${name}: ${String(value)}`];
      case 'boolean':
        return typeof value === 'boolean' ? [] : [`${id} ${name}: ${String(value)}`];
      case 'choice':
        // Engines that RDS runs and the price catalog does not know are asked for by their name, and priced as unknown.
        return typeof value === 'string' && (name === 'engine' || definition.choices?.includes(value) === true) ? [] : [`${id} ${name}: ${String(value)}`];
      case 'text':
        return typeof value === 'string' && value !== '' ? [] : [`${id} ${name}: ${String(value)}`];
    }
  });
}

describe('buildArchitecture', () => {
  it('draws a sound graph of any repository in every phase', () => {
    fc.assert(
      fc.property(projectArbitrary, fc.constantFrom(...phaseIds), fc.constantFrom(...workloads), (project, phase, workload) => {
        assert.deepEqual(faults(build(project, phase, workload), project), []);
      }),
      { numRuns: 400 },
    );
  });

  it('draws the same picture of the same repository', () => {
    fc.assert(
      fc.property(projectArbitrary, fc.constantFrom(...phaseIds), (project, phase) => {
        assert.deepEqual(build(project, phase), build(project, phase));
      }),
      { numRuns: 50 },
    );
  });

  it('gives a capacity that makes sense, or none', () => {
    fc.assert(
      fc.property(projectArbitrary, fc.constantFrom(...phaseIds), (project, phase) => {
        const architecture = build(project, phase);
        const capacity = estimateCapacity({ ...project, phase, architecture, workload: defaultWorkload.workload });
        if (capacity === null) return;
        const { requestsPerSecond: rps, concurrentUsers: users } = capacity;
        assert.ok(rps[0] > 0 && rps[0] <= rps[1], `requests ${rps.join('-')}`);
        assert.ok(users[0] >= rps[0] && users[0] <= users[1], `users ${users.join('-')}`);
        for (const language of languages) assert.doesNotMatch(localizeMessage(capacity.bottleneck, language), /\{\w+\}/);
      }),
      { numRuns: 200 },
    );
  });

  for (const project of projects) {
    it(`${project.name}: every need is decided on once it can move, and every part is proved`, () => {
      const inside = new Set(['cookie', 'none']);
      for (const phase of ['lift-and-shift', 'cloud-native', 'serverless'] as const) {
        const architecture = build(project, phase);
        const undecided = project.needs.filter(
          (one) => !inside.has(one.technology) && !architecture.decisions.some((decision) => decision.need === one.id && decision.application === one.application),
        );
        assert.deepEqual(undecided.map((one) => `${phase} ${one.application} ${one.id}`), []);
      }
      const today = build(project, 'today');
      const unproved = today.nodes.filter((node) => node.kind !== 'users' && node.evidence.length === 0);
      assert.deepEqual(unproved.map((node) => node.id), []);
    });
  }

  it('draws nothing without an application', () => {
    for (const phase of phaseIds) {
      const architecture = buildArchitecture({ phase, applications: [], needs: [], workload: defaultWorkload.workload, region: 'us-east-1', declared: [] });
      assert.deepEqual(architecture, { phase, groups: [], nodes: [], edges: [], decisions: [], usages: [], notes: [] });
    }
  });

  it('prices today only by what infrastructure code declares', () => {
    assert.deepEqual(build(laravelSample, 'today').usages, []);
    assert.deepEqual(
      build(springKafka, 'today').usages.map((usage) => [usage.service, usage.usage]),
      [
        ['ec2', { 'instance-type': 'm7g.large', instances: 1, hours: 730 }],
        ['rds', { engine: 'postgresql', 'instance-type': 'db.m6g.large', 'multi-az': true, instances: 1, 'storage-gb': 100, hours: 730 }],
      ],
    );
  });

  it('says which size an incomplete declaration leaves open', () => {
    const architecture = build({ ...springKafka, declared: [resource('aws_db_instance', { engine: 'mysql' })] }, 'today');
    assert.equal(
      localizeMessage(architecture.usages[0]!.assumption, 'en'),
      'Declared by aws_db_instance; not stated there and assumed: instance_class, allocated_storage',
    );
  });

  it('keeps the size of a declared database in later phases', () => {
    for (const phase of ['lift-and-shift', 'cloud-native', 'serverless'] as const) {
      const rds = build(springKafka, phase).usages.find((usage) => usage.service === 'rds');
      assert.equal(rds?.usage['instance-type'], 'db.m6g.large', phase);
      assert.equal(rds?.usage['storage-gb'], 100, phase);
    }
  });

  it('never changes an engine, except a file into a server', () => {
    const engineOf = (technology: string, supported: readonly string[] = []): unknown => {
      const project = { ...laravelSample, needs: [need('compute', 'php-fpm'), need('relational-database', technology, { supported })] };
      return build(project, 'lift-and-shift').usages.find((usage) => usage.service === 'rds')?.usage['engine'];
    };
    assert.equal(engineOf('mysql'), 'mysql');
    assert.equal(engineOf('mariadb'), 'mariadb');
    assert.equal(engineOf('postgresql', ['mysql']), 'postgresql');
    assert.equal(engineOf('sqlite'), 'postgresql');
    assert.equal(engineOf('sqlite', ['mysql', 'postgresql']), 'postgresql');
    assert.equal(engineOf('sqlite', ['mysql']), 'mysql');
    assert.equal(engineOf('sqlserver'), 'sqlserver');
  });

  it('gives licensed engines the processors that they run on, and says what decides their price', () => {
    for (const engine of ['sqlserver', 'oracle']) {
      const project = { ...laravelSample, needs: [need('compute', 'dotnet'), need('relational-database', engine)] };
      const { usages, notes } = build(project, 'cloud-native');
      assert.match(String(usages.find((usage) => usage.service === 'rds')?.usage['instance-type']), /^db\.(?:t3|m6i|r6i)\./, engine);
      assert.ok(notes.some(({ text }) => text.en.includes('x86 processors')), engine);
    }
    assert.ok(build(laravelSample, 'cloud-native').notes.every(({ text }) => !text.en.includes('x86 processors')));
  });

  it('shares one load balancer, one database and the whole workload among applications', () => {
    const architecture = build(monorepo, 'cloud-native');
    const count = (service: string): number => architecture.usages.filter((usage) => usage.service === service).length;
    assert.deepEqual([count('alb'), count('rds'), count('nat-gateway'), count('cloudfront'), count('waf')], [1, 1, 1, 1, 1]);
    const lambdas = build(monorepo, 'serverless').usages.filter((usage) => usage.node?.startsWith('web:'));
    assert.equal(
      lambdas.reduce((sum, usage) => sum + Number(usage.usage['requests']), 0),
      defaultWorkload.workload.requests,
    );
  });

  it('keeps what does not speak SQS on its broker', () => {
    const carrier = (technology: string, library: string | null, framework: string): string | undefined => {
      const project = { ...laravelSample, applications: [application(framework, ['php'])], needs: [need('compute', 'container'), need('queue', technology, { library })] };
      return build(project, 'cloud-native').decisions.find((decision) => decision.need === 'queue')?.service;
    };
    assert.equal(carrier('database', 'laravel', 'laravel'), 'sqs');
    assert.equal(carrier('redis', 'laravel', 'laravel'), 'sqs');
    assert.equal(carrier('redis', 'horizon', 'laravel'), 'elasticache');
    assert.equal(carrier('redis', 'sidekiq', 'rails'), 'elasticache');
    assert.equal(carrier('redis', 'celery', 'django'), 'elasticache');
    assert.equal(carrier('redis', 'bullmq', 'express'), 'elasticache');
    assert.equal(carrier('database', 'messenger', 'symfony'), 'sqs');
    assert.equal(carrier('rabbitmq', 'celery', 'django'), 'amazon-mq');
    assert.equal(carrier('kafka', null, 'spring-boot'), 'msk');
  });

  it('keeps clients of their own protocol behind a load balancer and names the change where API Gateway comes in', () => {
    const native = build(laravelSample, 'cloud-native');
    assert.ok(!native.nodes.some((node) => node.service === 'apigateway-websocket'));
    assert.ok(native.edges.some((edge) => edge.from === 'alb' && edge.to === 'realtime:.' && edge.label?.en === 'WebSocket'));
    assert.ok(native.edges.some((edge) => edge.from === 'realtime:.' && edge.to === 'elasticache:valkey' && edge.label?.en === 'pub/sub'));
    const notes = build(laravelSample, 'serverless').notes.map((note) => localizeMessage(note, 'en'));
    assert.ok(notes.some((note) => note.includes('Laravel Echo and pusher-js speak the Pusher protocol to Laravel Reverb')));
    const rails = build(railsSidekiq, 'serverless');
    assert.ok(!rails.nodes.some((node) => node.service === 'apigateway-websocket'));
    assert.equal(rails.nodes.find((node) => node.id === 'realtime:.')?.service, 'fargate');
  });

  it('never puts media on Lambda or API Gateway', () => {
    for (const technology of ['mediasoup', 'livekit', 'jitsi', 'peerjs', 'custom']) {
      const project = { ...laravelSample, needs: [need('compute', 'node'), need('video', technology)] };
      const architecture = build(project, 'serverless');
      const media = architecture.edges.filter((edge) => edge.label?.en === 'WebRTC (UDP)').map((edge) => architecture.nodes.find((node) => node.id === edge.to));
      assert.deepEqual(media.map((node) => [node?.service, node?.group]), [['ec2', 'public']], technology);
    }
  });

  it('needs no server for files alone', () => {
    const services = build(nextStatic, 'serverless').nodes.flatMap((node) => (node.service === null ? [] : [node.service]));
    assert.deepEqual(services.filter((service) => ['ec2', 'fargate', 'lambda', 'alb', 'nat-gateway', 'secretsmanager'].includes(service)), []);
  });

  it('bills what comes with an instance: disk, copies and address', () => {
    const usages = build(laravelSample, 'foundations').usages.filter((usage) => usage.node === 'ec2').map((usage) => usage.service);
    assert.deepEqual(usages, ['ec2', 'ebs', 'public-ipv4', 'data-transfer-out']);
  });

  it('warns where one machine cannot carry the workload', () => {
    const notes = build(laravelSample, 'foundations', deriveWorkload(50_000)).notes.map((note) => localizeMessage(note, 'en'));
    assert.equal(notes.length, 1);
    assert.match(notes[0]!, /^One machine does not carry this workload: it needs about \d+ vCPU at the peak, and m7g\.16xlarge has 64\./);
  });

  it('follows the decisions of the team from the cloud-native phase on', () => {
    for (const [id, services] of Object.entries(choosableServices) as [NeedId, readonly string[]][]) {
      for (const service of services) {
        const project = { ...laravelSample, needs: [need('compute', 'node'), need(id, id === 'compute' ? 'node' : (technologies[id][0] ?? ''))] };
        const input = { ...project, workload: defaultWorkload.workload, region: 'us-east-1', choices: { [id]: service } };
        const architecture = buildArchitecture({ ...input, phase: 'cloud-native' });
        assert.ok(architecture.nodes.some((node) => node.service === (service === 'auto-scaling' ? 'ec2' : service)), `${id}: ${service}`);
        assert.deepEqual(faults(architecture, project), [], `${id}: ${service}`);
        const before = buildArchitecture({ ...input, phase: 'lift-and-shift' });
        assert.deepEqual(before, buildArchitecture({ ...input, choices: {}, phase: 'lift-and-shift' }));
      }
    }
  });

  it('names every service and alternative of a decision for a reader', () => {
    for (const project of projects) {
      for (const phase of phaseIds) {
        for (const decision of build(project, phase).decisions) {
          for (const id of [decision.service, ...decision.alternatives]) {
            assert.notEqual(choiceName(id).en, id, `${decision.need}: ${id}`);
          }
        }
      }
    }
  });

  it('takes domains of the serverless phase from the layout of files', () => {
    const domains = suggestDomains({ applications: laravelSample.applications, files: ['app/Http/Controllers/ProductController.php'] });
    const architecture = buildArchitecture({ ...laravelSample, domains, phase: 'serverless', workload: defaultWorkload.workload, region: 'us-east-1' });
    const node = architecture.nodes.find((candidate) => candidate.id === 'domain:.:product');
    assert.equal(node?.evidence[0]?.at.path, 'app/Http/Controllers/ProductController.php');
    assert.ok(architecture.edges.some((edge) => edge.from === 'apigateway-http' && edge.to === 'domain:.:product'));
  });
});
