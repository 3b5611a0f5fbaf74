import { checked, defineService } from '../define';

export const cognito = defineService({
  id: 'cognito',
  category: 'identity',
  serves: ['sessions'],
  phase: 'serverless',
  problem: {
    en: 'Sign-up, sign-in, password reset, second factor and social logins, without keeping passwords yourself.',
    'pt-br': 'Cadastro, login, troca de senha, segundo fator e login social, sem guardar senhas você mesmo.',
  },
  cost: {
    en: 'Monthly active users by tier (Lite, Essentials, Plus); SMS and e-mails apart; tokens for machines.',
    'pt-br': 'Usuários ativos por mês conforme o plano (Lite, Essentials, Plus); SMS e e-mails à parte; tokens para máquinas.',
  },
  worthIt: {
    en: 'Against the framework\'s own login, which is free and already written, it is worth it when several front ends or functions need one sign-in, or when companies bring SAML. Against Auth0 it is cheaper and plainer.',
    'pt-br': 'Contra o login do próprio framework, que é de graça e já está pronto, vale a pena quando vários front-ends ou funções precisam de um login comum, ou quando empresas trazem SAML. Contra o Auth0, é mais barato e mais simples.',
  },
  notWhen: {
    en: 'For a monolith with a working login: moving buys nothing and costs a migration.',
    'pt-br': 'Para um monólito com login funcionando: mudar não rende nada e custa uma migração.',
  },
  alternatives: [
    { id: 'iam', when: { en: 'The callers are machines in AWS.', 'pt-br': 'Quem chama são máquinas na AWS.' } },
  ],
  limits: [
    {
      text: {
        en: 'Its own e-mail sender is limited to 50 a day for the whole account, which cannot be raised: connect SES before the launch.',
        'pt-br': 'O remetente de e-mail próprio é limitado a 50 por dia para a conta inteira, sem aumento possível: conecte o SES antes do lançamento.',
      },
      source: 'https://docs.aws.amazon.com/cognito/latest/developerguide/quotas.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'An import job takes password hashes (bcrypt, scrypt, Argon2id, PBKDF2 with SHA-256), which older guides deny; there is no way to export them again.',
        'pt-br': 'Um job de importação aceita hashes de senha (bcrypt, scrypt, Argon2id, PBKDF2 com SHA-256), o que guias antigos negam; não há como exportá-los de volta.',
      },
      source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserImportJob.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'Choice-based sign-in and e-mail codes need the Essentials tier, threat protection needs Plus.',
        'pt-br': 'Login com escolha de fator e códigos por e-mail exigem o plano Essentials; a proteção contra ameaças exige o Plus.',
      },
      source: 'https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html',
      checked: checked.apiReference,
    },
  ],
  highAvailability: { en: 'Several zones of a Region, built in.', 'pt-br': 'Várias zonas de uma Região, já pronta.' },
  scaling: {
    en: 'Automatic within request quotas; raise them before a campaign.',
    'pt-br': 'Automática dentro das cotas de requisição; aumente-as antes de uma campanha.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/cognito/latest/developerguide/what-is-amazon-cognito.html',
  pricingPage: 'https://aws.amazon.com/cognito/pricing/',
});
