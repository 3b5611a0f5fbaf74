import type { Fact } from '../../model';
import { isRealSecret, passwordInUrl, writtenAt } from '../credentials';
import { openCredentials } from '../railsKey';
import { references } from '../references';
import { defineRule, type RuleContext } from '../rule';
import { springExample } from '../springExample';
import { byDocument } from '../support';

/** Last word of a setting that is a credential itself, not its name, lifetime or place. */
const credentialName = /(?:^|[^a-z])(?:password|passwd|pwd|passphrase|secret|(?:client|app|jwt|session|signing|shared)[-_]?secret|(?:secret|private|access|api|signing|encryption|account|subscription)[-_]?key|secret[-_]?(?:access[-_]?)?key|(?:access|auth|api|bot|refresh)[-_]?token|token[-_]?secret)$/i;

/** How PHP abbreviates it, and what it is called in Portuguese and Spanish. */
const phpCredentialName = /(?:^|[^a-z])(?:pass|senha|clave|contrasena)$/i;

/** `'password' => 'required|min:8'`: a rule for what users type. */
const validation = /\|/;

/** `Server=db;User=app;Password=…` */
const passwordInConnection = /(?:^|;)\s*(?:password|pwd|accountkey|sharedaccesskey)\s*=\s*([^;]+)/i;

/** Hashes, and what samples and tutorials write, longer than the words of a developer's machine. */
const sample = /^\{\w+\}|^\$2[aby]\$|p[a@]ss?w[o0]rd|p@ss|your|example|sample|demo|dummy|test|change|default|insert|placeholder|todo|xxx|\.\.\.|<|\{\{|#\{|\$\(|%\w+%|^(?:abc|qwe|asd|123)/i;

export const settingsFileCommitted = defineRule({
  id: 'secrets/settings-file-committed',
  domain: 'secrets',
  severity: 'error',
  severityMoves: 'fixed',
  phase: 'foundations',
  since: '0.1.0',
  need: 'secrets',
  service: 'secretsmanager',
  fix: 'suggestion',
  title: { en: 'A settings file with credentials is tracked by git', 'pt-br': 'Um arquivo de configuração com credenciais é rastreado pelo git' },
  messages: {
    tracked: {
      en: '{file} is tracked by git and holds {count} credentials in plain text, {key} among them: whoever can read the repository, or ever could, has them.',
      'pt-br': '{file} é rastreado pelo git e contém {count} credenciais em texto puro, entre elas {key}: quem lê o repositório, ou já leu, tem todas.',
    },
    trackedOne: {
      en: '{file} is tracked by git and holds a credential in plain text, {key}: whoever can read the repository, or ever could, has it.',
      'pt-br': '{file} é rastreado pelo git e contém uma credencial em texto puro, {key}: quem lê o repositório, ou já leu, a tem.',
    },
    trackedKey: {
      en: '{file} is encrypted, and git tracks {key}, which opens it: whoever can read the repository, or ever could, has the credentials in it.',
      'pt-br': '{file} está criptografado, mas o git rastreia {key}, que o abre: quem lê o repositório, ou já leu, tem as credenciais dele.',
    },
  },
  docs: {
    checks: {
      en: 'Git tracks a settings file of an application of the JVM, .NET or PHP (`application.yml`, `appsettings.json`, `persistence.xml`, `config.php`, `conexao.php` …), of production or of no stage, in which a password, key or token is written out: long enough, mixed of letters and digits or signs unless it is long, and not what samples and tutorials write. A connection string or URL counts for the password in it. Values that are looked up when the application starts (`${DB_PASSWORD}`) do not count, nor does the fall-back of such a look-up. Each application has one finding, with its other files beside it. Encrypted credentials of Rails (`config/credentials.yml.enc`, `config/credentials/production.yml.enc`) count where git tracks the key that opens them. Where git cannot be asked the rule is silent.',
      'pt-br': 'O git rastreia um arquivo de configuração de uma aplicação da JVM, do .NET ou de PHP (`application.yml`, `appsettings.json`, `persistence.xml`, `config.php`, `conexao.php` …), de produção ou sem estágio definido, em que uma senha, chave ou token está escrito por extenso: comprido o bastante, com letras misturadas a dígitos ou sinais quando é curto, e diferente do que exemplos e tutoriais escrevem. Uma string de conexão ou URL conta pela senha que traz. Valores buscados quando a aplicação inicia (`${DB_PASSWORD}`) não contam, nem o valor padrão dessa busca. Cada aplicação tem um achado, com os demais arquivos ao lado. Credenciais criptografadas do Rails (`config/credentials.yml.enc`, `config/credentials/production.yml.enc`) contam quando o git rastreia a chave que as abre. Onde não dá para consultar o git, a regra se cala.',
    },
    why: {
      en: 'A repository is copied to laptops, CI runners, forks and images, and its history keeps what a later commit deletes. The same password then serves every environment, because changing it means releasing the application.',
      'pt-br': 'Um repositório é copiado para notebooks, executores de CI, forks e imagens, e o histórico guarda o que um commit posterior apaga. A mesma senha passa a servir a todos os ambientes, porque trocá-la exige publicar a aplicação de novo.',
    },
    bad: [{ files: { ...springExample('spring-boot-starter-web', 'postgresql'), 'src/main/resources/application.properties': 'spring.datasource.url=jdbc:postgresql://db.internal/shop\nspring.datasource.password=kV7-t2mQx9\n' } }],
    good: [{ files: { ...springExample('spring-boot-starter-web', 'postgresql'), 'src/main/resources/application.properties': 'spring.datasource.url=jdbc:postgresql://db.internal/shop\nspring.datasource.password=${DB_PASSWORD}\n' } }],
    aboutFix: {
      en: 'Let the setting look the value up (`${DB_PASSWORD}`, an environment variable over `appsettings.json`), rotate the credential (the history keeps it), and store the new one in Secrets Manager or Parameter Store, from which ECS and Lambda inject it. For Rails, rotate what the file holds, encrypt it anew under a key that git ignores, and inject that key as `RAILS_MASTER_KEY`. The infrastructure fix writes the secret without a value.',
      'pt-br': 'Faça a configuração buscar o valor (`${DB_PASSWORD}`, uma variável de ambiente por cima do `appsettings.json`), troque a credencial (o histórico a guarda) e armazene a nova no Secrets Manager ou no Parameter Store, de onde o ECS e o Lambda a injetam. No Rails, troque o que o arquivo guarda, criptografe-o de novo com uma chave que o git ignora e injete essa chave como `RAILS_MASTER_KEY`. A correção de infraestrutura escreve o segredo sem valor.',
    },
  },
  references: [references.secretsManager, references.twelveFactorConfig],
  check(context) {
    const tracked = context.trackedFiles;
    if (tracked === null) return 'not-applicable';
    const open = openCredentials(context, tracked);
    if (open !== undefined) {
      context.report({
        at: open.encrypted.at,
        stage: open.encrypted.stage,
        // What is not of production may be replaced where the application is deployed.
        ...(open.production ? {} : { severity: 'warning' as const }),
        messageId: 'trackedKey',
        data: { file: open.encrypted.at.path, key: open.key },
        infra: [{ need: 'secrets', service: 'secretsmanager' }],
      });
    }
    const written = context.scope.facts.filter((fact) => tracked.has(fact.at.path) && isSettingOfADeployment(fact) && isWrittenCredential(context, fact));
    // What is in force in production first; the files of other profiles say little more.
    const [decisive, ...others] = [...byDocument(written)].sort(([, a], [, b]) => Number(isOfProduction(b)) - Number(isOfProduction(a)));
    const first = decisive?.[1][0];
    if (decisive === undefined || first === undefined) return undefined;
    const [file, facts] = decisive;
    context.report({
      at: { path: file, range: first.keyRange ?? first.at.range },
      stage: first.stage,
      // What no stage is named for may be replaced where the application is deployed.
      ...(isOfProduction(facts) ? {} : { severity: 'warning' as const }),
      messageId: facts.length === 1 ? 'trackedOne' : 'tracked',
      data: { file, count: facts.length, key: keyOf(context, first) },
      infra: [{ need: 'secrets', service: 'secretsmanager' }],
      related: others.slice(0, 5).flatMap(([path, [one]]) => (one === undefined ? [] : [{ at: { path, range: one.keyRange ?? one.at.range }, messageId: 'trackedOne', data: { file: path, key: keyOf(context, one) } }])),
    });
    return undefined;
  },
});

function isOfProduction(facts: readonly Fact[]): boolean {
  return facts[0]?.stage === 'production';
}

/** The key as its file writes it. */
function keyOf(context: RuleContext, { keyRange, at, name }: Fact): string {
  const written = keyRange === undefined ? undefined : context.textOf(at.path)?.slice(keyRange.start, keyRange.end);
  return written?.replace(/^["'](.*)["']$/, '$1') ?? name;
}

/** Files that frameworks of the JVM and of .NET load as settings, and PHP's: in force where nothing replaces them. */
const settingsFiles = ['jvm-config', 'appsettings', 'php-config'];

function isSettingOfADeployment({ origin, at, stage, value }: Fact): boolean {
  if (!settingsFiles.includes(origin) || /sample|example|template|demo/i.test(at.path) || (stage !== 'production' && stage !== 'default')) return false;
  return value.kind === 'secret' ? value.state === 'set' : value.kind === 'literal';
}

function isWrittenCredential(context: RuleContext, fact: Fact): boolean {
  const written = writtenAt(context, fact).replace(/^(["'])(.*)\1$/, '$2');
  // Before the URL: `Endpoint=sb://…;SharedAccessKey=…` holds both.
  const inConnection = passwordInConnection.exec(written)?.[1]?.trim();
  if (inConnection !== undefined) return isUsable(inConnection);
  if (written.includes('://')) return passwordInUrl(written) && !sample.test(written);
  const name = wordsOf(fact.detail?.['setting'] ?? fact.name);
  if (fact.origin === 'php-config' && (validation.test(written) || !phpCredentialName.test(name) && !credentialName.test(name))) return false;
  return fact.value.kind === 'secret' && (fact.origin === 'php-config' || credentialName.test(name)) && isUsable(written);
}

/** `SmtpPassword` → `Smtp-Password`. */
function wordsOf(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2');
}

/** Something that a person or a generator made up: letters with digits or signs, or many letters, and no sentence. */
function isUsable(value: string): boolean {
  if (value.length < 8 || /\s/.test(value) || !isRealSecret(value) || sample.test(value)) return false;
  return value.length >= 16 || (/[a-z]/i.test(value) && /[^a-z]/i.test(value));
}
