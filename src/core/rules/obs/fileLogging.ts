import type { Need } from '../../model';
import { ephemeralHost, runsInContainer } from '../deployment';
import { laravelDriverEdits } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule, type RuleContext } from '../rule';
import { decidingPlace, factAt, needsServedBy } from '../support';

export const fileLogging = defineRule({
  id: 'obs/file-logging',
  domain: 'obs',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'monitoring',
  service: 'cloudwatch',
  fix: 'suggestion',
  title: { en: 'Logs are written to files on the server', 'pt-br': 'Os logs são gravados em arquivos no servidor' },
  messages: {
    server: {
      en: 'Logs stay in files on the server: they fill its disk, go with it, and with two servers an error has to be searched for on both.',
      'pt-br': 'Os logs ficam em arquivos no servidor: enchem o disco, somem com ele, e com dois servidores um erro precisa ser procurado nos dois.',
    },
    container: {
      en: 'Logs are written to files inside a container: they are lost when it is replaced, and the platform’s log collection sees nothing.',
      'pt-br': 'Os logs são gravados em arquivos dentro de um contêiner: perdem-se quando ele é trocado, e a coleta de logs da plataforma não vê nada.',
    },
    proof: { en: 'Where the application runs', 'pt-br': 'Onde a aplicação roda' },
  },
  docs: {
    checks: {
      en: 'Every log channel of the default deployment writes files (`LOG_CHANNEL=stack` with `single` or `daily`, the defaults of Laravel). A stack that also reaches `stderr`, `syslog` or a service is fine, and so is a file beside a console handler (`StreamHandler`, `ConsoleAppender`, `transports.Console`) or beside the console of Spring Boot and Quarkus.',
      'pt-br': 'Todos os canais de log do deploy padrão gravam arquivos (`LOG_CHANNEL=stack` com `single` ou `daily`, os padrões do Laravel). Uma pilha que também chega a `stderr`, `syslog` ou a um serviço está certa, assim como um arquivo ao lado de um handler de console (`StreamHandler`, `ConsoleAppender`, `transports.Console`) ou do console do Spring Boot e do Quarkus.',
    },
    why: {
      en: 'On AWS the platform collects what a process writes to its standard output: ECS and Lambda send it to CloudWatch Logs, where it can be searched over all instances, kept for a set time and turned into alarms. A file inside a container is none of that and vanishes with it. The finding is an error on Lambda and ECS.',
      'pt-br': 'Na AWS, a plataforma coleta o que o processo escreve na saída padrão: ECS e Lambda enviam ao CloudWatch Logs, onde dá para pesquisar em todas as instâncias, guardar por um prazo definido e gerar alarmes. Um arquivo dentro do contêiner não é nada disso e some com ele. O aviso é erro no Lambda e no ECS.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nLOG_CHANNEL=daily\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nLOG_CHANNEL=stderr\n' } }],
    aboutFix: {
      en: 'The edit selects the `stderr` channel. On an EC2 instance without containers the CloudWatch agent can also ship the files; then suppress this rule with that reason.',
      'pt-br': 'A edição seleciona o canal `stderr`. Em uma instância EC2 sem contêineres, o agente do CloudWatch também pode enviar os arquivos; nesse caso, suprima esta regra com esse motivo.',
    },
  },
  references: [references.cloudWatchLogs, references.twelveFactorLogs, laravelDocs('logging', 'logging')],
  check(context) {
    const ephemeral = ephemeralHost(context.scope);
    const proof = ephemeral ?? runsInContainer(context.scope);
    for (const need of needsServedBy(context, 'monitoring', ['log-file'])) {
      const at = decidingPlace(need);
      if (alsoOnConsole(context, need)) continue;
      context.report({
        at,
        stage: need.stage,
        messageId: proof === null ? 'server' : 'container',
        ...(ephemeral === null ? {} : { severity: 'error' }),
        ...(proof === null ? {} : { related: [{ at: proof.at, messageId: 'proof' }] }),
        edits: [
          {
            title: { en: 'Log to stderr', 'pt-br': 'Registrar logs em stderr' },
            edits: laravelDriverEdits(context, at, { expected: ['stack', 'single', 'daily'], value: 'stderr', settings: [] }),
          },
        ],
        infra: [{ need: 'monitoring', service: 'cloudwatch' }],
      });
    }
  },
});

/** Handlers, appenders, sinks and streams that write to the standard output or error. */
const console = /\bStreamHandler\b|\bbasicConfig\((?![^)]*filename)|\bconsole-appender\b|\bRichHandler\b|\bConsoleAppender\b|\btransports\.Console\b|\bWriteTo\.(?:Async\([^)]*)?Console\b|"Name"\s*:\s*"Console"|\bAddConsole\b|php:\/\/std(?:err|out)|(?:sys|os|process|io)\.std(?:out|err)\b|\$std(?:out|err)\b|\bSTD(?:OUT|ERR)\b|"(?:LOG_TO_STDOUT|stdout|stderr)"/i;

/** Settings that add a file to what the framework prints: its console stays. */
const besideConsole = /^jvm:(?:logging\.(?:file|path)(?:\.(?:name|path))?|quarkus\.log\.file\.\S+)$/;

/**
 * Whether what goes to the file is printed as well, so that the platform collects it: a second handler in the same
 * document, or a framework that prints by itself. Frameworks whose channels are listed whether used or not (Laravel,
 * Symfony) are decided by the channel instead.
 */
function alsoOnConsole({ scope, textOf }: RuleContext, need: Need): boolean {
  const { framework } = scope.application;
  if (['laravel', 'lumen', 'symfony', 'wordpress'].includes(framework)) return false;
  const at = decidingPlace(need);
  const fact = factAt(scope, at);
  if (fact?.kind === 'config' && besideConsole.test(fact.name)) return true;
  return need.evidence.some(({ at: { path } }) => console.test(withoutComments(textOf(path) ?? '')));
}

function withoutComments(text: string): string {
  return text.replace(/<!--[\s\S]*?-->|^[ \t]*(?:#|\/\/|\*).*$/gm, '');
}
