import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const autoScaling: Concept = {
  id: 'auto-scaling',
  kind: 'concept',
  title: { en: 'Auto scaling', 'pt-br': 'Auto scaling' },
  summary: {
    en: 'The number of copies follows the load by a rule, up when it rises and down when it falls, between limits that you set.',
    'pt-br': 'O número de cópias acompanha a carga por uma regra, sobe quando ela sobe e desce quando ela cai, entre limites que você define.',
  },
  body: {
    en: markdown(
      'It only helps when a copy is replaceable. Before scaling out, sessions, uploads, cache, scheduled tasks and WebSocket state have to leave the server. That is why this step stands late in the roadmap.',
      'Three rules cover most cases:',
      '- **Target tracking**: "keep CPU at 60%" or "1,000 requests per copy and minute". AWS adds and removes by itself. Start with this.\n- **By the queue**: workers follow the age of the oldest message, not CPU. A worker that waits for an API is idle and late at the same time.\n- **By the clock**: known peaks (the morning of a clinic, the Monday of payroll) are prepared half an hour before.',
      'A new container takes a minute or two, a new instance several. Keep enough reserve for that time, and make the start quick: small image, warmed configuration, a health check that waits for readiness.',
      'What does not scale along: the database. Twenty copies with twenty connections each are four hundred connections. Set pool sizes, put a proxy or a cache in between, and limit the maximum number of copies. That maximum is also the brake of the bill.',
      'Scaling to zero exists for Lambda, and for test environments by schedule.',
      'Skylift computes capacity for each phase: sustainable requests per second, concurrent users and the bottleneck that comes next, so you see whether more copies would help at all.',
    ),
    'pt-br': markdown(
      'Só ajuda quando uma cópia é substituível. Antes de escalar para os lados, sessões, uploads, cache, tarefas agendadas e estado de WebSocket precisam sair do servidor. Por isso esta etapa fica mais para o fim do roadmap.',
      'Três regras cobrem a maioria dos casos:',
      '- **Target tracking**: "mantenha a CPU em 60%" ou "1.000 requisições por cópia e minuto". A AWS acrescenta e remove sozinha. Comece por esta.\n- **Pela fila**: os workers seguem a idade da mensagem mais antiga, não a CPU. Um worker que espera uma API está ocioso e atrasado ao mesmo tempo.\n- **Pelo relógio**: picos conhecidos (a manhã de uma clínica, a segunda-feira da folha) são preparados meia hora antes.',
      'Um contêiner novo leva um ou dois minutos; uma instância nova, vários. Mantenha reserva para esse tempo e torne o início rápido: imagem pequena, configuração aquecida, uma verificação de saúde que espere a aplicação ficar pronta.',
      'O que não escala junto: o banco. Vinte cópias com vinte conexões cada são quatrocentas conexões. Defina o tamanho dos pools, ponha um proxy ou um cache no meio e limite o número máximo de cópias. Esse máximo é também o freio da conta.',
      'Escalar até zero existe no Lambda e, por horário, em ambientes de teste.',
      'O Skylift calcula a capacidade de cada fase: requisições por segundo sustentáveis, usuários simultâneos e o próximo gargalo; assim você vê se mais cópias ajudariam mesmo.',
    ),
  },
  services: ['auto-scaling', 'fargate', 'alb', 'cloudwatch', 'dynamodb'],
  links: [
    { label: { en: 'AWS Auto Scaling', 'pt-br': 'AWS Auto Scaling' }, url: 'https://docs.aws.amazon.com/autoscaling/plans/userguide/what-is-aws-auto-scaling.html' },
    { label: { en: 'Scaling an ECS service', 'pt-br': 'Escalar um serviço ECS' }, url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html' },
  ],
  facts: [
    {
      text: {
        en: 'New accounts can only use launch templates; launch configurations are a thing of older guides.',
        'pt-br': 'Contas novas só podem usar launch templates; launch configurations são coisa de guias antigos.',
      },
      source: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-configurations.html',
      checked: checked.guides,
    },
  ],
};
