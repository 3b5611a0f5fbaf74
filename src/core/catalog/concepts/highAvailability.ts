import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const highAvailability: Concept = {
  id: 'high-availability',
  kind: 'concept',
  title: { en: 'High availability', 'pt-br': 'Alta disponibilidade' },
  summary: {
    en: 'The service goes on when one part fails, because every part exists at least twice and somebody notices by machine, not by phone.',
    'pt-br': 'O serviço continua quando uma parte falha, porque cada parte existe pelo menos duas vezes e quem percebe é a máquina, não o telefone.',
  },
  body: {
    en: markdown(
      'High availability is not a service that you switch on. It is a row of small properties, and the weakest one decides.',
      '1. **No state on the server.** Sessions, uploads and cache live outside. Only then may a server disappear.\n2. **Two copies in two zones** of the application, with a load balancer and a health check that asks the application, not just the port.\n3. **A database with a standby** (Multi-AZ or Aurora), and an application that reconnects after the minute of failover.\n4. **A queue between**, so that a slow mail service or partner does not stop the web request.\n5. **Scheduled work once**, not tied to the one server with cron.\n6. **Deploys without interruption**: new copies first, then the old ones go; database changes that both versions understand.\n7. **An alarm** that tells before the users do.',
      'How much of it is right is a question of money per hour of outage. One instance with automatic restart and tested backups may reach 99.5% (under four hours a month). Two zones reach about 99.95%. More than that costs a second Region and is seldom worth it for a young product.',
      'Test it: stop a task during the day, force a failover of the database in the test environment. What has never been tried does not work.',
      'Skylift\'s cloud-native phase draws these pairs, and findings name what stands in the way: file sessions, local uploads, in-process queues, missing health checks.',
    ),
    'pt-br': markdown(
      'Alta disponibilidade não é um serviço que se liga. É uma fila de pequenas propriedades, e a mais fraca decide.',
      '1. **Nenhum estado no servidor.** Sessões, uploads e cache ficam fora. Só então um servidor pode sumir.\n2. **Duas cópias em duas zonas** da aplicação, com um balanceador e uma verificação de saúde que pergunta à aplicação, não só à porta.\n3. **Um banco com cópia de reserva** (Multi-AZ ou Aurora), e uma aplicação que reconecta depois do minuto de failover.\n4. **Uma fila no meio**, para que um serviço de e-mail ou parceiro lento não pare a requisição web.\n5. **Trabalho agendado uma vez só**, não preso ao único servidor com cron.\n6. **Deploy sem parada**: primeiro as cópias novas, depois saem as antigas; mudanças no banco que as duas versões entendam.\n7. **Um alarme** que avise antes dos usuários.',
      'Quanto disso é certo depende do dinheiro por hora fora do ar. Uma instância com reinício automático e backups testados pode chegar a 99,5% (menos de quatro horas por mês). Duas zonas chegam a cerca de 99,95%. Mais que isso custa uma segunda Região e raramente compensa para um produto jovem.',
      'Teste: derrube uma tarefa durante o dia, force o failover do banco no ambiente de testes. O que nunca foi tentado não funciona.',
      'A fase cloud-native do Skylift desenha esses pares, e os problemas apontados dizem o que atrapalha: sessões em arquivo, uploads locais, filas dentro do processo, verificações de saúde ausentes.',
    ),
  },
  services: ['alb', 'auto-scaling', 'fargate', 'rds', 'elasticache', 'route53'],
  links: [
    { label: { en: 'Reliability pillar', 'pt-br': 'Pilar de confiabilidade' }, url: 'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/welcome.html' },
  ],
  facts: [
    {
      text: {
        en: 'A load balancer drains a removed target for 300 seconds by default before its connections are cut.',
        'pt-br': 'Por padrão, um balanceador drena por 300 segundos um alvo removido antes de cortar as conexões.',
      },
      source: 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
      checked: checked.guides,
    },
  ],
};
