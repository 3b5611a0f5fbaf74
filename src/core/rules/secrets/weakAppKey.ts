import type { Fact, Severity, Stage } from '../../model';
import { laravelDocs, references } from '../references';
import { defineRule, type RuleContext } from '../rule';
import { environmentFor, isLaravel, isLiveFact } from '../support';

/** Variables from which frameworks sign cookies, sessions and tokens. */
const signingKeys = ['APP_KEY', 'APP_SECRET', 'SECRET_KEY', 'DJANGO_SECRET_KEY', 'SECRET_KEY_BASE', 'JWT_SECRET', 'SESSION_SECRET', 'NEXTAUTH_SECRET', 'AUTH_SECRET'];

export const weakAppKey = defineRule({
  id: 'secrets/weak-app-key',
  domain: 'secrets',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'secrets',
  service: 'secretsmanager',
  fix: 'suggestion',
  title: { en: 'The application key is missing or known', 'pt-br': 'A chave da aplicação está ausente ou é conhecida' },
  messages: {
    placeholder: {
      en: '{key} holds a sample value that anybody can look up: with it, sessions and signed links can be forged.',
      'pt-br': '{key} tem um valor de exemplo que qualquer pessoa encontra: com ele é possível forjar sessões e links assinados.',
    },
    empty: {
      en: '{key} is empty: the application cannot encrypt sessions or cookies and answers every request with an error.',
      'pt-br': '{key} está vazio: a aplicação não consegue criptografar sessões nem cookies e responde a toda requisição com erro.',
    },
    sample: {
      en: 'The sample file holds a usable {key}: every installation that copies it shares the same key.',
      'pt-br': 'O arquivo de exemplo traz uma {key} utilizável: toda instalação que o copia compartilha a mesma chave.',
    },
  },
  docs: {
    checks: {
      en: 'In settings of production the key that signs sessions and tokens (`APP_KEY`, `APP_SECRET`, `SECRET_KEY`, `JWT_SECRET` …) holds a placeholder, or Laravel’s `APP_KEY` is empty in an env file that git does not track. A tracked file with an empty key is a template that the deployment fills, and left alone. A sample file with a complete `base64:` key is a hint.',
      'pt-br': 'Em configurações de produção a chave que assina sessões e tokens (`APP_KEY`, `APP_SECRET`, `SECRET_KEY`, `JWT_SECRET` …) tem um valor de exemplo, ou a `APP_KEY` do Laravel está vazia em um arquivo env que o git não rastreia. Um arquivo rastreado com a chave vazia é um modelo preenchido no deploy, e fica de fora. Um arquivo de exemplo com uma chave `base64:` completa é uma dica.',
    },
    why: {
      en: 'Whoever knows the key can forge the session of any user and read everything that the application encrypted with it; in some versions of PHP frameworks that even led to code execution. The key must be random, different in each environment, and known to the running application only.',
      'pt-br': 'Quem conhece a chave pode forjar a sessão de qualquer usuário e ler tudo o que a aplicação criptografou com ela; em algumas versões de frameworks PHP isso chegou a permitir execução de código. A chave deve ser aleatória, diferente em cada ambiente e conhecida só pela aplicação em execução.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nAPP_KEY=SomeRandomString\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nAPP_DEBUG=false\n' } }],
    aboutFix: {
      en: 'A key is a secret, so no edit writes one. Create it with `php artisan key:generate --show`, store it in Secrets Manager, and let the task definition inject it. Rotating a key that was in use needs `APP_PREVIOUS_KEYS`.',
      'pt-br': 'Uma chave é um segredo, por isso nenhuma edição escreve uma. Crie-a com `php artisan key:generate --show`, guarde-a no Secrets Manager e deixe a definição da tarefa injetá-la. Trocar uma chave em uso exige `APP_PREVIOUS_KEYS`.',
    },
  },
  references: [references.secretsManager, laravelDocs('encryption', 'encryption')],
  check(context) {
    for (const name of signingKeys) {
      for (const fact of context.scope.find('env', name)) {
        const flaw = flawOf(context, fact);
        if (flaw === null) continue;
        context.report({ at: fact.at, data: { key: name }, ...flaw, infra: [{ need: 'secrets', service: 'secretsmanager' }] });
        break;
      }
    }
  },
});

function flawOf(context: RuleContext, fact: Fact): { stage: Stage; messageId: string; severity?: Severity } | null {
  if (fact.value.kind !== 'secret') return null;
  if (fact.stage === 'example') {
    const written = context.textOf(fact.at.path)?.slice(fact.at.range.start, fact.at.range.end) ?? '';
    const usable = fact.name === 'APP_KEY' && fact.value.state === 'set' && /^base64:[\w+/]{43}=$/.test(written);
    return usable ? { stage: 'example', messageId: 'sample', severity: 'warning' } : null;
  }
  if (!isLiveFact(context, fact)) return null;
  if (fact.value.state === 'placeholder' && !isLookup(context, fact)) return { stage: fact.stage, messageId: 'placeholder' };
  if (fact.value.state !== 'empty' || fact.name !== 'APP_KEY' || !isLaravel(context.scope)) return null;
  const injected = fact.origin !== 'dotenv' || (context.trackedFiles?.has(fact.at.path) ?? false);
  const seen = environmentFor(context.scope).stage === fact.stage && environmentFor(context.scope).lookup('APP_KEY') === undefined;
  return injected || !seen ? null : { stage: fact.stage, messageId: 'empty' };
}

/** `${APP_KEY}`: filled in from outside. */
function isLookup(context: RuleContext, fact: Fact): boolean {
  return (context.textOf(fact.at.path)?.slice(fact.at.range.start, fact.at.range.end) ?? '').includes('${');
}
