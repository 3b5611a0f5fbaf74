import { severalInstances } from '../deployment';
import { references } from '../references';
import { defineRule } from '../rule';
import { decidingPlace, needsServedBy } from '../support';

const settingsOf = (layer: string): string =>
  `INSTALLED_APPS = ["channels", "clinic"]\nASGI_APPLICATION = "clinic.asgi.application"\nROOT_URLCONF = "clinic.urls"\nCHANNEL_LAYERS = {\n    "default": {\n        ${layer}\n    },\n}\n`;

const project = {
  'manage.py': 'import os\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")\n',
  'requirements.txt': 'django==5.2\nchannels==4.2\nchannels-redis==4.2\n',
  'clinic/consumers.py': 'from channels.generic.websocket import AsyncWebsocketConsumer\n\n\nclass QueueConsumer(AsyncWebsocketConsumer):\n    async def connect(self):\n        await self.channel_layer.group_add("queue", self.channel_name)\n        await self.accept()\n',
};

export const channelsInmemoryLayer = defineRule({
  id: 'realtime/channels-inmemory-layer',
  domain: 'realtime',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'realtime',
  service: 'elasticache',
  fix: 'suggestion',
  title: { en: 'Django Channels does not leave its process', 'pt-br': 'O Django Channels não sai do próprio processo' },
  messages: {
    single: {
      en: '`InMemoryChannelLayer` passes messages inside one process: what a task, a second worker or a second server sends to a group never reaches the browser.',
      'pt-br': 'O `InMemoryChannelLayer` só passa mensagens dentro de um processo: o que uma task, um segundo worker ou um segundo servidor envia a um grupo nunca chega ao navegador.',
    },
    several: {
      en: '`InMemoryChannelLayer` passes messages inside one process, and this deployment has several instances: most messages never reach the browser.',
      'pt-br': 'O `InMemoryChannelLayer` só passa mensagens dentro de um processo, e este deploy tem várias instâncias: a maioria das mensagens nunca chega ao navegador.',
    },
    instances: { en: 'Proof of several instances', 'pt-br': 'Prova de várias instâncias' },
  },
  docs: {
    checks: {
      en: 'The application has WebSocket consumers of Django Channels, and the layer that production uses is `channels.layers.InMemoryChannelLayer`.',
      'pt-br': 'A aplicação tem consumers WebSocket do Django Channels, e a camada usada em produção é `channels.layers.InMemoryChannelLayer`.',
    },
    why: {
      en: 'The manual of Channels says: not for production. Daphne and Uvicorn run several workers, Celery runs elsewhere, and each has a layer of its own, so `group_send` reaches whoever happens to share the process. `channels_redis` passes messages through Redis.',
      'pt-br': 'O manual do Channels diz: não use em produção. Daphne e Uvicorn rodam vários workers, o Celery roda à parte, e cada um tem a própria camada, então `group_send` só alcança quem por acaso divide o processo. O `channels_redis` passa as mensagens pelo Redis.',
    },
    bad: [{ files: { ...project, 'clinic/settings.py': settingsOf('"BACKEND": "channels.layers.InMemoryChannelLayer",') } }],
    good: [{ files: { ...project, 'clinic/settings.py': settingsOf('"BACKEND": "channels_redis.core.RedisChannelLayer",\n        "CONFIG": {"hosts": [os.environ["REDIS_URL"]]},') } }],
    aboutFix: {
      en: 'Install `channels-redis` and use `channels_redis.core.RedisChannelLayer` with `CONFIG: {"hosts": [REDIS_URL]}`. The infrastructure fix writes an ElastiCache replication group.',
      'pt-br': 'Instale `channels-redis` e use `channels_redis.core.RedisChannelLayer` com `CONFIG: {"hosts": [REDIS_URL]}`. A correção de infraestrutura escreve um replication group do ElastiCache.',
    },
  },
  references: [{ label: 'Channels: channel layers', url: 'https://channels.readthedocs.io/en/stable/topics/channel_layers.html' }, references.elasticache],
  check(context) {
    if (!context.needs.some(({ id }) => id === 'realtime')) return 'not-applicable';
    const proof = severalInstances(context.scope);
    for (const need of needsServedBy(context, 'realtime', ['channels'])) {
      const at = decidingPlace(need);
      if (!/InMemoryChannelLayer/.test(context.textOf(at.path)?.slice(at.range.start, at.range.end) ?? '')) continue;
      context.report({
        at,
        stage: proof === null ? need.stage : proof.stage,
        messageId: proof === null ? 'single' : 'several',
        ...(proof === null ? {} : { severity: 'error', related: [{ at: proof.at, messageId: 'instances' }] }),
        infra: [{ need: 'cache', service: 'elasticache' }],
      });
    }
  },
});
