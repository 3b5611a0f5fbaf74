import { isCredential } from '../credentials';
import { references } from '../references';
import { defineRule } from '../rule';
import { byDocument } from '../support';

export const envFileCommitted = defineRule({
  id: 'secrets/env-file-committed',
  domain: 'secrets',
  severity: 'error',
  severityMoves: 'fixed',
  phase: 'foundations',
  since: '0.1.0',
  need: 'secrets',
  service: 'secretsmanager',
  fix: 'suggestion',
  title: { en: 'An env file with secrets is tracked by git', 'pt-br': 'Um arquivo env com segredos é rastreado pelo git' },
  messages: {
    tracked: {
      en: '{file} is tracked by git and holds {count} credentials, {key} among them: whoever can read the repository, or ever could, has them.',
      'pt-br': '{file} é rastreado pelo git e contém {count} credenciais, entre elas {key}: quem lê o repositório, ou já leu, tem todas.',
    },
    trackedOne: {
      en: '{file} is tracked by git and holds a credential, {key}: whoever can read the repository, or ever could, has it.',
      'pt-br': '{file} é rastreado pelo git e contém uma credencial, {key}: quem lê o repositório, ou já leu, a tem.',
    },
  },
  docs: {
    checks: {
      en: 'Git tracks an env file that is neither a sample nor for tests, and at least one key in it holds a credential: a password, secret, token or private key that is not empty, not a placeholder and not a usual word of developers’ machines (`root`, `secret`). Keys that a browser receives anyway (`VITE_*`, `PUSHER_APP_KEY`) do not count, nor does Symfony’s `.env`, which is meant to be tracked, unless it holds a real credential. Where git cannot be asked the rule is silent.',
      'pt-br': 'O git rastreia um arquivo env que não é de exemplo nem de testes, e ao menos uma chave dele contém uma credencial: senha, segredo, token ou chave privada que não é vazia, nem valor de exemplo, nem palavra comum em máquinas de desenvolvimento (`root`, `secret`). Chaves que o navegador recebe de qualquer forma (`VITE_*`, `PUSHER_APP_KEY`) não contam, nem o `.env` do Symfony, feito para ser rastreado, a menos que guarde uma credencial real. Onde não dá para consultar o git, a regra se cala.',
    },
    why: {
      en: 'A repository is copied to laptops, CI runners, forks and images, and its history keeps what a later commit deletes. With `APP_KEY` sessions and encrypted columns can be read and forged; with database or mail credentials the rest follows.',
      'pt-br': 'Um repositório é copiado para notebooks, executores de CI, forks e imagens, e o histórico guarda o que um commit posterior apaga. Com a `APP_KEY` é possível ler e forjar sessões e colunas criptografadas; com as credenciais do banco ou do e-mail, o resto vem junto.',
    },
    bad: [{ files: { '.env': 'APP_ENV=production\nDB_PASSWORD=correct-horse-battery\n' } }],
    good: [{ files: { '.env.example': 'APP_ENV=production\nDB_PASSWORD=\n', '.gitignore': '/vendor\n/.env\n' } }],
    aboutFix: {
      en: 'Run `git rm --cached <file>`, add the file to `.gitignore`, rotate every credential in it (the history keeps them), and move them to Secrets Manager or Parameter Store, from which ECS and Lambda inject them. The infrastructure fix writes the secret without a value.',
      'pt-br': 'Rode `git rm --cached <arquivo>`, acrescente o arquivo ao `.gitignore`, troque todas as credenciais dele (o histórico as guarda) e mova-as para o Secrets Manager ou o Parameter Store, de onde o ECS e o Lambda as injetam. A correção de infraestrutura escreve o segredo sem valor.',
    },
  },
  references: [references.secretsManager, references.twelveFactorConfig],
  check(context) {
    const tracked = context.trackedFiles;
    if (tracked === null) return 'not-applicable';
    const inTrackedFiles = context.scope
      .find('env')
      .filter((fact) => fact.origin === 'dotenv' && fact.stage !== 'example' && fact.stage !== 'test' && tracked.has(fact.at.path));
    for (const [file, facts] of byDocument(inTrackedFiles)) {
      const credentials = facts.filter((fact) => isCredential(context, fact));
      const [first] = credentials;
      if (first === undefined) continue;
      context.report({
        at: { path: file, range: first.keyRange ?? first.at.range },
        stage: first.stage,
        // The environment of developers that a team shares (.env.docker, docker/development/.env) opens their machines.
        ...(first.stage === 'local' && (!isPlainEnv(file) || forDevelopers.test(file)) ? { severity: 'warning' } : {}),
        messageId: credentials.length === 1 ? 'trackedOne' : 'tracked',
        data: { file, count: credentials.length, key: first.name },
        infra: [{ need: 'secrets', service: 'secretsmanager' }],
      });
    }
  },
});

const forDevelopers = /(?:^|\/)(?:dev|develop|development|local|\.devcontainer)\//i;

function isPlainEnv(file: string): boolean {
  return file === '.env' || file.endsWith('/.env');
}
