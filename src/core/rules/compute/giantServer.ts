import type { ApplicationScope } from '../../detectors/scope';
import { stages, type Fact } from '../../model';
import { deploysServers } from '../composeDeployment';
import { containersOf, type Container } from '../containers';
import { references } from '../references';
import { defineRule } from '../rule';
import { byDocument, effectiveEnvOf, isLive, literalOf } from '../support';

export const giantServer = defineRule({
  id: 'compute/giant-server',
  domain: 'compute',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'lift-and-shift',
  since: '0.1.0',
  need: 'compute',
  service: 'fargate',
  fix: 'suggestion',
  title: { en: 'Everything runs on one server', 'pt-br': 'Tudo roda em um único servidor' },
  messages: {
    host: {
      en: 'This compose file runs the application together with {stores} on one host: they share CPU, memory and disk, fail together, and scale only by a bigger machine.',
      'pt-br': 'Este compose roda a aplicação junto com {stores} em uma só máquina: dividem CPU, memória e disco, falham juntos e só escalam com uma máquina maior.',
    },
    application: { en: 'The application on the same host', 'pt-br': 'A aplicação na mesma máquina' },
  },
  docs: {
    checks: {
      en: 'A compose file for production starts the application, its database and at least one more store or a worker on the same host. A file for production is one whose name says so, or one that keeps the application running (`restart`), copies it or sets its mode to production, and mounts no source code; Laravel Sail and files with a mail catcher are development. Variants of a file are one deployment, told once. A database that the application does not use (`DB_HOST` names a host elsewhere) does not count.',
      'pt-br': 'Um compose de produção sobe a aplicação, o banco e ao menos mais um armazenamento ou um worker na mesma máquina. Um compose de produção é aquele cujo nome diz isso, ou aquele que mantém a aplicação no ar (`restart`), a replica ou define o modo dela como produção, sem montar o código-fonte; Laravel Sail e arquivos com capturador de e-mail são desenvolvimento. Variantes de um arquivo são um só deploy, apontado uma vez. Um banco que a aplicação não usa (`DB_HOST` aponta para outro lugar) não conta.',
    },
    why: {
      en: 'One server that does everything is the cheapest start and the dearest end. A memory leak in a job takes the database down; a full disk stops all; each doubling of traffic means the next instance size at twice the price; backups and patches of every component are yours. Split where it pays first: the database to RDS, the cache to ElastiCache, files to S3. The application then has no state and can run as several tasks.',
      'pt-br': 'Um servidor que faz tudo é o começo mais barato e o fim mais caro. Um vazamento de memória em uma tarefa derruba o banco; um disco cheio para tudo; cada dobra de tráfego exige o próximo tamanho de instância pelo dobro do preço; backup e atualização de cada componente ficam com você. Separe onde compensa primeiro: o banco no RDS, o cache no ElastiCache, os arquivos no S3. A aplicação fica sem estado e pode rodar em várias tarefas.',
    },
    bad: [
      {
        files: {
          'compose.prod.yaml':
            'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n  worker:\n    image: ghcr.io/clinic/app:1.4\n    command: php artisan queue:work\n    restart: always\n  db:\n    image: postgres:17\n    restart: always\n  redis:\n    image: redis:8\n    restart: always\n',
        },
      },
    ],
    good: [
      {
        files: {
          'compose.prod.yaml':
            'services:\n  app:\n    image: ghcr.io/clinic/app:1.4\n    restart: always\n  worker:\n    image: ghcr.io/clinic/app:1.4\n    command: php artisan queue:work\n    restart: always\n',
        },
      },
    ],
    aboutFix: {
      en: 'There is no edit: moving a database is a project, not a keystroke. The infrastructure fixes write the managed services one by one; begin with the database.',
      'pt-br': 'Não há edição: mover um banco é um projeto, não uma tecla. As correções de infraestrutura escrevem os serviços gerenciados um a um; comece pelo banco.',
    },
  },
  references: [references.reliability, references.rds, references.elasticache],
  check(context) {
    const { scope } = context;
    const inFiles = byDocument(scope.find('container').filter((fact) => fact.origin === 'compose' && isLive(fact.stage, context.evaluation)));
    if (inFiles.size === 0) return 'not-applicable';
    const databaseHost = literalOf(effectiveEnvOf(scope, ['DB_HOST'])?.value) ?? effectiveEnvOf(scope, ['DATABASE_URL', 'DB_URL'])?.detail?.host;
    const [host] = [...inFiles]
      .flatMap(([path, facts]) => hostOf(scope, path, facts))
      .filter(() => databaseHost === undefined || !databaseHost.includes('.') || /^127\./.test(databaseHost))
      .sort(byAuthority);
    if (host === undefined) return;
    const { database, application, containers } = host;
    context.report({
      at: database.fact.at,
      stage: database.fact.stage,
      messageId: 'host',
      data: { stores: storesOf(containers).join(', ') },
      related: [{ at: application.fact.at, messageId: 'application' }],
      infra: [
        { need: database.role === 'document-database' ? 'document-database' : 'relational-database', service: database.role === 'document-database' ? 'documentdb' : 'rds' },
        ...(containers.some(({ role }) => role === 'cache') ? [{ need: 'cache', service: 'elasticache' } as const] : []),
      ],
    });
  },
});

interface Host {
  readonly path: string;
  readonly containers: readonly Container[];
  readonly application: Container;
  readonly database: Container;
}

/** The application, its database and something else in one compose file that a server runs. */
function hostOf(scope: ApplicationScope, path: string, facts: readonly Fact[]): readonly Host[] {
  const containers = containersOf(facts);
  const application = containers.find(({ isApplication }) => isApplication);
  const database = containers.find(({ role }) => role === 'relational-database' || role === 'document-database');
  if (application === undefined || database === undefined || !deploysServers(scope, path, facts)) return [];
  const hasWorker = scope.find('process', 'worker').some((fact) => fact.at.path === path);
  return storesOf(containers).length < 2 && !hasWorker ? [] : [{ path, containers, application, database }];
}

/**
 * Variants of a file (`docker-compose.mariadb.yml`, `docker-compose.prod-cloud.yml`) are one deployment, told once: at
 * the most authoritative, then the plainest of them.
 */
function byAuthority(a: Host, b: Host): number {
  const stage = stages.indexOf(a.database.fact.stage) - stages.indexOf(b.database.fact.stage);
  const depth = a.path.split('/').length - b.path.split('/').length;
  return stage || depth || a.path.length - b.path.length || (a.path < b.path ? -1 : 1);
}

function storesOf(containers: readonly Container[]): readonly string[] {
  const names = new Set<string>();
  for (const { role, technology } of containers) {
    const isStore = role === 'relational-database' || role === 'document-database' || role === 'cache' || role === 'queue' || role === 'event-streaming' || role === 'search' || role === 'file-storage';
    if (isStore && technology !== null) names.add(technology);
  }
  return [...names];
}
