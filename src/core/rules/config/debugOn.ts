import type { Fact } from '../../model';
import type { ApplicationScope } from '../../detectors/scope';
import { replaceLiteral } from '../edits';
import { pythonDebug } from '../pythonDebug';
import { laravelDocs, references } from '../references';
import { defineRule, type RuleContext } from '../rule';
import { effectiveConfig, effectiveEnv, isLaravel, isLiveFact, literalOf } from '../support';

export const debugOn = defineRule({
  id: 'config/debug-on',
  domain: 'config',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'compute',
  service: 'cloudwatch',
  fix: 'safe',
  title: { en: 'Debug mode is on in production', 'pt-br': 'O modo debug está ligado em produção' },
  messages: {
    on: {
      en: '{key} is on: the first error shows visitors stack traces, queries and environment values.',
      'pt-br': '{key} está ligado: o primeiro erro mostra aos visitantes pilhas de chamadas, consultas e valores do ambiente.',
    },
    fallback: {
      en: 'Debug mode is on wherever {key} is not set: a deploy that forgets the variable shows visitors stack traces and environment values.',
      'pt-br': 'O modo debug fica ligado onde {key} não estiver definido: um deploy que esqueça a variável mostra aos visitantes pilhas de chamadas e valores do ambiente.',
    },
  },
  docs: {
    checks: {
      en: '`APP_DEBUG` is true in settings of production (an env file with `APP_ENV=production`, a production compose file, an image, infrastructure code), or `config/app.php` turns debugging on by a literal or by the fallback of `env()`. Django: `DEBUG` is true in the settings of production, or by the fallback of its variable, and no other settings module says otherwise; Flask: also `FLASK_DEBUG`. A local `.env` with debugging on is as it should be and not reported, unless the default deployment is evaluated as production.',
      'pt-br': '`APP_DEBUG` é verdadeiro em configurações de produção (um arquivo env com `APP_ENV=production`, um compose de produção, uma imagem, código de infraestrutura), ou `config/app.php` liga o debug por um literal ou pelo padrão de `env()`. Django: `DEBUG` é verdadeiro nas configurações de produção, ou pelo padrão da variável, e nenhum outro módulo de configurações diz o contrário; Flask: também `FLASK_DEBUG`. Um `.env` local com debug ligado está como deveria e não é apontado, a menos que o deploy padrão seja avaliado como produção.',
    },
    why: {
      en: 'The debug page prints the code around the error, the SQL, the request with its session and often environment values: with them an attacker has keys and database access. It also keeps queries and events in memory and is slow.',
      'pt-br': 'A página de debug imprime o código em volta do erro, o SQL, a requisição com a sessão e muitas vezes valores do ambiente: com eles um atacante tem chaves e acesso ao banco. Além disso, guarda consultas e eventos em memória e é lenta.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nAPP_DEBUG=true\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nAPP_DEBUG=false\n' } }],
    aboutFix: {
      en: 'The edit sets the value to `false`. In a file of production it may join “fix all”. Read errors in CloudWatch Logs or in an error tracker instead.',
      'pt-br': 'A edição muda o valor para `false`. Em um arquivo de produção, ela pode entrar em “corrigir tudo”. Leia os erros no CloudWatch Logs ou em um rastreador de erros.',
    },
  },
  references: [references.cloudWatchLogs, laravelDocs('configuration#debug-mode', 'debug mode'), { label: 'Django: deployment checklist', url: 'https://docs.djangoproject.com/en/5.2/howto/deployment/checklist/#debug' }],
  check(context) {
    const { scope } = context;
    if (['django', 'flask'].includes(scope.application.framework)) return reportPython(context);
    if (!isLaravel(scope)) return 'not-applicable';
    const fact = debugFact(scope);
    if (fact === undefined) return;
    const inCode = fact.kind === 'config';
    if (!inCode && !isLiveFact(context, fact)) return;
    context.report({
      at: fact.at,
      stage: fact.stage,
      messageId: inCode ? 'fallback' : 'on',
      data: { key: fact.value.kind === 'env' ? fact.value.key : fact.kind === 'env' ? fact.name : 'APP_DEBUG' },
      edits: [
        {
          title: { en: 'Turn debug mode off', 'pt-br': 'Desligar o modo debug' },
          edits: [{ ...fact.at, newText: 'false' }],
          safe: fact.stage === 'production',
        },
      ],
    });
  },
});

function reportPython(context: RuleContext): void {
  const setting = pythonDebug(context.scope);
  if (setting === undefined) return;
  const { fact, key, isFallback } = setting;
  if (fact.kind === 'env' && !isLiveFact(context, fact)) return;
  const text = context.textOf(fact.at.path);
  context.report({
    at: fact.at,
    stage: fact.stage,
    messageId: isFallback ? 'fallback' : 'on',
    data: { key: key ?? 'DEBUG' },
    edits: [
      {
        title: { en: 'Turn debug mode off', 'pt-br': 'Desligar o modo debug' },
        edits: [...replaceLiteral(text, fact.at, /^True$/, 'False'), ...replaceLiteral(text, fact.at, /^(?:true|on|yes)$/, 'false'), ...replaceLiteral(text, fact.at, /^1$/, '0')],
        safe: fact.stage === 'production',
      },
    ],
  });
}

/** The fact that turns debugging on in the default deployment. */
function debugFact(scope: ApplicationScope): Fact | undefined {
  const variable = effectiveEnv(scope, 'APP_DEBUG');
  if (variable !== undefined) return isOn(literalOf(variable.value)) ? variable : undefined;
  const config = effectiveConfig(scope, 'app.debug');
  if (config === undefined) return undefined;
  const value = config.value.kind === 'env' ? literalOf(config.value.fallback ?? undefined) : literalOf(config.value);
  return isOn(value) ? config : undefined;
}

function isOn(text: string | undefined): boolean {
  return text !== undefined && /^(\(?true\)?|1|on|yes)$/i.test(text.trim());
}
