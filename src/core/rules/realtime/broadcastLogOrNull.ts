import type { Fact } from '../../model';
import type { ApplicationScope } from '../../detectors/scope';
import { laravelDriverEdits } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import { codeMarker, dependency, effectiveConfig, effectiveEnvOf, isLaravel, isLiveFact, literalOf } from '../support';

export const broadcastLogOrNull = defineRule({
  id: 'realtime/broadcast-log-or-null',
  domain: 'realtime',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'realtime',
  service: 'fargate',
  fix: 'suggestion',
  title: { en: 'Real-time events are sent nowhere', 'pt-br': 'Eventos em tempo real não chegam a lugar nenhum' },
  messages: {
    nowhere: {
      en: 'The application broadcasts events, but the “{driver}” driver delivers none: pages never update by themselves.',
      'pt-br': 'A aplicação transmite eventos, mas o driver “{driver}” não entrega nenhum: as páginas nunca se atualizam sozinhas.',
    },
    event: { en: 'What is broadcast', 'pt-br': 'O que é transmitido' },
  },
  docs: {
    checks: {
      en: 'In settings of production the broadcast driver is `log` or `null`, and the application has events that implement `ShouldBroadcast` or a front end that connects with Laravel Echo. The driver of a fresh project alone, without either, is not reported.',
      'pt-br': 'Em configurações de produção o driver de broadcast é `log` ou `null`, e a aplicação tem eventos que implementam `ShouldBroadcast` ou um front-end que se conecta com o Laravel Echo. O driver de um projeto novo, sozinho, não é apontado.',
    },
    why: {
      en: 'Nothing fails: the events are written to the log or dropped, and the waiting room, the chat or the notification bell simply stays as it was until a reload.',
      'pt-br': 'Nada falha: os eventos vão para o log ou são descartados, e a sala de espera, o chat ou o sino de notificações fica como estava até recarregar a página.',
    },
    bad: [
      {
        files: {
          '.env.production': 'APP_ENV=production\nBROADCAST_CONNECTION=log\n',
          'app/Events/PatientArrived.php':
            '<?php\n\nnamespace App\\Events;\n\nuse Illuminate\\Contracts\\Broadcasting\\ShouldBroadcast;\n\nclass PatientArrived implements ShouldBroadcast\n{\n}\n',
        },
      },
    ],
    good: [
      {
        files: {
          'composer.json': '{\n  "require": {\n    "laravel/framework": "^12.0",\n    "laravel/reverb": "^1.5"\n  }\n}\n',
          '.env.production': 'APP_ENV=production\nBROADCAST_CONNECTION=reverb\nREVERB_SCALING_ENABLED=true\n',
          'app/Events/PatientArrived.php':
            '<?php\n\nnamespace App\\Events;\n\nuse Illuminate\\Contracts\\Broadcasting\\ShouldBroadcast;\n\nclass PatientArrived implements ShouldBroadcast\n{\n}\n',
        },
      },
    ],
    aboutFix: {
      en: 'When `laravel/reverb` is installed the edit selects it. Otherwise run `php artisan install:broadcasting` first. The `REVERB_*` keys are secrets and are left to you.',
      'pt-br': 'Quando `laravel/reverb` está instalado, a edição o seleciona. Caso contrário, rode antes `php artisan install:broadcasting`. As chaves `REVERB_*` são segredos e ficam por sua conta.',
    },
  },
  references: [laravelDocs('broadcasting', 'broadcasting'), references.reliability],
  check(context) {
    const { scope } = context;
    const event = codeMarker(scope, 'laravel.broadcast.event', 'echo.client');
    if (!isLaravel(scope) || event === undefined) return 'not-applicable';
    const fact = driverFact(scope);
    if (fact === undefined || !isLiveFact(context, fact)) return;
    const driver = context.textOf(fact.at.path)?.slice(fact.at.range.start, fact.at.range.end).toLowerCase() ?? '';
    if (driver !== 'log' && driver !== 'null') return;
    context.report({
      at: fact.at,
      stage: fact.stage,
      messageId: 'nowhere',
      data: { driver },
      related: [{ at: event.at, messageId: 'event' }],
      edits:
        dependency(scope, 'composer:laravel/reverb') === undefined
          ? []
          : [
              {
                title: { en: 'Broadcast with Reverb', 'pt-br': 'Transmitir com o Reverb' },
                edits: laravelDriverEdits(context, fact.at, { expected: ['log', 'null'], value: 'reverb', settings: [] }),
              },
            ],
      infra: [{ need: 'realtime', service: 'fargate' }],
    });
  },
});

/** The variable that selects the driver, or the setting whose fallback does. */
function driverFact(scope: ApplicationScope): Fact | undefined {
  const variable = effectiveEnvOf(scope, ['BROADCAST_CONNECTION', 'BROADCAST_DRIVER']);
  if (variable !== undefined) return literalOf(variable.value) === undefined ? undefined : variable;
  return effectiveConfig(scope, 'broadcasting.default');
}
