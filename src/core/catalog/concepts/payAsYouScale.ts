import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const payAsYouScale: Concept = {
  id: 'pay-as-you-scale',
  kind: 'concept',
  title: { en: 'Pay as you scale', 'pt-br': 'Pague conforme cresce' },
  summary: {
    en: 'The bill should follow the number of users: little with few, more with many, nothing with none. How true that is depends on the services.',
    'pt-br': 'A conta deve acompanhar o número de usuários: pouco com poucos, mais com muitos, nada sem nenhum. O quanto isso é verdade depende dos serviços.',
  },
  body: {
    en: markdown(
      'The promise of the cloud goes: few users, low cost; many users, proportional cost; no users, zero cost. As an aim it is right, and needs two corrections.',
      '**First, "serverless" does not always mean zero.** Lambda, SQS, DynamoDB on demand and S3 really cost next to nothing at rest. Aurora Serverless v2 can pause, but only without open connections, and wakes in some seconds. ElastiCache Serverless has a small minimum. Classic OpenSearch Serverless and MSK Serverless have a floor that is higher than a small server. And a NAT gateway beside free functions costs every hour.',
      '**Second, proportional is not always cheap.** A million requests a month on Lambda cost little; a thousand per second, all day, cost more than a few containers. Each service has a break-even: below it pay per use, above it pay per hour.',
      'So draw two numbers for each phase: the *floor* (no users) and the *slope* (cost per thousand more users). Few users: choose the lowest floor. Steady growth: choose the lower slope when the lines cross.',
      'Scaling is also a protection that has to be limited: a maximum number of tasks, reserved concurrency, a maximum for DynamoDB and Aurora capacity. Without one, a loop in your code or a bot scales your bill.',
      'In Skylift, switch between the three workloads (learning, today\'s, large) and watch each phase: the lines that do not move are the floor.',
    ),
    'pt-br': markdown(
      'A promessa da nuvem diz: poucos usuários, custo baixo; muitos usuários, custo proporcional; sem usuários, custo zero. Como objetivo está certo, e precisa de duas correções.',
      '**Primeira: "serverless" nem sempre significa zero.** Lambda, SQS, DynamoDB sob demanda e S3 realmente custam quase nada em repouso. O Aurora Serverless v2 consegue pausar, mas só sem conexões abertas, e acorda em alguns segundos. O ElastiCache Serverless tem um mínimo pequeno. O OpenSearch Serverless clássico e o MSK Serverless têm um piso maior que um servidor pequeno. E um NAT gateway ao lado de funções gratuitas custa a cada hora.',
      '**Segunda: proporcional nem sempre é barato.** Um milhão de requisições por mês no Lambda custa pouco; mil por segundo, o dia todo, custam mais que alguns contêineres. Cada serviço tem um ponto de equilíbrio: abaixo dele, pague por uso; acima, pague por hora.',
      'Portanto, tire dois números de cada fase: o *piso* (sem usuários) e a *inclinação* (custo por mil usuários a mais). Poucos usuários: escolha o menor piso. Crescimento constante: escolha a menor inclinação quando as linhas se cruzarem.',
      'Escalar também precisa de limite: um número máximo de tarefas, simultaneidade reservada, um máximo para a capacidade de DynamoDB e Aurora. Sem isso, um laço no seu código ou um robô escala a sua conta.',
      'No Skylift, alterne entre as três cargas (aprendizado, a de hoje, a grande) e observe cada fase: as linhas que não se movem são o piso.',
    ),
  },
  services: ['lambda', 'dynamodb', 'sqs', 'aurora-serverless', 'fargate'],
  links: [
    { label: { en: 'Cost optimization pillar', 'pt-br': 'Pilar de otimização de custos' }, url: 'https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar/welcome.html' },
  ],
  facts: [
    {
      text: {
        en: 'Serverless does not always mean zero at rest: classic OpenSearch Serverless keeps compute units running while idle.',
        'pt-br': 'Serverless nem sempre significa zero em repouso: o OpenSearch Serverless clássico mantém unidades de computação ligadas mesmo ocioso.',
      },
      source: 'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-scaling.html',
      checked: checked.review,
    },
  ],
};
