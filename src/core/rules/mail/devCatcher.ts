import { laravelDriverEdits, sesSettings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import type { ApplicationScope } from '../../detectors/scope';
import { decidingPlace, effectiveEnvOf, isLiveFact, literalOf, needsServedBy } from '../support';

const catcherHost = /^(mailpit|mailhog|mailcatcher|maildev|inbucket|smtp4dev|sandbox\.smtp\.mailtrap\.io|smtp\.mailtrap\.io)$/i;
const thisMachine = /^(localhost|127\.0\.0\.1)$/i;
/** Ports on which mail catchers listen and mail servers do not. */
const catcherPorts = ['1025', '2525'];

export const mailDevCatcher = defineRule({
  id: 'mail/dev-catcher',
  domain: 'mail',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'mail',
  service: 'ses',
  fix: 'suggestion',
  title: { en: 'Production sends mail to a test mailbox', 'pt-br': 'A produção envia e-mails para uma caixa de testes' },
  messages: {
    catcher: {
      en: 'Mail goes to “{host}”, which catches mail for developers and delivers none: users never receive it.',
      'pt-br': 'Os e-mails vão para “{host}”, que captura mensagens para desenvolvedores e não entrega nenhuma: os usuários nunca as recebem.',
    },
  },
  docs: {
    checks: {
      en: 'In settings of production the SMTP host is a mail catcher: Mailpit, MailHog, MailCatcher, MailDev, Mailtrap’s sandbox, or this machine on port 1025 or 2525.',
      'pt-br': 'Em configurações de produção o host SMTP é um capturador de e-mails: Mailpit, MailHog, MailCatcher, MailDev, o sandbox do Mailtrap ou a própria máquina na porta 1025 ou 2525.',
    },
    why: {
      en: 'A catcher accepts everything and delivers nothing, so no error appears while password resets, receipts and reminders are lost. Mailtrap’s sandbox also keeps personal data of your users in a test account.',
      'pt-br': 'Um capturador aceita tudo e não entrega nada, portanto nenhum erro aparece enquanto redefinições de senha, recibos e lembretes se perdem. O sandbox do Mailtrap ainda guarda dados pessoais dos seus usuários em uma conta de testes.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nMAIL_MAILER=smtp\nMAIL_HOST=mailpit\nMAIL_PORT=1025\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nMAIL_MAILER=ses\nAWS_DEFAULT_REGION=us-east-1\n' } }],
    aboutFix: {
      en: 'The edit selects Amazon SES as the mailer; the SMTP settings stay and are no longer read. Run `composer require aws/aws-sdk-php`, verify the domain and leave the SES sandbox.',
      'pt-br': 'A edição seleciona o Amazon SES como mailer; as configurações SMTP ficam e deixam de ser lidas. Rode `composer require aws/aws-sdk-php`, verifique o domínio e saia do sandbox do SES.',
    },
  },
  references: [references.ses, laravelDocs('mail', 'mail')],
  check(context) {
    const [need] = needsServedBy(context, 'mail', ['smtp']);
    if (need === undefined) return 'not-applicable';
    const fact = effectiveEnvOf(context.scope, ['MAIL_HOST', 'SMTP_HOST', 'EMAIL_HOST']);
    const host = literalOf(fact?.value);
    if (fact === undefined || host === undefined || !isLiveFact(context, fact) || !isCatcher(context.scope, host)) return;
    context.report({
      at: fact.at,
      stage: fact.stage,
      messageId: 'catcher',
      data: { host },
      edits: [
        {
          title: { en: 'Send mail with Amazon SES', 'pt-br': 'Enviar e-mail com o Amazon SES' },
          edits: laravelDriverEdits(context, decidingPlace(need), { expected: ['smtp'], value: 'ses', settings: sesSettings(context.region) }),
        },
      ],
      infra: [{ need: 'mail', service: 'ses' }],
    });
  },
});

function isCatcher(scope: ApplicationScope, host: string): boolean {
  if (catcherHost.test(host.trim())) return true;
  const port = literalOf(effectiveEnvOf(scope, ['MAIL_PORT', 'SMTP_PORT', 'EMAIL_PORT'])?.value);
  return thisMachine.test(host.trim()) && catcherPorts.includes(port ?? '');
}
