import { laravelDriverEdits, sesSettings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import { codeMarker, decidingPlace, needsServedBy } from '../support';

export const mailLogOrNull = defineRule({
  id: 'mail/log-or-null',
  domain: 'mail',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'mail',
  service: 'ses',
  fix: 'suggestion',
  title: { en: 'E-mail is not sent', 'pt-br': 'Os e-mails não são enviados' },
  messages: {
    log: {
      en: 'This mailer sends nothing: it writes e-mail to the log, keeps it in memory or discards it. Password resets and notices never arrive, and nobody sees an error.',
      'pt-br': 'Este mailer não envia nada: escreve os e-mails no log, guarda em memória ou descarta. Redefinições de senha e avisos nunca chegam, e ninguém vê um erro.',
    },
    use: { en: 'Code that sends mail', 'pt-br': 'Código que envia e-mail' },
  },
  docs: {
    checks: {
      en: 'The mailer of the default deployment is `log` or `array`, and the application sends mail (a `Mailable`, a notification, e-mail verification or an authentication package). In a sample file it is a hint; in settings of production with code that sends mail it is an error.',
      'pt-br': 'O mailer do deploy padrão é `log` ou `array`, e a aplicação envia e-mail (um `Mailable`, uma notificação, verificação de e-mail ou um pacote de autenticação). Em um arquivo de exemplo é uma dica; em configurações de produção, com código que envia e-mail, é erro.',
    },
    why: {
      en: 'It is the default of a fresh Laravel project and right for development. In production nothing fails visibly: the framework reports success, and reset links with their tokens end up in the log.',
      'pt-br': 'É o padrão de um projeto Laravel novo e está certo para desenvolvimento. Em produção nada falha à vista: o framework informa sucesso, e links de redefinição com seus tokens vão parar no log.',
    },
    bad: [
      {
        files: {
          '.env.production': 'APP_ENV=production\nMAIL_MAILER=log\n',
          'app/Mail/Welcome.php': '<?php\n\nnamespace App\\Mail;\n\nuse Illuminate\\Mail\\Mailable;\n\nclass Welcome extends Mailable\n{\n}\n',
        },
      },
    ],
    good: [
      {
        files: {
          '.env.production': 'APP_ENV=production\nMAIL_MAILER=ses\nAWS_DEFAULT_REGION=us-east-1\n',
          'app/Mail/Welcome.php': '<?php\n\nnamespace App\\Mail;\n\nuse Illuminate\\Mail\\Mailable;\n\nclass Welcome extends Mailable\n{\n}\n',
        },
      },
    ],
    aboutFix: {
      en: 'The edit selects Amazon SES. Run `composer require aws/aws-sdk-php` and give the application a role with `ses:SendRawEmail`. A new account is in the SES sandbox: verify the domain and ask for production access first.',
      'pt-br': 'A edição seleciona o Amazon SES. Rode `composer require aws/aws-sdk-php` e dê à aplicação uma role com `ses:SendRawEmail`. Uma conta nova está no sandbox do SES: verifique o domínio e peça antes o acesso de produção.',
    },
  },
  references: [references.ses, laravelDocs('mail', 'mail')],
  check(context) {
    if (!context.needs.some(({ id }) => id === 'mail')) return 'not-applicable';
    const use = codeMarker(context.scope, 'laravel.mail.send');
    for (const need of needsServedBy(context, 'mail', ['log'])) {
      const at = decidingPlace(need);
      context.report({
        at,
        stage: need.stage,
        messageId: 'log',
        ...(use === undefined ? {} : { severity: 'error', related: [{ at: use.at, messageId: 'use' }] }),
        edits: [
          {
            title: { en: 'Send mail with Amazon SES', 'pt-br': 'Enviar e-mail com o Amazon SES' },
            edits: laravelDriverEdits(context, at, { expected: ['log', 'array'], value: 'ses', settings: sesSettings(context.region) }),
          },
        ],
        infra: [{ need: 'mail', service: 'ses' }],
      });
    }
  },
});
