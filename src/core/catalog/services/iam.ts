import { checked, defineService } from '../define';

export const iam = defineService({
  id: 'iam',
  category: 'identity',
  serves: ['secrets'],
  phase: 'foundations',
  problem: {
    en: 'Who may do what in the account: people, servers, pipelines. IAM gives each a role with only the rights that it needs.',
    'pt-br': 'Quem pode fazer o quê na conta: pessoas, servidores, pipelines. O IAM dá a cada um uma role com apenas os direitos necessários.',
  },
  cost: { en: 'Free.', 'pt-br': 'De graça.' },
  worthIt: {
    en: 'Not a choice, and the first thing to do: protect the root user with MFA, give people access through IAM Identity Center, servers through roles, GitHub or GitLab through OIDC. An access key in a .env file is the local alternative, and the usual way accounts are stolen.',
    'pt-br': 'Não é escolha, e é a primeira coisa a fazer: proteja o usuário root com MFA, dê acesso às pessoas pelo IAM Identity Center, aos servidores por roles, ao GitHub ou GitLab por OIDC. Uma chave de acesso no .env é a alternativa local, e o jeito comum de uma conta ser roubada.',
  },
  notWhen: {
    en: 'For the users of your application: that is Cognito\'s work, or the framework\'s.',
    'pt-br': 'Para os usuários da sua aplicação: isso é trabalho do Cognito ou do framework.',
  },
  alternatives: [
    { id: 'cognito', when: { en: 'Customers sign in to the application.', 'pt-br': 'Clientes entram na aplicação.' } },
  ],
  limits: [
    {
      text: {
        en: 'A managed policy has 6,144 characters, a role takes ten of them by default.',
        'pt-br': 'Uma política gerenciada tem 6.144 caracteres, e uma role aceita dez delas por padrão.',
      },
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Changes take a while to reach everywhere: a role made a moment ago may still be refused.',
        'pt-br': 'Mudanças levam um tempo para chegar a todo lugar: uma role recém-criada ainda pode ser recusada.',
      },
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Global; works on even when its console is down.',
    'pt-br': 'Global; continua funcionando mesmo quando o console está fora do ar.',
  },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/introduction.html',
  pricingPage: 'https://aws.amazon.com/iam/',
});
