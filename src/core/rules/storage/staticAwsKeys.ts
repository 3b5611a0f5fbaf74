import type { Fact, Severity, Stage, TextEdit } from '../../model';
import { removeLine } from '../edits';
import { references } from '../references';
import { defineRule, type RuleContext } from '../rule';

export const staticAwsKeys = defineRule({
  id: 'storage/static-aws-keys',
  domain: 'storage',
  severity: 'error',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'secrets',
  service: 'iam',
  fix: 'suggestion',
  title: { en: 'Long-lived AWS access keys in the configuration', 'pt-br': 'Chaves de acesso da AWS de longa duração na configuração' },
  messages: {
    deployed: {
      en: 'The application carries an AWS access key that never expires: on AWS a role gives it temporary credentials instead, with nothing to leak or rotate.',
      'pt-br': 'A aplicação carrega uma chave de acesso da AWS que nunca expira: na AWS, uma role entrega credenciais temporárias, sem nada para vazar ou rotacionar.',
    },
    tracked: {
      en: 'An AWS access key is in a file that git tracks: whoever can read the repository, or ever could, can use it. Deactivate it now.',
      'pt-br': 'Uma chave de acesso da AWS está em um arquivo rastreado pelo git: quem lê o repositório, ou já leu, pode usá-la. Desative-a agora.',
    },
    local: {
      en: 'This AWS access key never expires. For development, `aws sso login` gives credentials that do; in production use a role.',
      'pt-br': 'Esta chave de acesso da AWS nunca expira. No desenvolvimento, `aws sso login` dá credenciais que expiram; em produção, use uma role.',
    },
  },
  docs: {
    checks: {
      en: '`AWS_ACCESS_KEY_ID` holds a value: in settings of production any, elsewhere only what has the form of a real key. Placeholders and empty values are ignored, and so are keys for another S3-compatible store (`AWS_ENDPOINT` outside AWS: MinIO, R2, Spaces). A file that git tracks is an error at any stage.',
      'pt-br': '`AWS_ACCESS_KEY_ID` tem um valor: em configurações de produção, qualquer um; fora delas, só o que tem a forma de uma chave real. Valores de exemplo e vazios são ignorados, assim como chaves de outro armazenamento compatível com S3 (`AWS_ENDPOINT` fora da AWS: MinIO, R2, Spaces). Um arquivo rastreado pelo git é erro em qualquer estágio.',
    },
    why: {
      en: 'Leaked access keys are the most common way into an AWS account. They do not expire, they are copied into env files, images and backups, and they usually allow more than the application needs. A task role, an instance profile or a Lambda execution role hands out temporary credentials for exactly the listed actions.',
      'pt-br': 'Chaves de acesso vazadas são a porta de entrada mais comum em uma conta AWS. Elas não expiram, são copiadas para arquivos env, imagens e backups, e costumam permitir mais do que a aplicação precisa. Uma role de tarefa, um perfil de instância ou uma role de execução do Lambda entrega credenciais temporárias só para as ações listadas.',
    },
    bad: [{ files: { '.env.production': 'APP_ENV=production\nAWS_ACCESS_KEY_ID=key-of-the-deploy-user\nAWS_SECRET_ACCESS_KEY=secret-of-the-deploy-user\nAWS_BUCKET=clinic-uploads\n' } }],
    good: [{ files: { '.env.production': 'APP_ENV=production\nAWS_DEFAULT_REGION=us-east-1\nAWS_BUCKET=clinic-uploads\n' } }],
    aboutFix: {
      en: 'The edit removes the lines of the key pair from that file: the AWS SDK then finds the role of the task, instance or function by itself. It does not deactivate the key; do that in IAM, and look at its last use first. In a tracked file the key stays in the history.',
      'pt-br': 'A edição remove do arquivo as linhas do par de chaves: o SDK da AWS passa a encontrar sozinho a role da tarefa, da instância ou da função. Ela não desativa a chave; faça isso no IAM, olhando antes o último uso. Em um arquivo rastreado, a chave continua no histórico.',
    },
  },
  references: [references.iamBestPractices, references.taskRoles],
  check(context) {
    for (const key of context.scope.find('env', 'AWS_ACCESS_KEY_ID')) {
      if (key.value.kind !== 'secret' || key.value.state !== 'set' || isForAnotherStore(context, key)) continue;
      const reported = judge(context, key);
      if (reported === null) continue;
      context.report({
        at: key.at,
        ...reported,
        edits: [{ title: { en: 'Remove the access key', 'pt-br': 'Remover a chave de acesso' }, edits: removal(context, key) }],
      });
    }
  },
});

function judge(context: RuleContext, key: Fact): { stage: Stage; messageId: string; severity?: Severity } | null {
  const real = looksReal(context.textOf(key.at.path)?.slice(key.at.range.start, key.at.range.end) ?? '');
  const tracked = context.trackedFiles?.has(key.at.path) ?? false;
  if (tracked && real) return { stage: 'production', messageId: 'tracked' };
  if (key.stage === 'production' || key.stage === 'staging') return { stage: key.stage, messageId: 'deployed' };
  if (!real || key.stage === 'test' || key.stage === 'example') return null;
  return { stage: key.stage, messageId: context.evaluation === 'production' ? 'deployed' : 'local' };
}

/** The form of an access key id, without the one that documentation uses. */
function looksReal(value: string): boolean {
  return /^A(?:KIA|SIA)[A-Z2-7]{16}$/.test(value) && !value.endsWith('EXAMPLE');
}

function isForAnotherStore(context: RuleContext, key: Fact): boolean {
  return ['AWS_ENDPOINT', 'AWS_ENDPOINT_URL', 'AWS_ENDPOINT_URL_S3'].some((name) =>
    context.scope.find('env', name).some((fact) => fact.at.path === key.at.path && fact.detail?.host !== undefined && !fact.detail.host.endsWith('.amazonaws.com')),
  );
}

function removal(context: RuleContext, key: Fact): readonly TextEdit[] {
  const text = context.textOf(key.at.path);
  if (text === undefined || key.origin !== 'dotenv') return [];
  return ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']
    .flatMap((name) => context.scope.find('env', name))
    .filter((fact) => fact.at.path === key.at.path)
    .map((fact) => removeLine(text, fact.at));
}
