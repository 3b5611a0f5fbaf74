import { laravelDriverEdits, redisSettings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import type { ApplicationScope } from '../../detectors/scope';
import type { SourceLocation, Stage } from '../../model';
import { decidingPlace, effectiveEnvOf, isLaravel, isLive, literalOf, needsServedBy } from '../support';

interface Place {
  readonly at: SourceLocation;
  readonly stage: Stage;
}

/** Words that switch a cache off. A store in the memory of a long-lived process is a cache, if a private one. */
const noCache = ['array', 'null', 'none', 'dummy'];

export const cacheNullOrArray = defineRule({
  id: 'cache/null-or-array',
  domain: 'cache',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'cache',
  service: 'elasticache',
  fix: 'suggestion',
  title: { en: 'The cache is switched off in production', 'pt-br': 'O cache está desligado em produção' },
  messages: {
    off: {
      en: 'The cache store “{store}” keeps nothing beyond one request: everything is computed again each time, and locks and rate limits pass without effect.',
      'pt-br': 'O cache “{store}” não guarda nada além de uma requisição: tudo é recalculado a cada vez, e locks e limites de requisição passam sem efeito.',
    },
  },
  docs: {
    checks: {
      en: 'In settings of production the cache store is `array` or `null`, which forget everything at the end of the request. In local and test settings that is a good choice and not reported.',
      'pt-br': 'Em configurações de produção o cache é `array` ou `null`, que esquecem tudo ao fim da requisição. Em configurações locais e de teste é uma boa escolha e não é apontado.',
    },
    why: {
      en: 'Code that believes it caches recomputes everything. Worse, what relies on the cache for correctness fails silently: the login throttle counts from zero on each request, `Cache::lock()` always succeeds, `withoutOverlapping()` lets scheduled tasks overlap.',
      'pt-br': 'Código que acredita usar cache recalcula tudo. Pior, o que depende do cache para ser correto falha em silêncio: o limite de tentativas de login recomeça do zero a cada requisição, `Cache::lock()` sempre consegue o lock, `withoutOverlapping()` deixa tarefas agendadas se sobreporem.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nCACHE_STORE=array\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nCACHE_STORE=redis\nREDIS_HOST=app.abc123.cache.amazonaws.com\n' } }],
    aboutFix: {
      en: 'The edit selects Redis and adds `REDIS_HOST` where it is missing. The database store is the alternative without a new service.',
      'pt-br': 'A edição seleciona o Redis e acrescenta `REDIS_HOST` onde falta. O cache no banco de dados é a alternativa sem um serviço novo.',
    },
  },
  references: [references.elasticache, laravelDocs('cache', 'cache')],
  check(context) {
    const places: readonly Place[] = [
      ...needsServedBy(context, 'cache', ['none', 'memory']).map((need) => ({ at: decidingPlace(need), stage: need.stage })),
      ...nullStore(context.scope),
    ];
    for (const { at, stage } of places) {
      const store = context.textOf(at.path)?.slice(at.range.start, at.range.end) ?? '';
      if (!isLive(stage, context.evaluation) || !noCache.includes(store.toLowerCase())) continue;
      context.report({
        at,
        stage,
        messageId: 'off',
        data: { store },
        edits: [
          {
            title: { en: 'Use Redis for the cache', 'pt-br': 'Usar Redis no cache' },
            edits: laravelDriverEdits(context, at, { expected: noCache, value: 'redis', settings: redisSettings(stage) }),
          },
          {
            title: { en: 'Use the database for the cache', 'pt-br': 'Usar o banco de dados no cache' },
            edits: laravelDriverEdits(context, at, { expected: noCache, value: 'database', settings: [] }),
          },
        ],
        infra: [{ need: 'cache', service: 'elasticache' }],
      });
    }
  },
});

/** Laravel reads `null` as its null store: no technology serves the cache then, so there is no need to go by. */
function nullStore(scope: ApplicationScope): readonly Place[] {
  const fact = isLaravel(scope) ? effectiveEnvOf(scope, ['CACHE_STORE', 'CACHE_DRIVER']) : undefined;
  return fact !== undefined && literalOf(fact.value)?.toLowerCase() === 'null' ? [fact] : [];
}
