import type { Fact, Severity } from '../../model';
import { losesLocalState } from '../deployment';
import { laravelDriverEdits, redisSettings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule, type RuleContext } from '../rule';
import { codeMarker, decidingPlace, isLive, needsServedBy } from '../support';

export const lockNeedsSharedCache = defineRule({
  id: 'sched/lock-needs-shared-cache',
  domain: 'sched',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'lift-and-shift',
  since: '0.1.0',
  need: 'scheduler',
  service: 'elasticache',
  fix: 'suggestion',
  title: { en: 'Locks are kept in a cache that is not shared', 'pt-br': 'Locks ficam em um cache que não é compartilhado' },
  messages: {
    oneServer: {
      en: 'onOneServer() takes its lock in the “{store}” cache, which each server has for itself: the task runs on every server.',
      'pt-br': 'onOneServer() usa um lock no cache “{store}”, que cada servidor tem só para si: a tarefa roda em todos os servidores.',
    },
    lock: {
      en: 'This lock is taken in the “{store}” cache, which each instance has for itself: it does not keep two instances apart.',
      'pt-br': 'Este lock é obtido no cache “{store}”, que cada instância tem só para si: ele não separa duas instâncias.',
    },
    cache: { en: 'The cache store', 'pt-br': 'O cache' },
    instances: { en: 'Proof of several or short-lived instances', 'pt-br': 'Prova de várias instâncias ou de instâncias de vida curta' },
  },
  docs: {
    checks: {
      en: 'The schedule uses `onOneServer()` while the default cache store is `file` or `array`; or, where several instances are proven, it uses `withoutOverlapping()` or the code takes `Cache::lock()` on such a store.',
      'pt-br': 'O agendamento usa `onOneServer()` enquanto o cache padrão é `file` ou `array`; ou, onde várias instâncias estão provadas, usa `withoutOverlapping()` ou o código obtém `Cache::lock()` nesse cache.',
    },
    why: {
      en: 'These locks are entries in the default cache store. Laravel’s manual asks for `database`, `memcached`, `dynamodb` or `redis`, and all servers must talk to the same one. On a private store each server takes its own lock and wins: the reminder is sent twice, the invoice is charged twice.',
      'pt-br': 'Esses locks são entradas do cache padrão. O manual do Laravel pede `database`, `memcached`, `dynamodb` ou `redis`, e todos os servidores precisam falar com o mesmo. Em um cache particular cada servidor obtém o próprio lock e vence: o lembrete é enviado duas vezes, a fatura é cobrada duas vezes.',
    },
    bad: [
      {
        files: {
          '.env.production': 'APP_ENV=production\nCACHE_STORE=file\n',
          'routes/console.php': "<?php\n\nuse Illuminate\\Support\\Facades\\Schedule;\n\nSchedule::command('reminders:send')->dailyAt('08:00')->onOneServer();\n",
        },
      },
    ],
    good: [
      {
        files: {
          '.env.production': 'APP_ENV=production\nCACHE_STORE=redis\nREDIS_HOST=app.abc123.cache.amazonaws.com\n',
          'routes/console.php': "<?php\n\nuse Illuminate\\Support\\Facades\\Schedule;\n\nSchedule::command('reminders:send')->dailyAt('08:00')->onOneServer();\n",
        },
      },
    ],
    aboutFix: {
      en: 'The edits change the cache store: Redis, with `REDIS_HOST` where it is missing, or the database.',
      'pt-br': 'As edições trocam o cache: Redis, com `REDIS_HOST` onde falta, ou o banco de dados.',
    },
  },
  references: [laravelDocs('scheduling#running-tasks-on-one-server', 'running tasks on one server'), references.elasticache],
  check(context) {
    const [cache] = needsServedBy(context, 'cache', ['file', 'memory']);
    const lock = lockOf(context);
    if (cache === undefined || lock === null) return 'not-applicable';
    if (cache.technology === 'memory' && !isLive(cache.stage, context.evaluation)) return;
    const at = decidingPlace(cache);
    context.report({
      at: lock.marker.at,
      stage: cache.stage,
      messageId: lock.messageId,
      severity: lock.severity,
      data: { store: context.textOf(at.path)?.slice(at.range.start, at.range.end) ?? cache.technology },
      related: [{ at, messageId: 'cache' }, ...(lock.proof === null ? [] : [{ at: lock.proof.at, messageId: 'instances' }])],
      edits: [
        {
          title: { en: 'Use Redis for the cache', 'pt-br': 'Usar Redis no cache' },
          edits: laravelDriverEdits(context, at, { expected: ['file', 'array'], value: 'redis', settings: redisSettings(cache.stage) }),
        },
        {
          title: { en: 'Use the database for the cache', 'pt-br': 'Usar o banco de dados no cache' },
          edits: laravelDriverEdits(context, at, { expected: ['file', 'array'], value: 'database', settings: [] }),
        },
      ],
      infra: [{ need: 'cache', service: 'elasticache' }],
    });
  },
});

interface Lock {
  readonly marker: Fact;
  readonly messageId: 'oneServer' | 'lock';
  readonly severity: Severity;
  readonly proof: Fact | null;
}

/** `onOneServer()` says by itself that there are several servers; other locks matter once that is proven. */
function lockOf({ scope }: RuleContext): Lock | null {
  const proof = losesLocalState(scope);
  const oneServer = codeMarker(scope, 'laravel.schedule.on-one-server');
  if (oneServer !== undefined) return { marker: oneServer, messageId: 'oneServer', severity: proof === null ? 'warning' : 'error', proof };
  const other = codeMarker(scope, 'laravel.schedule.without-overlapping', 'laravel.cache.lock');
  return proof === null || other === undefined ? null : { marker: other, messageId: 'lock', severity: 'error', proof };
}
