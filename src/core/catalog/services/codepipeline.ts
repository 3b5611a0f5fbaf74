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
        en: 'An approval waits seven days and then fails; artifacts are limited in size, so images go through ECR.',
        'pt-br': 'Uma aprovação espera sete dias e depois falha; artefatos têm limite de tamanho, então imagens vão pelo ECR.',
      },
      source: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/limits.html',
      checked: checked.earlier,
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
        en: 'CodeCommit was closed to new customers in July 2024; AWS has since announced its return. Skylift does not build on it: connect GitHub, GitLab or Bitbucket.',
        'pt-br': 'O CodeCommit foi fechado a novos clientes em julho de 2024; depois a AWS anunciou a volta. O Skylift não depende dele: conecte GitHub, GitLab ou Bitbucket.',
      },
      source: 'https://aws.amazon.com/blogs/devops/aws-codecommit-returns-to-general-availability/',
      checked: checked.earlier,
    },
  ],
  documentation: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/welcome.html',
  pricingPage: 'https://aws.amazon.com/codepipeline/pricing/',
});
