import { losesLocalState } from '../deployment';
import { laravelDriverEdits, redisSettings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import { decidingPlace, needsServedBy } from '../support';

export const cacheFileDriver = defineRule({
  id: 'cache/file-driver',
  domain: 'cache',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'lift-and-shift',
  since: '0.1.0',
  need: 'cache',
  service: 'elasticache',
  fix: 'suggestion',
  title: { en: 'The cache is on the local disk', 'pt-br': 'O cache está no disco local' },
  messages: {
    single: {
      en: 'The cache is kept in files of one server: a second server serves stale values, and locks and rate limits hold on one machine only.',
      'pt-br': 'O cache fica em arquivos de um servidor: um segundo servidor entrega valores velhos, e locks e limites de requisição valem em uma máquina só.',
    },
    several: {
      en: 'The cache is kept in files of each instance, and this deployment has several or short-lived ones: they disagree, and locks and rate limits do not hold.',
      'pt-br': 'O cache fica em arquivos de cada instância, e este deploy tem várias ou de vida curta: elas divergem, e locks e limites de requisição não valem.',
    },
    instances: { en: 'Proof of several or short-lived instances', 'pt-br': 'Prova de várias instâncias ou de instâncias de vida curta' },
  },
  docs: {
    checks: {
      en: 'The cache store of the default deployment writes files (`CACHE_STORE=file`, or `CACHE_DRIVER=file` up to Laravel 10, where it is the default).',
      'pt-br': 'O cache do deploy padrão grava arquivos (`CACHE_STORE=file`, ou `CACHE_DRIVER=file` até o Laravel 10, onde é o padrão).',
    },
    why: {
      en: 'A file cache is not shared. With a second instance one user sees old data and the next one new data, `cache:clear` clears one machine, atomic locks lock nothing, the rate limiter counts per machine, and a deploy with new containers starts cold. It becomes an error when the repository proves several or short-lived instances.',
      'pt-br': 'Um cache em arquivos não é compartilhado. Com uma segunda instância, um usuário vê dados velhos e outro vê novos, `cache:clear` limpa uma máquina, locks atômicos não travam nada, o limite de requisições conta por máquina, e um deploy com contêineres novos começa frio. Vira erro quando o repositório prova várias instâncias ou instâncias de vida curta.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nCACHE_STORE=file\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nCACHE_STORE=redis\nREDIS_HOST=app.abc123.cache.amazonaws.com\n' } }],
    aboutFix: {
      en: 'The edit selects Redis and adds `REDIS_HOST` where it is missing. PHP needs the `redis` extension or `predis/predis`. A small application may also choose `database`, which is shared and needs nothing new.',
      'pt-br': 'A edição seleciona o Redis e acrescenta `REDIS_HOST` onde falta. O PHP precisa da extensão `redis` ou de `predis/predis`. Uma aplicação pequena também pode escolher `database`, que é compartilhado e não exige nada novo.',
    },
  },
  references: [references.elasticache, references.twelveFactorProcesses, laravelDocs('cache', 'cache')],
  check(context) {
    if (!context.needs.some(({ id }) => id === 'cache')) return 'not-applicable';
    const proof = losesLocalState(context.scope);
    for (const need of needsServedBy(context, 'cache', ['file'])) {
      const at = decidingPlace(need);
      context.report({
        at,
        stage: need.stage,
        messageId: proof === null ? 'single' : 'several',
        ...(proof === null ? {} : { severity: 'error', related: [{ at: proof.at, messageId: 'instances' }] }),
        edits: [
          {
            title: { en: 'Use Redis for the cache', 'pt-br': 'Usar Redis no cache' },
            edits: laravelDriverEdits(context, at, { expected: ['file'], value: 'redis', settings: redisSettings(need.stage) }),
          },
          {
            title: { en: 'Use the database for the cache', 'pt-br': 'Usar o banco de dados no cache' },
            edits: laravelDriverEdits(context, at, { expected: ['file'], value: 'database', settings: [] }),
          },
        ],
        infra: [{ need: 'cache', service: 'elasticache' }],
      });
    }
  },
});
