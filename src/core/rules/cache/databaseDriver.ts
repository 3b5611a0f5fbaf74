import { laravelDriverEdits, redisSettings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import { decidingPlace, dependency, needsServedBy } from '../support';

const redisClients = ['composer:predis/predis', 'composer:ext-redis', 'composer:laravel/horizon'];

export const cacheDatabaseDriver = defineRule({
  id: 'cache/database-driver',
  domain: 'cache',
  severity: 'information',
  severityMoves: 'by-stage',
  phase: 'lift-and-shift',
  since: '0.1.0',
  need: 'cache',
  service: 'elasticache',
  fix: 'suggestion',
  title: { en: 'The cache is a table of the main database', 'pt-br': 'O cache é uma tabela do banco principal' },
  messages: {
    database: {
      en: 'The cache is stored in the database: every hit costs a query and a connection of the very database that it should protect.',
      'pt-br': 'O cache fica no banco de dados: cada leitura custa uma consulta e uma conexão do próprio banco que ele deveria proteger.',
    },
    redisAtHand: {
      en: 'The cache is stored in the database although a Redis client is already installed: every hit costs a query of the database that it should protect.',
      'pt-br': 'O cache fica no banco de dados embora um cliente Redis já esteja instalado: cada leitura custa uma consulta do banco que ele deveria proteger.',
    },
    client: { en: 'The Redis client that is installed', 'pt-br': 'O cliente Redis já instalado' },
  },
  docs: {
    checks: {
      en: 'The cache store of the default deployment keeps its entries in the relational database (`CACHE_STORE=database` in Laravel, its default since version 11).',
      'pt-br': 'O cache do deploy padrão guarda as entradas no banco relacional (`CACHE_STORE=database` no Laravel, padrão desde a versão 11).',
    },
    why: {
      en: 'It is shared by all instances, so it is right, and for a small application it is the simplest choice: the finding is information. It stops paying off with traffic: each hit is a query, each expiry a delete, and under load the cache competes with the queries it was meant to spare. Laravel offers no cache tags on this driver. When a Redis client is installed already, moving costs one line, and the finding is a warning.',
      'pt-br': 'Ele é compartilhado por todas as instâncias, portanto funciona, e para uma aplicação pequena é a escolha mais simples: o aviso é informativo. Deixa de compensar com tráfego: cada leitura é uma consulta, cada expiração uma exclusão, e sob carga o cache disputa com as consultas que deveria evitar. O Laravel não oferece tags de cache nesse driver. Quando já existe um cliente Redis instalado, trocar custa uma linha, e a severidade sobe.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nCACHE_STORE=database\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nCACHE_STORE=redis\nREDIS_HOST=app.abc123.cache.amazonaws.com\n' } }],
    aboutFix: {
      en: 'The edit selects Redis and adds `REDIS_HOST` where it is missing. PHP needs the `redis` extension or `predis/predis`. On AWS, ElastiCache for Valkey speaks the same protocol and costs less than Redis OSS; DynamoDB (`CACHE_STORE=dynamodb`) is the choice without a VPC, for example on Lambda.',
      'pt-br': 'A edição seleciona o Redis e acrescenta `REDIS_HOST` onde falta. O PHP precisa da extensão `redis` ou de `predis/predis`. Na AWS, o ElastiCache com Valkey fala o mesmo protocolo e custa menos que o Redis OSS; o DynamoDB (`CACHE_STORE=dynamodb`) é a escolha sem VPC, por exemplo no Lambda.',
    },
  },
  references: [references.elasticache, laravelDocs('cache', 'cache')],
  check(context) {
    const needs = needsServedBy(context, 'cache', ['database']);
    if (!context.needs.some(({ id }) => id === 'cache')) return 'not-applicable';
    const client = dependency(context.scope, ...redisClients);
    for (const need of needs) {
      const at = decidingPlace(need);
      context.report({
        at,
        stage: need.stage,
        messageId: client === undefined ? 'database' : 'redisAtHand',
        ...(client === undefined ? {} : { severity: 'warning', related: [{ at: client.at, messageId: 'client' }] }),
        edits: [
          {
            title: { en: 'Use Redis for the cache', 'pt-br': 'Usar Redis no cache' },
            edits: laravelDriverEdits(context, at, { expected: ['database'], value: 'redis', settings: redisSettings(need.stage) }),
          },
        ],
        infra: [{ need: 'cache', service: 'elasticache' }],
      });
    }
  },
});
