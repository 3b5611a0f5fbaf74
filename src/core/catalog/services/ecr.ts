import { checked, defineService } from '../define';

export const ecr = defineService({
  id: 'ecr',
  category: 'storage',
  serves: ['compute'],
  phase: 'cloud-native',
  problem: {
    en: 'Container images need a private place near the tasks that pull them, with scans for known flaws.',
    'pt-br': 'Imagens de contêiner precisam de um lugar privado perto das tarefas que as baixam, com varredura de falhas conhecidas.',
  },
  cost: {
    en: 'GB stored, and data out to other Regions or the internet; enhanced scans.',
    'pt-br': 'GB armazenados e dados que saem para outras Regiões ou para a internet; varreduras avançadas.',
  },
  worthIt: {
    en: 'Worth it with the first Fargate task: permissions by IAM role, no registry password, no pull limits. GitHub\'s or GitLab\'s registry works too and needs a secret in the task.',
    'pt-br': 'Vale a pena com a primeira tarefa no Fargate: permissões por role do IAM, sem senha de registro, sem limite de downloads. O registro do GitHub ou do GitLab também funciona e exige um segredo na tarefa.',
  },
  notWhen: { en: 'Without containers.', 'pt-br': 'Sem contêineres.' },
  alternatives: [
    { id: 'codebuild', when: { en: 'Builds the image that is pushed here.', 'pt-br': 'Compila a imagem que é enviada para cá.' } },
  ],
  limits: [
    {
      text: {
        en: 'Images are kept for ever without a lifecycle policy, and the policy acts within 24 hours, not at once.',
        'pt-br': 'Sem política de ciclo de vida as imagens ficam para sempre, e a política age em até 24 horas, não na hora.',
      },
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html',
      checked: checked.guides,
    },
  ],
  highAvailability: {
    en: 'Regional; replicate to a second Region for disaster recovery.',
    'pt-br': 'Regional; replique para uma segunda Região para recuperação de desastres.',
  },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/what-is-ecr.html',
  pricingPage: 'https://aws.amazon.com/ecr/pricing/',
});
