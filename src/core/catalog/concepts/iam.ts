import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const iam: Concept = {
  id: 'iam',
  kind: 'concept',
  title: { en: 'IAM: who may do what', 'pt-br': 'IAM: quem pode fazer o quê' },
  summary: {
    en: 'Every call to AWS is made by an identity, and a policy decides whether it is allowed.',
    'pt-br': 'Toda chamada à AWS é feita por uma identidade, e uma política decide se ela é permitida.',
  },
  body: {
    en: markdown(
      'The account begins with the *root user*, the e-mail that opened it. Give it a long password and a second factor, then put it away: it can close the account and cannot be restricted.',
      'Everything after that has four kinds of identity:',
      '- **People** sign in through IAM Identity Center with a second factor and get credentials for some hours.\n- **Servers, tasks and functions** carry a *role*. The SDK finds its temporary credentials by itself, so AWS_ACCESS_KEY_ID does not belong in .env at all.\n- **Pipelines** on GitHub or GitLab take a role through OIDC, without a stored key.\n- **Users with keys** exist for old tools. Each such key is a password that does not run out.',
      'A policy is JSON: which actions, on which resources, under which conditions. Everything that is not allowed is denied, and an explicit deny always wins. Begin with a managed policy of AWS to learn, then narrow it to the bucket and the queue that the application really uses.',
      'What usually goes wrong: AdministratorAccess for the application, a key committed with the .env file, one user shared by a team, and nobody reading CloudTrail.',
      'Skylift points at AWS keys in configuration files, tells which file holds one (never its value), and the infrastructure that it generates gives each service a role of its own with only the actions of the needs that were found.',
    ),
    'pt-br': markdown(
      'A conta começa com o *usuário root*, o e-mail que a abriu. Dê a ele uma senha longa e um segundo fator e guarde-o: ele pode encerrar a conta e não pode ser restringido.',
      'Tudo depois disso tem quatro tipos de identidade:',
      '- **Pessoas** entram pelo IAM Identity Center com segundo fator e recebem credenciais por algumas horas.\n- **Servidores, tarefas e funções** carregam uma *role*. O SDK encontra sozinho as credenciais temporárias; por isso AWS_ACCESS_KEY_ID nem precisa estar no .env.\n- **Pipelines** no GitHub ou GitLab assumem uma role por OIDC, sem chave guardada.\n- **Usuários com chaves** existem para ferramentas antigas. Cada chave dessas é uma senha que não expira.',
      'Uma política é um JSON: quais ações, sobre quais recursos, sob quais condições. Tudo o que não é permitido é negado, e uma negação explícita sempre vence. Comece com uma política gerenciada da AWS para aprender, depois reduza ao bucket e à fila que a aplicação realmente usa.',
      'O que costuma dar errado: AdministratorAccess para a aplicação, uma chave enviada ao Git junto com o .env, um usuário dividido pela equipe e ninguém lendo o CloudTrail.',
      'O Skylift aponta chaves da AWS em arquivos de configuração, diz qual arquivo contém uma (nunca o valor), e a infraestrutura que ele gera dá a cada serviço uma role própria, só com as ações das necessidades encontradas.',
    ),
  },
  services: ['iam', 'secretsmanager', 'cloudtrail'],
  links: [
    { label: { en: 'Security best practices in IAM', 'pt-br': 'Boas práticas de segurança no IAM' }, url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html' },
    { label: { en: 'IAM Identity Center', 'pt-br': 'IAM Identity Center' }, url: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/what-is.html' },
  ],
  facts: [
    {
      text: {
        en: 'AWS asks for people to use federation with temporary credentials, and for workloads to use roles, instead of long-lived access keys.',
        'pt-br': 'A AWS pede que pessoas usem federação com credenciais temporárias e que cargas de trabalho usem roles, em vez de chaves de acesso duradouras.',
      },
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      checked: checked.review,
    },
  ],
};
