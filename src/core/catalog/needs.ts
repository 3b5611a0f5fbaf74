import type { Localized } from '../l10n/localized';
import type { NeedId } from '../model';
import type { ServiceId } from './ids';

/** A need as a reader meets it: the problem first, the services that usually solve it after. */
export interface NeedInfo {
  readonly id: NeedId;
  /** Lower case, as it stands in the middle of a sentence. */
  readonly title: Localized;
  /** One sentence. */
  readonly problem: Localized;
  /** The usual answers, the most common first. The decision for one repository is made elsewhere. */
  readonly services: readonly ServiceId[];
}

const needs: Readonly<Record<NeedId, Omit<NeedInfo, 'id'>>> = {
  compute: {
    title: { en: 'web application', 'pt-br': 'aplicação web' },
    problem: {
      en: 'The code has to run somewhere that stays up, takes new versions and grows when more people come.',
      'pt-br': 'O código precisa rodar em algum lugar que fique no ar, receba novas versões e cresça quando o público aumenta.',
    },
    services: ['ec2', 'fargate', 'lambda', 'alb', 'auto-scaling'],
  },
  'relational-database': {
    title: { en: 'relational database', 'pt-br': 'banco de dados relacional' },
    problem: {
      en: 'Orders, appointments and accounts must be saved together or not at all, and survive the loss of a machine.',
      'pt-br': 'Pedidos, consultas e contas precisam ser gravados por inteiro ou não ser gravados, e sobreviver à perda de uma máquina.',
    },
    services: ['rds', 'aurora', 'aurora-serverless', 'rds-proxy'],
  },
  'document-database': {
    title: { en: 'document database', 'pt-br': 'banco de dados de documentos' },
    problem: {
      en: 'Data without fixed columns, read by key or by document, has to scale apart from the relational tables.',
      'pt-br': 'Dados sem colunas fixas, lidos por chave ou por documento, precisam escalar à parte das tabelas relacionais.',
    },
    services: ['dynamodb', 'documentdb'],
  },
  cache: {
    title: { en: 'cache', 'pt-br': 'cache' },
    problem: {
      en: 'Answers that cost much to compute and are asked for often should come out of memory that all servers share.',
      'pt-br': 'Respostas caras de calcular e muito pedidas devem sair de uma memória que todos os servidores compartilham.',
    },
    services: ['elasticache', 'elasticache-serverless', 'memorydb', 'dynamodb'],
  },
  sessions: {
    title: { en: 'user sessions', 'pt-br': 'sessões de usuário' },
    problem: {
      en: 'Who is logged in has to be known by every server, or people are thrown out as soon as a second one starts.',
      'pt-br': 'Todo servidor precisa saber quem está logado; senão, as pessoas são desconectadas assim que o segundo servidor entra no ar.',
    },
    services: ['elasticache', 'dynamodb', 'cognito'],
  },
  queue: {
    title: { en: 'background jobs', 'pt-br': 'tarefas em segundo plano' },
    problem: {
      en: 'Slow work such as e-mails, reports and images must not hold the web request, nor get lost when a process dies.',
      'pt-br': 'Trabalho demorado, como e-mails, relatórios e imagens, não pode segurar a requisição web nem se perder quando um processo morre.',
    },
    services: ['sqs', 'amazon-mq', 'sns', 'lambda', 'stepfunctions'],
  },
  'event-streaming': {
    title: { en: 'event streaming', 'pt-br': 'fluxo de eventos' },
    problem: {
      en: 'Several consumers read the same ordered record of events, each at its own pace, and can read it again.',
      'pt-br': 'Vários consumidores leem o mesmo registro ordenado de eventos, cada um no seu ritmo, e podem reler o que passou.',
    },
    services: ['msk', 'kinesis', 'eventbridge'],
  },
  scheduler: {
    title: { en: 'scheduled tasks', 'pt-br': 'tarefas agendadas' },
    problem: {
      en: 'Some work runs on a timetable, and it has to run once, not once per server.',
      'pt-br': 'Parte do trabalho roda em horário marcado, e precisa rodar uma vez só, não uma vez por servidor.',
    },
    services: ['eventbridge-scheduler', 'lambda', 'fargate'],
  },
  realtime: {
    title: { en: 'real-time messages', 'pt-br': 'mensagens em tempo real' },
    problem: {
      en: 'The server has to push news to open browsers, through connections that stay open for hours.',
      'pt-br': 'O servidor precisa empurrar novidades para navegadores abertos, por conexões que ficam abertas durante horas.',
    },
    services: ['alb', 'fargate', 'elasticache', 'apigateway-websocket', 'appsync-events'],
  },
  video: {
    title: { en: 'video calls', 'pt-br': 'videochamadas' },
    problem: {
      en: 'Audio and video have to reach the other person in a fraction of a second, mostly over UDP and through firewalls.',
      'pt-br': 'Áudio e vídeo precisam chegar à outra pessoa em uma fração de segundo, quase sempre por UDP e através de firewalls.',
    },
    services: ['ec2', 'nlb', 'chime-sdk', 'kinesis-video-streams'],
  },
  'file-storage': {
    title: { en: 'file uploads', 'pt-br': 'upload de arquivos' },
    problem: {
      en: 'Files that users send must outlive the server that received them and be readable by every other server.',
      'pt-br': 'Os arquivos enviados pelos usuários precisam sobreviver ao servidor que os recebeu e ser lidos por todos os outros.',
    },
    services: ['s3', 'cloudfront', 'efs', 'backup'],
  },
  'static-assets': {
    title: { en: 'static assets', 'pt-br': 'arquivos estáticos' },
    problem: {
      en: 'Scripts, styles and images are the same for everybody and should reach each browser from nearby, without using the application.',
      'pt-br': 'Scripts, estilos e imagens são iguais para todos e devem chegar a cada navegador de um ponto próximo, sem ocupar a aplicação.',
    },
    services: ['cloudfront', 's3', 'amplify-hosting'],
  },
  mail: {
    title: { en: 'e-mail', 'pt-br': 'e-mail' },
    problem: {
      en: 'Messages have to reach the inbox, not the spam folder, and bounces have to come back to the application.',
      'pt-br': 'As mensagens precisam chegar à caixa de entrada, não ao spam, e as devoluções precisam voltar para a aplicação.',
    },
    services: ['ses', 'sns'],
  },
  'sms-push': {
    title: { en: 'SMS and push notifications', 'pt-br': 'SMS e notificações push' },
    problem: {
      en: 'Reminders and codes have to reach a phone, by text message or as a notification of the app.',
      'pt-br': 'Lembretes e códigos precisam chegar ao celular, por mensagem de texto ou como notificação do aplicativo.',
    },
    services: ['end-user-messaging', 'sns'],
  },
  search: {
    title: { en: 'full-text search', 'pt-br': 'busca textual' },
    problem: {
      en: 'People search by words, with typos and filters, faster than a scan of the database can answer.',
      'pt-br': 'As pessoas buscam por palavras, com erros de digitação e filtros, mais rápido do que uma varredura do banco consegue responder.',
    },
    services: ['opensearch', 'rds', 'fargate'],
  },
  monitoring: {
    title: { en: 'monitoring', 'pt-br': 'monitoramento' },
    problem: {
      en: 'Somebody has to know that something broke, and why, before the users call.',
      'pt-br': 'Alguém precisa saber que algo quebrou, e por quê, antes que os usuários liguem.',
    },
    services: ['cloudwatch', 'xray', 'sns', 'cloudtrail'],
  },
  secrets: {
    title: { en: 'secrets', 'pt-br': 'segredos' },
    problem: {
      en: 'Passwords and keys have to reach the application without lying in the repository or in the image.',
      'pt-br': 'Senhas e chaves precisam chegar à aplicação sem ficar no repositório nem na imagem.',
    },
    services: ['secretsmanager', 'parameter-store', 'kms', 'iam'],
  },
};

export function needInfo(id: NeedId): NeedInfo {
  return { id, ...needs[id] };
}
