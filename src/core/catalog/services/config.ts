import { checked, defineService } from '../define';

export const config = defineService({
  id: 'config',
  category: 'security',
  serves: ['monitoring'],
  phase: 'cloud-native',
  problem: {
    en: 'Which buckets are public, which disks unencrypted, and who changed that security group on Friday?',
    'pt-br': 'Quais buckets são públicos, quais discos não têm criptografia e quem mudou aquele security group na sexta-feira?',
  },
  cost: {
    en: 'Configuration items recorded and rule evaluations. Autoscaling and short-lived resources record a lot: choose daily recording or fewer types.',
    'pt-br': 'Itens de configuração gravados e avaliações de regras. Autoscaling e recursos de vida curta gravam muito: escolha a gravação diária ou menos tipos.',
  },
  worthIt: {
    en: 'Worth it when an auditor or a customer asks for proof. Before that, infrastructure as code with checks in the pipeline answers most of it free.',
    'pt-br': 'Vale a pena quando um auditor ou cliente pede prova. Antes disso, infraestrutura como código com verificações no pipeline responde quase tudo de graça.',
  },
  notWhen: {
    en: 'In a learning account, or with all types recorded continuously without looking at the bill.',
    'pt-br': 'Em uma conta de estudo, ou gravando todos os tipos continuamente sem olhar a conta.',
  },
  alternatives: [
    { id: 'cloudtrail', when: { en: 'The record of calls is enough.', 'pt-br': 'O registro de chamadas basta.' } },
    { id: 'guardduty', when: { en: 'Attacks matter more than configuration.', 'pt-br': 'Ataques importam mais do que configuração.' } },
  ],
  limits: [
    {
      text: {
        en: 'It records per Region, and a rule tells what is wrong without repairing it unless you add a remediation.',
        'pt-br': 'Ele grava por Região, e uma regra diz o que está errado sem consertar, a menos que você acrescente uma correção.',
      },
      source: 'https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Managed, per Region.', 'pt-br': 'Gerenciado, por Região.' },
  scaling: { en: 'Automatic.', 'pt-br': 'Automática.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/config/latest/developerguide/WhatIsConfig.html',
  pricingPage: 'https://aws.amazon.com/config/pricing/',
});
