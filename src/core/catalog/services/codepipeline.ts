import { checked, defineService } from '../define';

export const codepipeline = defineService({
  id: 'codepipeline',
  category: 'delivery',
  serves: ['compute'],
  phase: 'serverless',
  problem: {
    en: 'A push should be tested, built and put into production in the same steps each time, with an approval where it matters.',
    'pt-br': 'Um push deve ser testado, compilado e colocado em produção nos mesmos passos toda vez, com uma aprovação onde importa.',
  },
  cost: {
    en: 'Active pipelines per month, or minutes of actions in the newer type; builds are CodeBuild\'s.',
    'pt-br': 'Pipelines ativos por mês, ou minutos de ações no tipo mais novo; os builds são do CodeBuild.',
  },
  worthIt: {
    en: 'GitHub Actions or GitLab CI with an OIDC role deploy to AWS just as well and stay where the code is. Worth it when deploys must not depend on an outside service, or when approvals and accounts are managed in AWS.',
    'pt-br': 'GitHub Actions ou GitLab CI com uma role OIDC fazem deploy na AWS tão bem quanto e ficam onde o código está. Vale a pena quando o deploy não pode depender de um serviço externo, ou quando aprovações e contas são geridas na AWS.',
  },
  notWhen: {
    en: 'When a working CI exists: add a role to it instead.',
    'pt-br': 'Quando já existe um CI funcionando: acrescente uma role a ele.',
  },
  alternatives: [
    { id: 'codebuild', when: { en: 'Only builds should run in AWS.', 'pt-br': 'Só os builds devem rodar na AWS.' } },
    { id: 'codedeploy', when: { en: 'Only the roll-out is missing.', 'pt-br': 'Só falta a entrega.' } },
  ],
  limits: [
    {
      text: {
        en: 'An approval that nobody answers fails after 7 days by default (5 minutes to 60 days can be set).',
        'pt-br': 'Uma aprovação que ninguém responde falha após 7 dias por padrão (é possível definir de 5 minutos a 60 dias).',
      },
      source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/approvals.html',
      checked: checked.guides,
    },
  ],
  highAvailability: {
    en: 'Regional; pipelines are code and can be made again elsewhere.',
    'pt-br': 'Regional; pipelines são código e podem ser recriados em outro lugar.',
  },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [
    {
      text: {
        en: 'CodeCommit carries a notice of 2024 that it is closed to new customers; AWS has since announced its return. Skylift does not build on it: connect GitHub, GitLab or Bitbucket.',
        'pt-br': 'O CodeCommit traz um aviso de 2024 de que está fechado a novos clientes; depois a AWS anunciou a volta. O Skylift não depende dele: conecte GitHub, GitLab ou Bitbucket.',
      },
      source: 'https://docs.aws.amazon.com/codecommit/latest/userguide/welcome.html',
      checked: checked.review,
    },
  ],
  documentation: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/welcome.html',
  pricingPage: 'https://aws.amazon.com/codepipeline/pricing/',
});
