import { checked, defineService } from '../define';

export const codedeploy = defineService({
  id: 'codedeploy',
  category: 'delivery',
  serves: ['compute'],
  phase: 'cloud-native',
  problem: {
    en: 'A new version should reach the servers a few at a time and go back by itself when errors rise.',
    'pt-br': 'Uma versão nova deve chegar aos servidores aos poucos e voltar sozinha quando os erros sobem.',
  },
  cost: {
    en: 'Free for EC2, Lambda and ECS; charged per update for servers of your own elsewhere.',
    'pt-br': 'De graça para EC2, Lambda e ECS; cobrado por atualização em servidores seus fora da AWS.',
  },
  worthIt: {
    en: 'Against git pull over SSH, it is worth it with two instances behind a load balancer, or for gradual releases of Lambda functions.',
    'pt-br': 'Contra o git pull por SSH, vale a pena com duas instâncias atrás de um balanceador, ou para lançamentos graduais de funções Lambda.',
  },
  notWhen: {
    en: 'For new ECS services: ECS has blue/green, linear and canary deployments of its own.',
    'pt-br': 'Para serviços ECS novos: o ECS tem seus próprios deploys blue/green, linear e canário.',
  },
  alternatives: [
    { id: 'fargate', when: {
      en: 'The service deploys itself with ECS\'s own strategies.',
      'pt-br': 'O serviço faz o próprio deploy com as estratégias do ECS.',
    } },
    { id: 'codepipeline', when: { en: 'The steps before the roll-out are missing.', 'pt-br': 'Faltam as etapas antes da entrega.' } },
  ],
  limits: [
    {
      text: {
        en: 'Since July 2025 ECS does blue/green without CodeDeploy, and AWS recommends that for new services.',
        'pt-br': 'Desde julho de 2025 o ECS faz blue/green sem o CodeDeploy, e a AWS recomenda isso para serviços novos.',
      },
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-blue-green.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'EC2 needs its agent, and an appspec.yml in the artifact.',
        'pt-br': 'O EC2 precisa do agente dele e de um appspec.yml no artefato.',
      },
      source: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/codedeploy-agent.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Managed.', 'pt-br': 'Gerenciado.' },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/welcome.html',
  pricingPage: 'https://aws.amazon.com/codedeploy/pricing/',
});
