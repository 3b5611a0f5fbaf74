import { checked, defineService } from '../define';

export const ec2 = defineService({
  id: 'ec2',
  category: 'compute',
  serves: ['compute', 'video', 'scheduler'],
  phase: 'foundations',
  problem: {
    en: 'You need a computer that you fully control: any language, any port, TCP or UDP, your own processes. EC2 rents one by the second.',
    'pt-br': 'Você precisa de um computador sob seu controle total: qualquer linguagem, qualquer porta, TCP ou UDP, seus próprios processos. O EC2 aluga um, cobrado por segundo.',
  },
  cost: {
    en: 'Instance hours by type, running or idle; plus the EBS disk, each public IPv4 address and the data that leaves to the internet. A stopped instance still pays for its disk.',
    'pt-br': 'Horas de instância por tipo, em uso ou ociosa; mais o disco EBS, cada endereço IPv4 público e os dados que saem para a internet. Uma instância parada continua pagando o disco.',
  },
  worthIt: {
    en: 'It is the smallest step from the server that you have today: same operating system, same deploy, now with a private network, snapshots and a firewall around it. Worth it from the first day on AWS. A plain virtual server from a hosting company can cost less; EC2 pays off when the database, files or queue become managed services beside it.',
    'pt-br': 'É o menor passo a partir do servidor que você tem hoje: mesmo sistema operacional, mesmo deploy, agora com rede privada, snapshots e firewall em volta. Vale a pena desde o primeiro dia na AWS. Um servidor virtual de uma hospedagem comum pode custar menos; o EC2 compensa quando banco, arquivos ou fila viram serviços gerenciados ao lado dele.',
  },
  notWhen: {
    en: 'When nobody on the team wants to patch an operating system, or when the application already runs in a container: Fargate takes both jobs away.',
    'pt-br': 'Quando ninguém da equipe quer atualizar sistema operacional, ou quando a aplicação já roda em contêiner: o Fargate tira os dois trabalhos de você.',
  },
  alternatives: [
    { id: 'fargate', when: {
      en: 'The application has a Dockerfile and no need for its own kernel settings or for UDP media.',
      'pt-br': 'A aplicação tem um Dockerfile e não precisa de ajustes de kernel nem de mídia por UDP.',
    } },
    { id: 'lambda', when: {
      en: 'Work comes in short bursts with long idle times between them.',
      'pt-br': 'O trabalho chega em rajadas curtas, com longos períodos ociosos entre elas.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'Outbound traffic to port 25 of public addresses is blocked by default: a mail server on the instance cannot deliver. Use SES over port 587 or its API.',
        'pt-br': 'O tráfego de saída para a porta 25 de endereços públicos é bloqueado por padrão: um servidor de e-mail na instância não consegue entregar. Use o SES pela porta 587 ou pela API.',
      },
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-resource-limits.html',
      checked: checked.mirror,
    },
    {
      text: {
        en: 'T-family instances earn CPU credits. T3 and T4g start in unlimited mode: sustained load above the baseline is billed, not slowed down.',
        'pt-br': 'Instâncias da família T acumulam créditos de CPU. T3 e T4g começam no modo unlimited: carga constante acima da linha de base é cobrada, não desacelerada.',
      },
      source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/burstable-performance-instances-unlimited-mode.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'By default an account may run 5 vCPUs of the standard families per Region and none of the GPU families; AWS raises that with use. Ask for an increase before the launch day.',
        'pt-br': 'Por padrão uma conta pode rodar 5 vCPUs das famílias comuns por Região e nenhuma das famílias com GPU; a AWS aumenta isso com o uso. Peça o aumento antes do dia do lançamento.',
      },
      source: 'https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'One instance lives in one Availability Zone and dies with it. High availability means at least two instances in two zones behind a load balancer, and no state on their disks.',
    'pt-br': 'Uma instância vive em uma Zona de Disponibilidade e cai junto com ela. Alta disponibilidade significa pelo menos duas instâncias em duas zonas atrás de um balanceador, e nenhum estado nos discos delas.',
  },
  scaling: {
    en: 'Up by changing the type (a restart), out by adding instances with EC2 Auto Scaling.',
    'pt-br': 'Para cima, trocando o tipo (com reinício); para os lados, acrescentando instâncias com EC2 Auto Scaling.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/concepts.html',
  pricingPage: 'https://aws.amazon.com/ec2/pricing/on-demand/',
});
