import type { Localized } from '../l10n/localized';
import type { PhaseId } from '../model';

/** A phase of the journey as a reader meets it. */
export interface PhaseInfo {
  readonly id: PhaseId;
  readonly title: Localized;
  /** What is true when the phase is done, in one sentence. */
  readonly goal: Localized;
  /** What the team learns in it, in one sentence. */
  readonly learn: Localized;
  /** Typical length for a small team that learns while it works; null where there is nothing to do. */
  readonly weeks: readonly [number, number] | null;
  readonly duration: Localized;
}

const phases: Readonly<Record<PhaseId, Omit<PhaseInfo, 'id'>>> = {
  today: {
    title: { en: 'Today', 'pt-br': 'Hoje' },
    goal: {
      en: 'See what the repository runs on now, what that can carry and what breaks first.',
      'pt-br': 'Ver sobre o que o repositório roda agora, quanto isso aguenta e o que quebra primeiro.',
    },
    learn: {
      en: 'To name the problems of the application before naming services.',
      'pt-br': 'A dar nome aos problemas da aplicação antes de dar nome a serviços.',
    },
    weeks: null,
    duration: { en: 'where you are', 'pt-br': 'onde você está' },
  },
  foundations: {
    title: { en: 'Foundations', 'pt-br': 'Fundamentos' },
    goal: {
      en: 'An AWS account that is safe to use: people and permissions, a private network, a budget with an alarm and a first server.',
      'pt-br': 'Uma conta AWS segura de usar: pessoas e permissões, uma rede privada, um orçamento com alarme e um primeiro servidor.',
    },
    learn: {
      en: 'Regions and Availability Zones, IAM, VPC and security groups, and how the bill is made.',
      'pt-br': 'Regiões e Zonas de Disponibilidade, IAM, VPC e security groups, e como a conta é formada.',
    },
    weeks: [2, 3],
    duration: { en: '2 to 3 weeks', 'pt-br': '2 a 3 semanas' },
  },
  'lift-and-shift': {
    title: { en: 'Lift and shift', 'pt-br': 'Lift and shift' },
    goal: {
      en: 'The same application on AWS with few changes: code on a server, the database managed, files in object storage, a domain with HTTPS.',
      'pt-br': 'A mesma aplicação na AWS com poucas mudanças: código em um servidor, banco gerenciado, arquivos em armazenamento de objetos, domínio com HTTPS.',
    },
    learn: {
      en: 'EC2, RDS, S3, CloudFront and Route 53, and why the state has to leave the server.',
      'pt-br': 'EC2, RDS, S3, CloudFront e Route 53, e por que o estado precisa sair do servidor.',
    },
    weeks: [4, 6],
    duration: { en: '4 to 6 weeks', 'pt-br': '4 a 6 semanas' },
  },
  'cloud-native': {
    title: { en: 'Cloud-native', 'pt-br': 'Cloud-native' },
    goal: {
      en: 'Each concern in a service of its own, several copies behind a load balancer in two zones, growing and shrinking by themselves.',
      'pt-br': 'Cada responsabilidade em um serviço próprio, várias cópias atrás de um balanceador em duas zonas, crescendo e encolhendo sozinhas.',
    },
    learn: {
      en: 'Load balancing, containers, cache, queues, Multi-AZ, auto scaling and observability.',
      'pt-br': 'Balanceamento de carga, contêineres, cache, filas, Multi-AZ, auto scaling e observabilidade.',
    },
    weeks: [6, 8],
    duration: { en: '6 to 8 weeks', 'pt-br': '6 a 8 semanas' },
  },
  serverless: {
    title: { en: 'Serverless', 'pt-br': 'Serverless' },
    goal: {
      en: 'Parts that gain by it run as functions by domain, paid per use, moved one at a time and delivered by a pipeline.',
      'pt-br': 'As partes que ganham com isso rodam como funções por domínio, pagas por uso, migradas uma de cada vez e entregues por um pipeline.',
    },
    learn: {
      en: 'API Gateway, Lambda, DynamoDB, events between domains and continuous delivery.',
      'pt-br': 'API Gateway, Lambda, DynamoDB, eventos entre domínios e entrega contínua.',
    },
    weeks: [8, 12],
    duration: { en: '8 to 12 weeks', 'pt-br': '8 a 12 semanas' },
  },
};

export function phaseInfo(id: PhaseId): PhaseInfo {
  return { id, ...phases[id] };
}
