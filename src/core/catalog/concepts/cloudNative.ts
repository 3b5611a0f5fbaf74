import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const cloudNative: Concept = {
  id: 'cloud-native',
  kind: 'concept',
  title: { en: 'Cloud-native', 'pt-br': 'Cloud-native' },
  summary: {
    en: 'The application is cut along its concerns: each in the service made for it, and copies of the code that can come and go.',
    'pt-br': 'A aplicação é dividida por responsabilidades: cada uma no serviço feito para ela, e cópias do código que podem ir e vir.',
  },
  body: {
    en: markdown(
      'The picture is: visitors → CloudFront → load balancer → several copies of the application → database, with cache, queue and files beside it and logs flowing out. It is still one code base. Cloud-native does not mean microservices.',
      'What makes it work is that processes are *disposable*: configuration from the environment, logs to standard output, state in services, quick start, clean stop. Those are the twelve-factor rules, and containers are their handy form.',
      'Which service for which concern:',
      '- web and workers: the same image on Fargate, as two services;\n- sessions and cache: ElastiCache with Valkey;\n- jobs: SQS where the library speaks it, Valkey where it does not (Sidekiq, BullMQ, Horizon), Amazon MQ for RabbitMQ;\n- scheduled work: EventBridge Scheduler starting a task, or one scheduler container;\n- WebSockets: **many guides say API Gateway + Lambda; with Reverb, Socket.IO or Action Cable that would mean rewriting the client.** They stay as a service behind the load balancer, with Valkey between the copies;\n- metrics, alarms, traces: CloudWatch and OpenTelemetry.',
      'Do one concern at a time and measure. After each, the application still runs on one server too, which is how you know that it was done right.',
      'Skylift\'s findings for this phase are what ties the code to one machine; when they are gone, the step is ticked in the roadmap.',
    ),
    'pt-br': markdown(
      'O quadro é: visitantes → CloudFront → balanceador → várias cópias da aplicação → banco, com cache, fila e arquivos ao lado e logs saindo. Continua sendo uma base de código só. Cloud-native não significa microsserviços.',
      'O que faz funcionar é os processos serem *descartáveis*: configuração vinda do ambiente, logs na saída padrão, estado em serviços, início rápido, parada limpa. São as regras dos doze fatores, e contêineres são a forma prática delas.',
      'Qual serviço para cada responsabilidade:',
      '- web e workers: a mesma imagem no Fargate, como dois serviços;\n- sessões e cache: ElastiCache com Valkey;\n- jobs: SQS quando a biblioteca fala SQS, Valkey quando não fala (Sidekiq, BullMQ, Horizon), Amazon MQ para RabbitMQ;\n- trabalho agendado: o EventBridge Scheduler disparando uma tarefa, ou um contêiner agendador;\n- WebSockets: **muitos guias dizem API Gateway + Lambda; com Reverb, Socket.IO ou Action Cable isso significaria reescrever o cliente.** Eles continuam como serviço atrás do balanceador, com Valkey entre as cópias;\n- métricas, alarmes, traces: CloudWatch e OpenTelemetry.',
      'Faça uma responsabilidade por vez e meça. Depois de cada uma, a aplicação ainda roda também em um servidor só; é assim que você sabe que ficou certo.',
      'Os problemas que o Skylift aponta para esta fase são o que prende o código a uma máquina; quando somem, a etapa é marcada no roadmap.',
    ),
  },
  services: ['fargate', 'alb', 'rds', 'elasticache', 'sqs', 's3', 'cloudfront', 'cloudwatch'],
  links: [
    { label: { en: 'Microservices on AWS', 'pt-br': 'Microsserviços na AWS' }, url: 'https://docs.aws.amazon.com/whitepapers/latest/microservices-on-aws/microservices-on-aws.html' },
    { label: { en: 'ECS best practices', 'pt-br': 'Boas práticas do ECS' }, url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-best-practices.html' },
  ],
  facts: [
    {
      text: {
        en: 'For the simplest container start AWS now points new customers to ECS Express Mode instead of App Runner.',
        'pt-br': 'Para o começo mais simples com contêineres, a AWS hoje indica a novos clientes o ECS Express Mode no lugar do App Runner.',
      },
      source: 'https://docs.aws.amazon.com/apprunner/latest/dg/apprunner-availability-change.html',
      checked: checked.review,
    },
  ],
};
