import { checked, defineService } from '../define';

export const lambda = defineService({
  id: 'lambda',
  category: 'compute',
  serves: ['compute', 'queue', 'scheduler'],
  phase: 'serverless',
  problem: {
    en: 'Code has to run when something happens (a request, a message, a file, a timetable) and cost nothing in between. Lambda runs one function per event.',
    'pt-br': 'O código precisa rodar quando algo acontece (uma requisição, uma mensagem, um arquivo, um horário) e não custar nada entre um evento e outro. O Lambda roda uma função por evento.',
  },
  cost: {
    en: 'Requests, and duration in GB-seconds (memory × time); more if you keep instances warm, enlarge the temporary disk or stream responses. Logs, API Gateway and NAT are billed apart and often exceed the function itself.',
    'pt-br': 'Requisições e duração em GB-segundo (memória × tempo); mais se você mantiver instâncias aquecidas, aumentar o disco temporário ou transmitir respostas. Logs, API Gateway e NAT são cobrados à parte e muitas vezes custam mais do que a própria função.',
  },
  worthIt: {
    en: 'Against a small server that is always on, it wins while the server would be idle most of the day, and for spiky work such as images, webhooks and notifications. With steady traffic all day, containers cost less. Move one domain at a time, never everything at once.',
    'pt-br': 'Contra um servidor pequeno sempre ligado, ganha enquanto o servidor ficaria ocioso a maior parte do dia, e em trabalho irregular como imagens, webhooks e notificações. Com tráfego constante o dia todo, contêineres custam menos. Migre um domínio por vez, nunca tudo de uma vez.',
  },
  notWhen: {
    en: 'For WebSocket servers (Reverb, Socket.IO), for WebRTC media, for jobs longer than the time limit, and for code that needs a warm pool of database connections without a proxy.',
    'pt-br': 'Para servidores WebSocket (Reverb, Socket.IO), para mídia WebRTC, para jobs mais longos que o limite de tempo e para código que depende de um pool de conexões ao banco sem um proxy.',
  },
  alternatives: [
    { id: 'fargate', when: {
      en: 'Work is steady, long or holds connections open.',
      'pt-br': 'O trabalho é constante, longo ou mantém conexões abertas.',
    } },
    { id: 'stepfunctions', when: {
      en: 'The work is a chain of steps with waits and retries, each of them short.',
      'pt-br': 'O trabalho é uma cadeia de etapas com esperas e novas tentativas, cada uma delas curta.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'A function runs for at most 15 minutes with at most 10,240 MB of memory; CPU grows with memory. Only Lambda Managed Instances run longer (90 minutes, asynchronous calls).',
        'pt-br': 'Uma função roda no máximo 15 minutos com no máximo 10.240 MB de memória; a CPU cresce com a memória. Só as Lambda Managed Instances rodam mais (90 minutos, em chamadas assíncronas).',
      },
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'Request and response carry at most 6 MB each when called synchronously, 1 MB when asynchronous: larger uploads go to S3 by presigned URL.',
        'pt-br': 'Requisição e resposta carregam no máximo 6 MB cada na chamada síncrona e 1 MB na assíncrona: uploads maiores vão para o S3 por URL pré-assinada.',
      },
      source: 'https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html',
      checked: checked.review,
    },
    {
      text: {
        en: '1,000 concurrent executions per Region by default, shared by all functions; new accounts start with less and grow with use.',
        'pt-br': '1.000 execuções simultâneas por Região por padrão, divididas entre todas as funções; contas novas começam com menos e crescem com o uso.',
      },
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'The visibility timeout of an SQS queue should be at least six times the function\'s timeout, or messages come back while they are being worked on.',
        'pt-br': 'O visibility timeout da fila SQS deve ser pelo menos seis vezes o timeout da função; senão, as mensagens voltam enquanto ainda estão sendo processadas.',
      },
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'There is no managed PHP runtime: PHP runs through Bref\'s layers or in a container image.',
        'pt-br': 'Não existe runtime gerenciado de PHP: o PHP roda pelas layers do Bref ou em uma imagem de contêiner.',
      },
      source: 'https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html',
      checked: checked.calendars,
    },
  ],
  highAvailability: {
    en: 'Built in: Lambda runs in several zones of the Region. A function inside a VPC needs subnets in two zones to keep that.',
    'pt-br': 'Já vem pronta: o Lambda roda em várias zonas da Região. Uma função dentro de uma VPC precisa de sub-redes em duas zonas para manter isso.',
  },
  scaling: {
    en: 'One execution per event up to the concurrency limit, within seconds. Reserve concurrency to protect a database behind it.',
    'pt-br': 'Uma execução por evento até o limite de simultaneidade, em segundos. Reserve simultaneidade para proteger o banco que está atrás.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/lambda/latest/dg/welcome.html',
  pricingPage: 'https://aws.amazon.com/lambda/pricing/',
});
