import { checked, defineService } from '../define';

export const codebuild = defineService({
  id: 'codebuild',
  category: 'delivery',
  serves: ['compute'],
  phase: 'serverless',
  problem: {
    en: 'Tests and image builds need a clean machine for some minutes, with access to the account and no key in an outside CI.',
    'pt-br': 'Testes e builds de imagem precisam de uma máquina limpa por alguns minutos, com acesso à conta e sem chave em um CI externo.',
  },
  cost: { en: 'Build minutes by machine size.', 'pt-br': 'Minutos de build por tamanho de máquina.' },
  worthIt: {
    en: 'Against GitHub\'s runners: near your VPC (integration tests against a private database) and with a role instead of a key. Worth it for that; otherwise the CI that you have is fine.',
    'pt-br': 'Contra os runners do GitHub: perto da sua VPC (testes de integração contra um banco privado) e com uma role no lugar de uma chave. Vale a pena por isso; fora isso, o CI que você tem serve.',
  },
  notWhen: { en: 'For long-running services or scheduled jobs.', 'pt-br': 'Para serviços de longa duração ou tarefas agendadas.' },
  alternatives: [
    { id: 'codepipeline', when: { en: 'Several steps with approvals around the build.', 'pt-br': 'Várias etapas com aprovações em torno do build.' } },
  ],
  limits: [
    {
      text: {
        en: 'A build stops after 60 minutes by default; 5 minutes to 36 hours can be set.',
        'pt-br': 'Um build para após 60 minutos por padrão; é possível definir de 5 minutos a 36 horas.',
      },
      source: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_CreateProject.html',
      checked: checked.apiReference,
    },
  ],
  highAvailability: { en: 'Managed.', 'pt-br': 'Gerenciado.' },
  scaling: {
    en: 'In parallel up to the account\'s limit, low for new accounts.',
    'pt-br': 'Em paralelo até o limite da conta, baixo em contas novas.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/codebuild/latest/userguide/welcome.html',
  pricingPage: 'https://aws.amazon.com/codebuild/pricing/',
});
