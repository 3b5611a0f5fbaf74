import type { Fact } from '../../model';
import type { ApplicationScope } from '../../detectors/scope';
import { severalInstances } from '../deployment';
import { settingsBeside } from '../edits';
import { redisSettings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule, type ReportedEdit, type RuleContext } from '../rule';
import { decidingPlace, effectiveConfig, effectiveEnv, literalOf, needsServedBy } from '../support';

const scalingKey = 'REVERB_SCALING_ENABLED';

export const reverbSingleNode = defineRule({
  id: 'realtime/reverb-single-node',
  domain: 'realtime',
  severity: 'information',
  severityMoves: 'by-stage',
  phase: 'lift-and-shift',
  since: '0.1.0',
  need: 'realtime',
  service: 'fargate',
  fix: 'suggestion',
  title: { en: 'The WebSocket server cannot run twice', 'pt-br': 'O servidor WebSocket não pode rodar em dobro' },
  messages: {
    single: {
      en: '{server} runs without scaling over Redis: with a second server, a browser connected to one never sees events sent through the other.',
      'pt-br': 'O {server} roda sem escala via Redis: com um segundo servidor, um navegador conectado a um nunca vê eventos enviados pelo outro.',
    },
    several: {
      en: '{server} runs without scaling over Redis, and this deployment has several instances: a part of the events never reaches a part of the browsers.',
      'pt-br': 'O {server} roda sem escala via Redis, e este deploy tem várias instâncias: parte dos eventos nunca chega a parte dos navegadores.',
    },
    instances: { en: 'Proof of several instances', 'pt-br': 'Prova de várias instâncias' },
  },
  docs: {
    checks: {
      en: 'Real-time events are served by Laravel Reverb without `REVERB_SCALING_ENABLED=true`, or by Soketi without its Redis adapter.',
      'pt-br': 'Os eventos em tempo real são servidos pelo Laravel Reverb sem `REVERB_SCALING_ENABLED=true`, ou pelo Soketi sem o adaptador Redis.',
    },
    why: {
      en: 'A WebSocket server knows the browsers that are connected to it. One node is limited by its open connections, and restarts disconnect everybody at once. With scaling on, nodes pass events to one another through Redis pub/sub, so Reverb can run as several tasks behind an Application Load Balancer, which speaks WebSocket. Echo and Pusher clients do not speak the protocol of API Gateway’s WebSocket APIs: moving there means another client.',
      'pt-br': 'Um servidor WebSocket conhece os navegadores conectados a ele. Um único nó é limitado pelas conexões abertas, e reiniciá-lo desconecta todos de uma vez. Com a escala ligada, os nós repassam eventos entre si pelo pub/sub do Redis, e o Reverb pode rodar em várias tarefas atrás de um Application Load Balancer, que fala WebSocket. Clientes Echo e Pusher não falam o protocolo das APIs WebSocket do API Gateway: migrar para lá significa trocar o cliente.',
    },
    bad: [
      {
        files: {
          'composer.json': '{\n  "require": {\n    "laravel/framework": "^12.0",\n    "laravel/reverb": "^1.5"\n  }\n}\n',
          '.env.production': 'APP_ENV=production\nBROADCAST_CONNECTION=reverb\n',
        },
      },
    ],
    good: [
      {
        files: {
          'composer.json': '{\n  "require": {\n    "laravel/framework": "^12.0",\n    "laravel/reverb": "^1.5"\n  }\n}\n',
          '.env.production': 'APP_ENV=production\nBROADCAST_CONNECTION=reverb\nREVERB_SCALING_ENABLED=true\nREDIS_HOST=app.abc123.cache.amazonaws.com\n',
        },
      },
    ],
    aboutFix: {
      en: 'The edit sets `REVERB_SCALING_ENABLED=true` and adds `REDIS_HOST` where it is missing. The infrastructure fix writes an ECS service for Reverb behind a load balancer, with the idle timeout that long connections need.',
      'pt-br': 'A edição define `REVERB_SCALING_ENABLED=true` e acrescenta `REDIS_HOST` onde falta. A correção de infraestrutura escreve um serviço ECS para o Reverb atrás de um balanceador, com o tempo de inatividade que conexões longas exigem.',
    },
  },
  references: [laravelDocs('reverb#scaling', 'scaling Reverb'), references.elasticache, references.stickySessions],
  check(context) {
    if (!context.needs.some(({ id }) => id === 'realtime')) return 'not-applicable';
    const proof = severalInstances(context.scope);
    for (const need of needsServedBy(context, 'realtime', ['reverb', 'soketi'])) {
      const scaling = need.technology === 'reverb' ? scalingFact(context.scope) : effectiveEnv(context.scope, 'SOKETI_ADAPTER_DRIVER');
      const value = literalOf(scaling?.value);
      if (need.technology === 'reverb' ? /^(true|1|on)$/i.test(value ?? '') : value === 'redis') continue;
      context.report({
        at: decidingPlace(need),
        stage: need.stage,
        messageId: proof === null ? 'single' : 'several',
        data: { server: need.technology === 'reverb' ? 'Reverb' : 'Soketi' },
        ...(proof === null ? {} : { severity: 'warning', related: [{ at: proof.at, messageId: 'instances' }] }),
        edits: need.technology === 'reverb' ? [scalingEdit(context, decidingPlace(need), scaling, need.stage)] : [],
        infra: [{ need: 'realtime', service: 'fargate' }],
      });
    }
  },
});

function scalingFact(scope: ApplicationScope): Fact | undefined {
  return effectiveEnv(scope, scalingKey) ?? effectiveConfig(scope, 'reverb.servers.reverb.scaling.enabled');
}

function scalingEdit(context: RuleContext, at: Fact['at'], scaling: Fact | undefined, stage: Fact['stage']): ReportedEdit {
  const isWritten = scaling?.kind === 'env' && literalOf(scaling.value) !== undefined;
  return {
    title: { en: 'Scale Reverb over Redis', 'pt-br': 'Escalar o Reverb via Redis' },
    edits: isWritten
      ? [{ ...scaling.at, newText: 'true' }]
      : settingsBeside(context, at, [{ key: scalingKey, value: 'true' }, ...redisSettings(stage)]),
  };
}
