import { checked, defineService } from '../define';

export const fargate = defineService({
  id: 'fargate',
  category: 'compute',
  serves: ['compute', 'queue', 'scheduler', 'realtime'],
  phase: 'cloud-native',
  problem: {
    en: 'You have a container image and do not want to look after the server below it. ECS keeps the number of copies that you asked for running; Fargate gives each its CPU and memory.',
    'pt-br': 'Você tem uma imagem de contêiner e não quer cuidar do servidor embaixo dela. O ECS mantém no ar o número de cópias que você pediu; o Fargate dá a cada uma sua CPU e memória.',
  },
  cost: {
    en: 'vCPU hours and GB-of-memory hours of each task, from image pull to stop; extra task disk above the included part; public IPv4 addresses and traffic. The ECS control plane is not charged.',
    'pt-br': 'Horas de vCPU e horas de GB de memória de cada tarefa, do download da imagem até parar; disco extra da tarefa acima do incluído; endereços IPv4 públicos e tráfego. O plano de controle do ECS não é cobrado.',
  },
  worthIt: {
    en: 'Costs more per CPU than an EC2 instance that is always busy, and saves the patching, the capacity planning and the idle half of it. Worth it when the application has a Dockerfile and web, workers and scheduler must run and scale apart. Reverb, Socket.IO, Action Cable and Channels keep their protocol here, behind an Application Load Balancer.',
    'pt-br': 'Custa mais por CPU do que uma instância EC2 sempre ocupada, e economiza as atualizações, o planejamento de capacidade e a metade ociosa dela. Vale a pena quando a aplicação tem Dockerfile e web, workers e agendador precisam rodar e escalar separados. Reverb, Socket.IO, Action Cable e Channels mantêm o próprio protocolo aqui, atrás de um Application Load Balancer.',
  },
  notWhen: {
    en: 'For one small application that fits on one small instance, or for WebRTC media that needs a wide range of UDP ports on a public address: EC2 is simpler there.',
    'pt-br': 'Para uma única aplicação pequena que cabe em uma instância pequena, ou para mídia WebRTC que precisa de uma faixa larga de portas UDP em um endereço público: nesses casos o EC2 é mais simples.',
  },
  alternatives: [
    { id: 'ec2', when: {
      en: 'Load is steady and high, or the process needs UDP port ranges, GPUs or kernel settings.',
      'pt-br': 'A carga é constante e alta, ou o processo precisa de faixas de portas UDP, GPU ou ajustes de kernel.',
    } },
    { id: 'lambda', when: {
      en: 'Requests are short and rare, and nothing has to stay connected.',
      'pt-br': 'As requisições são curtas e raras, e nada precisa ficar conectado.',
    } },
  ],
  limits: [
    {
      text: {
        en: 'A task has between 0.25 and 16 vCPU and up to 120 GB of memory, in fixed pairs: an arbitrary pair is refused.',
        'pt-br': 'Uma tarefa tem entre 0,25 e 16 vCPUs e até 120 GB de memória, em pares fixos: um par qualquer é recusado.',
      },
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'A task in a private subnet needs a NAT gateway, or VPC endpoints for ECR (two), S3 and CloudWatch Logs, or it cannot even pull its image.',
        'pt-br': 'Uma tarefa em sub-rede privada precisa de um NAT gateway ou de VPC endpoints para ECR (dois), S3 e CloudWatch Logs; sem isso, nem a imagem ela baixa.',
      },
      source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'On stop, a container has at most 120 seconds between SIGTERM and SIGKILL: long jobs must be able to resume, and open WebSockets reconnect.',
        'pt-br': 'Ao parar, o contêiner tem no máximo 120 segundos entre SIGTERM e SIGKILL: jobs longos precisam saber retomar, e WebSockets abertos reconectam.',
      },
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html',
      checked: checked.apiReference,
    },
    {
      text: {
        en: 'The disk of a task (20 GiB, up to 200 GiB) disappears with the task: uploads belong in S3.',
        'pt-br': 'O disco da tarefa (20 GiB, até 200 GiB) some com a tarefa: uploads devem ir para o S3.',
      },
      source: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-storage.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'Run at least two tasks with subnets in two zones; ECS replaces failed tasks and spreads them. Turn on the deployment circuit breaker with rollback.',
    'pt-br': 'Rode pelo menos duas tarefas com sub-redes em duas zonas; o ECS substitui as que falham e as distribui. Ative o circuit breaker de deploy com rollback.',
  },
  scaling: {
    en: 'Service Auto Scaling by CPU, memory, requests per target, or queue depth for workers. A new task takes tens of seconds to a few minutes.',
    'pt-br': 'Service Auto Scaling por CPU, memória, requisições por alvo ou tamanho da fila, no caso dos workers. Uma tarefa nova leva de dezenas de segundos a poucos minutos.',
  },
  lifecycle: { status: 'available' },
  outdated: [
    {
      text: {
        en: 'App Runner has been closed to new customers since 2026-04-30. ECS Express Mode takes its place: from one image it creates a Fargate service, a load balancer and scaling.',
        'pt-br': 'O App Runner está fechado a novos clientes desde 30/04/2026. O ECS Express Mode ocupa o lugar: a partir de uma imagem, cria um serviço no Fargate, um balanceador e o escalonamento.',
      },
      source: 'https://docs.aws.amazon.com/apprunner/latest/dg/apprunner-availability-change.html',
      checked: checked.review,
    },
  ],
  documentation: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/AWS_Fargate.html',
  pricingPage: 'https://aws.amazon.com/fargate/pricing/',
});
