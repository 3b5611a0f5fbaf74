import { losesLocalState } from '../deployment';
import { laravelDriverEdits, redisSettings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import { decidingPlace, isLive, needsServedBy } from '../support';

export const sessionFileOrMemory = defineRule({
  id: 'session/file-or-memory',
  domain: 'session',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'lift-and-shift',
  since: '0.1.0',
  need: 'sessions',
  service: 'elasticache',
  fix: 'suggestion',
  title: { en: 'Sessions live on one server', 'pt-br': 'As sessões vivem em um só servidor' },
  messages: {
    single: {
      en: 'Sessions are kept on the disk of one server: behind a load balancer, or after a deploy with new instances, users are logged out.',
      'pt-br': 'As sessões ficam no disco de um servidor: atrás de um balanceador, ou depois de um deploy com instâncias novas, os usuários são deslogados.',
    },
    several: {
      en: 'Sessions are kept on each instance, and this deployment has several or short-lived ones: users are logged out whenever another instance answers.',
      'pt-br': 'As sessões ficam em cada instância, e este deploy tem várias ou de vida curta: os usuários são deslogados sempre que outra instância responde.',
    },
    memory: {
      en: 'Sessions are kept in the memory of the process: each restart and each deploy logs users out, and a second instance does not know them.',
      'pt-br': 'As sessões ficam na memória do processo: cada reinício e cada deploy desconecta os usuários, e uma segunda instância não os conhece.',
    },
    request: {
      en: 'Sessions are kept in memory, which in PHP ends with the request: nobody stays logged in.',
      'pt-br': 'As sessões ficam em memória, que no PHP termina com a requisição: ninguém permanece logado.',
    },
    instances: { en: 'Proof of several or short-lived instances', 'pt-br': 'Prova de várias instâncias ou de instâncias de vida curta' },
  },
  docs: {
    checks: {
      en: 'The session driver of the default deployment stores files or keeps sessions in the memory of the process (`SESSION_DRIVER=file` or `array`). Memory is reported in production only; a test may use it.',
      'pt-br': 'O driver de sessão do deploy padrão grava arquivos ou guarda as sessões na memória do processo (`SESSION_DRIVER=file` ou `array`). Memória só é apontada em produção; um teste pode usá-la.',
    },
    why: {
      en: 'A load balancer sends the next request to another instance, which does not know the user. Sticky sessions hide that until the instance is replaced by a deploy or by scaling in. With sessions in a shared store every instance is equal and can go at any time, which is what makes automatic scaling possible.',
      'pt-br': 'Um balanceador manda a próxima requisição para outra instância, que não conhece o usuário. Sessões presas à instância (sticky) escondem isso até que a instância seja trocada por um deploy ou pela redução do grupo. Com sessões em um armazenamento compartilhado, todas as instâncias são iguais e podem sair a qualquer momento; é isso que torna possível a escala automática.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nSESSION_DRIVER=file\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nSESSION_DRIVER=redis\nREDIS_HOST=app.abc123.cache.amazonaws.com\n' } }],
    aboutFix: {
      en: 'The first edit selects Redis, the second the database, which needs the `sessions` table (`php artisan make:session-table`). Users are logged out once when the driver changes.',
      'pt-br': 'A primeira edição seleciona o Redis, a segunda o banco de dados, que precisa da tabela `sessions` (`php artisan make:session-table`). Os usuários são deslogados uma vez quando o driver muda.',
    },
  },
  references: [references.twelveFactorProcesses, references.stickySessions, laravelDocs('session', 'session')],
  check(context) {
    if (!context.needs.some(({ id }) => id === 'sessions')) return 'not-applicable';
    const proof = losesLocalState(context.scope);
    const isPhp = context.scope.application.languages.includes('php');
    for (const need of needsServedBy(context, 'sessions', ['file', 'memory'])) {
      const inMemory = need.technology === 'memory';
      if (inMemory && !isLive(need.stage, context.evaluation)) continue;
      const at = decidingPlace(need);
      const expected = ['file', 'array'];
      context.report({
        at,
        stage: need.stage,
        messageId: inMemory && isPhp ? 'request' : proof !== null ? 'several' : inMemory ? 'memory' : 'single',
        ...(proof === null ? {} : { severity: 'error', related: [{ at: proof.at, messageId: 'instances' }] }),
        edits: [
          {
            title: { en: 'Use Redis for sessions', 'pt-br': 'Usar Redis nas sessões' },
            edits: laravelDriverEdits(context, at, { expected, value: 'redis', settings: redisSettings(need.stage) }),
          },
          {
            title: { en: 'Use the database for sessions', 'pt-br': 'Usar o banco de dados nas sessões' },
            edits: laravelDriverEdits(context, at, { expected, value: 'database', settings: [] }),
          },
        ],
        infra: [{ need: 'sessions', service: 'elasticache' }],
      });
    }
  },
});
