import { needInfo } from '../catalog/needs';
import { technologyName } from '../catalog/technologies';
import { eitherOf, message, verbatim, type Localized, type Message } from '../l10n/localized';
import type { Application, Evidence, Fact, Need, NeedId } from '../model';
import { isBelow } from '../detectors/paths';
import { isDeployedImage } from './images';
import { capital, limitationsOf } from './limitations';

/** One thing that the repository does well, or that will hold it back, with the lines that say so. */
export interface Trait {
  readonly id: string;
  readonly application: string;
  readonly need: NeedId | null;
  readonly text: Message;
  readonly evidence: readonly Evidence[];
}

export interface Assessment {
  readonly strengths: readonly Trait[];
  readonly limitations: readonly Trait[];
}

export interface AssessmentInput {
  readonly applications: readonly Application[];
  readonly needs: readonly Need[];
  /** Dependencies tell of front-end frameworks, pipelines of tests, recipes of images. */
  readonly facts?: readonly Fact[];
  /** Paths of the folder: layers and tests prove themselves by being there. */
  readonly files?: readonly string[];
}

/** What is good for growth and what is in its way, from evidence only: what cannot be seen is not claimed. */
export function assess(input: AssessmentInput): Assessment {
  const strengths: Trait[] = [];
  const limitations: Trait[] = [];
  for (const application of input.applications) {
    strengths.push(...strengthsOf(application, input));
    limitations.push(...limitationsOf(application, input.needs, input.facts ?? []));
  }
  return { strengths, limitations };
}

/** First major version that its makers still maintain; checked 2026-11. */
const maintainedSince: Readonly<Record<string, number>> = {
  laravel: 12, symfony: 7, rails: 8, django: 5, nestjs: 11, nextjs: 15, next: 15, express: 5, 'spring-boot': 3, spring: 6, nuxt: 4, angular: 20,
};

function strengthsOf(application: Application, input: AssessmentInput): readonly Trait[] {
  const needs = input.needs.filter((need) => need.application === application.root);
  const trait = (id: string, text: Message, evidence: readonly Evidence[], need: NeedId | null = null): Trait[] =>
    evidence.length === 0 ? [] : [{ id, application: application.root, need, text, evidence }];
  return [
    ...modernFramework(application, trait),
    ...layers(application, input, trait),
    ...frontEnd(application, input, trait),
    ...needs.flatMap((need) => (isStrong(need) ? trait(`good-${need.id}`, goodNeed(need), need.evidence, need.id) : [])),
    ...needs.flatMap((need) => ready(need, trait)),
    ...trait('container', message(texts.container), imagesOf(application, input)),
    ...trait('pipeline', message(texts.pipeline), testedBy(input)),
    ...fileTrait(application, input, trait, /^(?:tests?|spec|__tests__)\/.+\.(?:php|rb|py|[jt]sx?|java|go)$|_test\.go$|\.(?:test|spec)\.[jt]sx?$/, 'tests', texts.tests),
  ];
}

type MakeTrait = (id: string, text: Message, evidence: readonly Evidence[], need?: NeedId | null) => Trait[];

function modernFramework(application: Application, trait: MakeTrait): Trait[] {
  const since = Object.hasOwn(maintainedSince, application.framework) ? maintainedSince[application.framework] : undefined;
  const major = Number(/^\D*(\d+)/.exec(application.frameworkVersion ?? '')?.[1] ?? Number.NaN);
  if (since === undefined || !(major >= since)) return [];
  const name = technologyName(application.framework);
  return trait('modern-framework', message(texts.modern, { framework: name, version: String(major) }), [
    { at: application.manifest, key: application.framework, stage: 'default' },
  ]);
}

/** Folders that show that pages, rules and data are kept apart. */
const layerFolders: readonly RegExp[] = [/(?:^|\/)(?:Services|services|UseCases|use_cases|Actions|domain|Domain)\//, /(?:^|\/)(?:Models|models|entities|Entities|Entity|repositories|Repositories)\//, /(?:^|\/)(?:Controllers|controllers|views|routers|routes|handlers)\//];

function layers(application: Application, input: AssessmentInput, trait: MakeTrait): Trait[] {
  const own = ownPaths(application, input.files ?? []);
  const examples = layerFolders.map((folder) => own.find((path) => folder.test(path)));
  if (examples.some((example) => example === undefined)) return [];
  return trait('layers', message(texts.layers), examples.filter((path) => path !== undefined).map(pathEvidence));
}

const frontEnds: readonly { readonly dependency: RegExp; readonly name: string }[] = [
  { dependency: /^npm:@inertiajs\//, name: 'Inertia.js' },
  { dependency: /^npm:vue$/, name: 'Vue' },
  { dependency: /^npm:react$/, name: 'React' },
  { dependency: /^npm:svelte$/, name: 'Svelte' },
  { dependency: /^npm:@angular\/core$/, name: 'Angular' },
  { dependency: /^npm:typescript$/, name: 'TypeScript' },
];

function frontEnd(application: Application, input: AssessmentInput, trait: MakeTrait): Trait[] {
  const facts = (input.facts ?? []).filter((fact) => fact.kind === 'dependency' && isBelow(fact.at.path, application.root));
  const found = frontEnds.flatMap(({ dependency, name }) => {
    const fact = facts.find((candidate) => dependency.test(candidate.name));
    return fact === undefined ? [] : [{ name, evidence: { at: fact.at, key: fact.name, stage: fact.stage } }];
  });
  // Servers are written in TypeScript too, and lay out e-mail with React: a front end is one that is built.
  if (found.length === 0 || !input.needs.some((need) => need.application === application.root && need.id === 'static-assets')) return [];
  return trait('front-end', message(texts.frontEnd, { names: verbatim(found.map((one) => one.name).join(', ')) }), found.map((one) => one.evidence), 'static-assets');
}

const strongDrivers: Readonly<Partial<Record<NeedId, readonly string[]>>> = {
  'relational-database': ['postgresql', 'mysql', 'mariadb', 'sqlserver', 'oracle', 'cockroachdb'],
  cache: ['redis', 'valkey', 'memcached', 'dynamodb'],
  sessions: ['redis', 'valkey', 'memcached', 'cookie', 'dynamodb'],
  queue: ['sqs', 'redis', 'valkey', 'rabbitmq', 'kafka'],
  'event-streaming': ['kafka', 'kinesis', 'redpanda'],
  'file-storage': ['s3', 'gcs', 'azure', 'cloudinary', 'minio'],
  'static-assets': ['cdn'],
  monitoring: ['sentry', 'datadog', 'newrelic', 'cloudwatch', 'opentelemetry', 'prometheus', 'xray', 'bugsnag'],
  secrets: ['secretsmanager', 'ssm', 'vault', 'encrypted'],
};

function isStrong(need: Need): boolean {
  return need.servedBy !== null || strongDrivers[need.id]?.includes(need.technology) === true;
}

/** Needs whose strength is not that several servers share something. */
const ofTheirOwn: Readonly<Partial<Record<NeedId, Localized>>> = {
  monitoring: { en: '{technology} tells when something breaks.', 'pt-br': '{technology} avisa quando algo quebra.' },
  secrets: { en: 'Secrets are kept apart from the code ({technology}).', 'pt-br': 'Os segredos ficam separados do código ({technology}).' },
  'static-assets': { en: 'The front end is delivered from close to its visitors ({technology}).', 'pt-br': 'O front-end é entregue de perto dos visitantes ({technology}).' },
};

function goodNeed(need: Need): Message {
  return message(strengthOf(need), { need: capital(needInfo(need.id).title), technology: technologyName(need.technology) });
}

function strengthOf(need: Need): Localized {
  if (need.servedBy !== null) return texts.onAws;
  if (need.id === 'sessions' && need.technology === 'cookie') return texts.cookie;
  return ofTheirOwn[need.id] ?? texts.scales;
}

/** Groundwork that is laid although another driver is the default. */
function ready(need: Need, trait: MakeTrait): Trait[] {
  if (need.id === 'realtime') return trait('realtime', message(texts.realtime, { technology: technologyName(need.technology) }), need.evidence, 'realtime');
  if (need.id === 'queue' && need.technology !== 'sync') {
    const library = technologyName(need.library ?? need.technology);
    return trait('background-jobs', message(texts.jobs, { library }), need.evidence, 'queue');
  }
  const better = strongDrivers[need.id]?.filter((driver) => need.supported.includes(driver)) ?? [];
  if (isStrong(need) || better.length === 0 || !['cache', 'sessions', 'relational-database', 'file-storage'].includes(need.id)) return [];
  return trait(`ready-${need.id}`, message(texts.ready, { need: capital(needInfo(need.id).title), drivers: eitherOf(better.map(technologyName)) }), need.evidence, need.id);
}

/** Recipes of images in the application's folder, but for a developer's or a test's. */
function imagesOf(application: Application, { facts = [] }: AssessmentInput): readonly Evidence[] {
  return facts
    .filter((fact) => isDeployedImage(fact) && isBelow(fact.at.path, application.root))
    .map((fact) => ({ at: fact.at, key: fact.name, stage: fact.stage }));
}

/** Pipelines that run tests serve every application of the repository. */
function testedBy({ facts = [] }: AssessmentInput): readonly Evidence[] {
  return facts.filter((fact) => fact.kind === 'code' && fact.name === 'ci.tests').map((fact) => ({ at: fact.at, key: fact.name, stage: fact.stage }));
}

function fileTrait(application: Application, input: AssessmentInput, trait: MakeTrait, pattern: RegExp, id: string, text: Localized): Trait[] {
  const example = ownPaths(application, input.files ?? []).find((path) => pattern.test(relative(application.root, path)));
  return example === undefined ? [] : trait(id, message(text), [pathEvidence(example)]);
}

const texts = {
  modern: { en: '{framework} {version} is a current version, still maintained.', 'pt-br': '{framework} {version} é uma versão atual, ainda mantida.' },
  layers: {
    en: 'Pages, rules and data are kept apart in layers, so that a part can move on its own.',
    'pt-br': 'Páginas, regras e dados ficam separados em camadas, então uma parte pode mudar de lugar sozinha.',
  },
  frontEnd: { en: 'A modern front end: {names}.', 'pt-br': 'Um front-end moderno: {names}.' },
  scales: { en: '{need}: {technology} can be shared by several servers.', 'pt-br': '{need}: {technology} pode ser compartilhado por vários servidores.' },
  cookie: { en: 'User sessions travel in the visitor’s cookie: any server can answer.', 'pt-br': 'As sessões viajam no cookie do visitante: qualquer servidor pode responder.' },
  onAws: { en: '{need}: already on AWS.', 'pt-br': '{need}: já na AWS.' },
  ready: { en: '{need}: {drivers} is configured and only has to be chosen.', 'pt-br': '{need}: {drivers} já está configurado; basta escolher.' },
  realtime: { en: 'Real-time communication is in place ({technology}).', 'pt-br': 'A comunicação em tempo real já existe ({technology}).' },
  jobs: { en: 'Slow work is put into a queue ({library}).', 'pt-br': 'O trabalho demorado já vai para uma fila ({library}).' },
  container: { en: 'The application is packed as a container image.', 'pt-br': 'A aplicação já é empacotada como imagem de contêiner.' },
  pipeline: { en: 'A pipeline checks every change.', 'pt-br': 'Um pipeline verifica cada mudança.' },
  tests: { en: 'Automated tests guard a migration.', 'pt-br': 'Testes automatizados protegem uma migração.' },
} as const satisfies Record<string, Localized>;

function ownPaths(application: Application, files: readonly string[]): readonly string[] {
  return files.filter((path) => isBelow(path, application.root));
}

function relative(root: string, path: string): string {
  return root === '.' ? path : path.slice(root.length + 1);
}

function pathEvidence(path: string): Evidence {
  return { at: { path, range: { start: 0, end: 0 } }, key: path, stage: 'default' };
}
