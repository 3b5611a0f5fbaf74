import { urlParts } from '../../detectors/facts';
import type { Fact, Need, NeedId } from '../../model';
import { losesLocalState, runsInContainer } from '../deployment';
import { references } from '../references';
import { defineRule, type RuleContext } from '../rule';
import { effectiveEnvOf, isLiveFact, literalOf } from '../support';

interface Backend {
  readonly needs: readonly NeedId[];
  readonly technologies: readonly string[];
  /** Variables that name the host, in the order in which they win. */
  readonly keys: readonly string[];
  readonly service: string;
}

const backends: readonly Backend[] = [
  {
    needs: ['relational-database'],
    technologies: ['mysql', 'mariadb', 'postgresql', 'sqlserver'],
    keys: ['DB_URL', 'DATABASE_URL', 'DB_HOST', 'POSTGRES_HOST', 'MYSQL_HOST'],
    service: 'rds',
  },
  { needs: ['document-database'], technologies: ['mongodb'], keys: ['MONGODB_URI', 'MONGO_URI', 'MONGO_URL', 'MONGODB_HOST'], service: 'documentdb' },
  {
    needs: ['cache', 'sessions', 'queue', 'realtime'],
    technologies: ['redis', 'valkey'],
    keys: ['REDIS_URL', 'REDIS_HOST', 'CELERY_BROKER_URL'],
    service: 'elasticache',
  },
  { needs: ['cache', 'sessions'], technologies: ['memcached'], keys: ['MEMCACHED_HOST'], service: 'elasticache' },
  { needs: ['queue'], technologies: ['rabbitmq'], keys: ['RABBITMQ_URL', 'RABBITMQ_HOST', 'CELERY_BROKER_URL'], service: 'amazon-mq' },
  { needs: ['search'], technologies: ['elasticsearch', 'opensearch'], keys: ['ELASTICSEARCH_URL', 'ELASTICSEARCH_HOST', 'OPENSEARCH_HOST'], service: 'opensearch' },
];

export const localhostInProduction = defineRule({
  id: 'db/localhost-in-production',
  domain: 'db',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'relational-database',
  service: 'rds',
  fix: 'suggestion',
  title: { en: 'A data store is expected on localhost in production', 'pt-br': 'Um banco ou cache é esperado em localhost na produção' },
  messages: {
    container: {
      en: '{key} points at this machine, and the application runs in a container: there, {technology} is not found and the application does not start.',
      'pt-br': '{key} aponta para a própria máquina, e a aplicação roda em um contêiner: ali o {technology} não é encontrado e a aplicação não sobe.',
    },
    server: {
      en: '{key} points at this machine: {technology} lives and dies with this server, and a second server would talk to a store of its own.',
      'pt-br': '{key} aponta para a própria máquina: o {technology} vive e morre com este servidor, e um segundo servidor falaria com outro banco.',
    },
  },
  docs: {
    checks: {
      en: 'In settings of production, the host of a database, cache, queue or search engine *that the application uses* is `localhost`, `127.0.0.1`, `::1` or `host.docker.internal`. Hosts of stores that no driver selects are ignored, and so are local and sample files unless the default deployment is evaluated as production.',
      'pt-br': 'Em configurações de produção, o host de um banco, cache, fila ou busca *que a aplicação usa* é `localhost`, `127.0.0.1`, `::1` ou `host.docker.internal`. Hosts que nenhum driver seleciona são ignorados, assim como arquivos locais e de exemplo, a menos que o deploy padrão seja avaliado como produção.',
    },
    why: {
      en: 'Inside a container or on a second instance, localhost is not the database: the boot fails or, worse, every instance quietly uses a private copy. On one server it works, but the database shares CPU, memory, disk and fate with the application: that is a warning. In a container it is an error.',
      'pt-br': 'Dentro de um contêiner ou em uma segunda instância, localhost não é o banco: a aplicação não sobe ou, pior, cada instância usa em silêncio uma cópia própria. Em um único servidor funciona, mas o banco divide CPU, memória, disco e destino com a aplicação: isso é um aviso. Em contêiner, é um erro.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nDB_CONNECTION=mysql\nDB_HOST=127.0.0.1\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nDB_CONNECTION=mysql\nDB_HOST=app.abc123.us-east-1.rds.amazonaws.com\n' } }],
    aboutFix: {
      en: 'Only you know the endpoint, so nothing is written into the setting. Generate the managed store and use its endpoint, injected by the task definition or read from Parameter Store.',
      'pt-br': 'Só você conhece o endpoint, por isso nada é escrito na configuração. Gere o serviço gerenciado e use o endpoint dele, injetado pela definição da tarefa ou lido do Parameter Store.',
    },
  },
  references: [references.rds, references.elasticache, { label: 'The Twelve-Factor App: backing services', url: 'https://12factor.net/backing-services' }],
  check(context) {
    const used = backends.flatMap((backend) => {
      const need = usedNeed(context, backend);
      return need === undefined ? [] : [{ backend, need }];
    });
    if (used.length === 0) return 'not-applicable';
    const inContainer = runsInContainer(context.scope) ?? losesLocalState(context.scope);
    const seen = new Set<Fact>();
    for (const { backend, need } of used) {
      const fact = decidingHost(context, backend);
      if (fact === undefined || seen.has(fact) || !isLiveFact(context, fact) || !isThisMachine(fact)) continue;
      seen.add(fact);
      // Whoever runs an image sets what its Dockerfile only gives a default.
      if (fact.origin === 'dockerfile') continue;
      context.report({
        at: fact.at,
        stage: fact.stage,
        messageId: inContainer === null ? 'server' : 'container',
        severity: inContainer === null ? 'warning' : 'error',
        data: { key: fact.name, technology: need.technology },
        need: need.id,
        service: backend.service,
        infra: [{ need: need.id, service: backend.service }],
      });
    }
  },
});

function usedNeed(context: RuleContext, backend: Backend): Need | undefined {
  return context.needs.find(
    (need) => backend.needs.includes(need.id) && backend.technologies.includes(need.technology) && need.servedBy === null && need.stage !== 'test',
  );
}

/** The first variable that is set to something. */
function decidingHost({ scope }: RuleContext, { keys }: Backend): Fact | undefined {
  return effectiveEnvOf(scope, keys);
}

function isThisMachine(fact: Fact): boolean {
  const literal = literalOf(fact.value);
  const host = fact.detail?.host ?? (literal === undefined ? undefined : (urlParts(literal)?.host || literal));
  return host !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?|host\.docker\.internal)(:\d+)?$/i.test(host.trim());
}
