import type { SourceLocation, TextEdit } from '../../model';
import { severalInstances } from '../deployment';
import { lineAt, lineBreakOf } from '../lines';
import { references } from '../references';
import { defineRule, type RuleContext } from '../rule';
import { decidingPlace, dependency, needsServedBy } from '../support';

export const actioncableAsyncAdapter = defineRule({
  id: 'realtime/actioncable-async-adapter',
  domain: 'realtime',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'realtime',
  service: 'elasticache',
  fix: 'suggestion',
  title: { en: 'Action Cable does not leave its process', 'pt-br': 'O Action Cable não sai do próprio processo' },
  messages: {
    single: {
      en: 'The `async` adapter hands messages on inside one process: what a job, a second web process or a second server broadcasts never reaches the browser.',
      'pt-br': 'O adaptador `async` só repassa mensagens dentro de um processo: o que um job, um segundo processo web ou um segundo servidor transmite nunca chega ao navegador.',
    },
    several: {
      en: 'The `async` adapter hands messages on inside one process, and this deployment has several instances: most messages never reach the browser.',
      'pt-br': 'O adaptador `async` só repassa mensagens dentro de um processo, e este deploy tem várias instâncias: a maioria das mensagens nunca chega ao navegador.',
    },
    instances: { en: 'Proof of several instances', 'pt-br': 'Prova de várias instâncias' },
  },
  docs: {
    checks: {
      en: 'The application has channels or broadcasts, and `config/cable.yml` gives production the `async` adapter.',
      'pt-br': 'A aplicação tem channels ou broadcasts, e o `config/cable.yml` usa o adaptador `async` em produção.',
    },
    why: {
      en: 'Rails means `async` for development. In production a worker (Sidekiq, Solid Queue) runs apart from the web processes, so a `broadcast_later` from a job is lost in silence: nothing fails, pages just do not update. Redis or Solid Cable pass messages between all processes.',
      'pt-br': 'O Rails destina o `async` ao desenvolvimento. Em produção, um worker (Sidekiq, Solid Queue) roda separado dos processos web, então um `broadcast_later` de um job se perde em silêncio: nada falha, as páginas apenas não se atualizam. O Redis ou o Solid Cable repassam as mensagens entre todos os processos.',
    },
    bad: [
      {
        files: {
          Gemfile: 'source "https://rubygems.org"\n\ngem "rails", "~> 8.0"\ngem "redis"\n',
          'config/application.rb': 'require "rails/all"\n\nmodule Clinic\n  class Application < Rails::Application\n  end\nend\n',
          'config.ru': 'run Rails.application\n',
          'config/cable.yml': 'production:\n  adapter: async\n',
          'app/channels/queue_channel.rb': 'class QueueChannel < ApplicationCable::Channel\n  def subscribed\n    stream_from "queue"\n  end\nend\n',
        },
      },
    ],
    good: [
      {
        files: {
          Gemfile: 'source "https://rubygems.org"\n\ngem "rails", "~> 8.0"\ngem "redis"\n',
          'config/application.rb': 'require "rails/all"\n\nmodule Clinic\n  class Application < Rails::Application\n  end\nend\n',
          'config.ru': 'run Rails.application\n',
          'config/cable.yml': 'production:\n  adapter: redis\n  url: <%= ENV.fetch("REDIS_URL") %>\n',
          'app/channels/queue_channel.rb': 'class QueueChannel < ApplicationCable::Channel\n  def subscribed\n    stream_from "queue"\n  end\nend\n',
        },
      },
    ],
    aboutFix: {
      en: 'Where the `redis` gem is installed the edit selects Redis with the address of `REDIS_URL`. Without it, add the gem, or use `solid_cable`, which keeps messages in the database.',
      'pt-br': 'Onde a gem `redis` está instalada, a edição seleciona o Redis com o endereço de `REDIS_URL`. Sem ela, adicione a gem ou use `solid_cable`, que guarda as mensagens no banco.',
    },
  },
  references: [{ label: 'Rails: Action Cable, subscription adapters', url: 'https://guides.rubyonrails.org/action_cable_overview.html#subscription-adapter' }, references.elasticache],
  check(context) {
    if (!context.needs.some(({ id }) => id === 'realtime')) return 'not-applicable';
    const proof = severalInstances(context.scope);
    for (const need of needsServedBy(context, 'realtime', ['action-cable'])) {
      const at = decidingPlace(need);
      if (context.textOf(at.path)?.slice(at.range.start, at.range.end) !== 'async') continue;
      context.report({
        at,
        // The section of the file says it: `production:`.
        stage: 'production',
        messageId: proof === null ? 'single' : 'several',
        ...(proof === null ? {} : { severity: 'error', related: [{ at: proof.at, messageId: 'instances' }] }),
        edits: [{ title: { en: 'Use Redis', 'pt-br': 'Usar o Redis' }, edits: dependency(context.scope, 'gem:redis') === undefined ? [] : redisEdits(context, at) }],
        infra: [{ need: 'cache', service: 'elasticache' }],
      });
    }
  },
});

/** Another adapter, and its address on a line of its own below. */
function redisEdits(context: RuleContext, at: SourceLocation): readonly TextEdit[] {
  const text = context.textOf(at.path) ?? '';
  const line = lineAt(text, at.range.start);
  const indent = /^[ \t]*/.exec(text.slice(line.start, line.end))?.[0] ?? '';
  const end = lineAt(text, at.range.end).end;
  return [
    { ...at, newText: 'redis' },
    { path: at.path, range: { start: end, end }, newText: `${lineBreakOf(text)}${indent}url: <%= ENV.fetch("REDIS_URL") %>` },
  ];
}
