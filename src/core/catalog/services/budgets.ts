import { checked, defineService } from '../define';

export const budgets = defineService({
  id: 'budgets',
  category: 'cost',
  serves: ['compute'],
  phase: 'foundations',
  problem: {
    en: 'The bill arrives after the month; a forgotten machine should be noticed after a day.',
    'pt-br': 'A conta chega depois do mês; uma máquina esquecida deve ser notada em um dia.',
  },
  cost: {
    en: 'Budgets that only notify are free; those with actions are charged per day beyond two.',
    'pt-br': 'Orçamentos que só avisam são de graça; os com ações são cobrados por dia a partir do terceiro.',
  },
  worthIt: {
    en: 'The first thing to create in a new account, before the first server: one budget with notices at 50, 80 and 100 percent and on the forecast.',
    'pt-br': 'A primeira coisa a criar em uma conta nova, antes do primeiro servidor: um orçamento com avisos em 50, 80 e 100 por cento e na previsão.',
  },
  notWhen: {
    en: 'As a hard limit: spending goes on after the notice unless an action of yours stops something.',
    'pt-br': 'Como limite rígido: o gasto continua depois do aviso, a menos que uma ação sua pare algo.',
  },
  alternatives: [
    { id: 'cloudwatch', when: { en: 'An alarm on a single metric, such as NAT traffic.', 'pt-br': 'Um alarme sobre uma métrica só, como o tráfego do NAT.' } },
  ],
  limits: [
    {
      text: {
        en: 'Figures are refreshed up to three times a day: a mistake of one night is seen in the morning, not in the hour.',
        'pt-br': 'Os valores são atualizados até três vezes por dia: um erro de uma noite aparece de manhã, não na mesma hora.',
      },
      source: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
      checked: checked.review,
    },
  ],
  highAvailability: { en: 'Not applicable.', 'pt-br': 'Não se aplica.' },
  scaling: { en: 'One budget per environment or per tag.', 'pt-br': 'Um orçamento por ambiente ou por tag.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html',
  pricingPage: 'https://aws.amazon.com/aws-cost-management/aws-budgets/pricing/',
});
