import { checked, defineService } from '../define';

export const amazonMq = defineService({
  id: 'amazon-mq',
  category: 'messaging',
  serves: ['queue'],
  phase: 'lift-and-shift',
  problem: {
    en: 'The application speaks RabbitMQ (AMQP) or ActiveMQ, and should move without new code. Amazon MQ runs the same broker.',
    'pt-br': 'A aplicação fala RabbitMQ (AMQP) ou ActiveMQ e deve migrar sem código novo. O Amazon MQ roda o mesmo broker.',
  },
  cost: {
    en: 'Broker instance hours (three for a cluster), GB stored, traffic.',
    'pt-br': 'Horas de instância do broker (três em um cluster), GB armazenados, tráfego.',
  },
  worthIt: {
    en: 'Much dearer than SQS, and without a new line of code. Worth it first when exchanges, routing keys, priorities or Celery features are in use; move queue by queue to SQS later, where it is simple. A RabbitMQ container is cheaper until its disk is lost.',
    'pt-br': 'Bem mais caro que o SQS, e sem uma linha nova de código. Vale como primeiro passo quando se usam exchanges, routing keys, prioridades ou recursos do Celery; depois migre fila por fila para o SQS, onde for simples. Um contêiner RabbitMQ é mais barato até perder o disco.',
  },
  notWhen: {
    en: 'For a new application, or when the framework\'s queue only needs push and pop.',
    'pt-br': 'Para uma aplicação nova, ou quando a fila do framework só precisa colocar e tirar.',
  },
  alternatives: [
    { id: 'sqs', when: {
      en: 'The jobs are simple and the framework has an SQS driver.',
      'pt-br': 'Os jobs são simples e o framework tem driver de SQS.',
    } },
    { id: 'msk', when: { en: 'Events must be kept and read again.', 'pt-br': 'Os eventos precisam ser guardados e relidos.' } },
  ],
  limits: [
    {
      text: {
        en: 'RabbitMQ 4.2 (recommended) runs on m7g instances only; 3.13 also on t3 and m5. RabbitMQ streams are not supported.',
        'pt-br': 'O RabbitMQ 4.2 (recomendado) só roda em instâncias m7g; o 3.13 também em t3 e m5. Streams do RabbitMQ não são suportados.',
      },
      source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-version-management.html',
      checked: checked.review,
    },
    {
      text: {
        en: 'A broker on a version past its end of support is upgraded for you in a maintenance window; a single instance is offline meanwhile.',
        'pt-br': 'Um broker em versão sem suporte é atualizado por eles em uma janela de manutenção; uma instância única fica fora do ar nesse tempo.',
      },
      source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-version-management.html',
      checked: checked.review,
    },
  ],
  highAvailability: {
    en: 'A cluster of three nodes in three zones; a single instance has no standby. Use quorum queues.',
    'pt-br': 'Um cluster de três nós em três zonas; uma instância única não tem reserva. Use filas quorum.',
  },
  scaling: { en: 'By instance size; the number of nodes is fixed.', 'pt-br': 'Pelo tamanho da instância; o número de nós é fixo.' },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/welcome.html',
  pricingPage: 'https://aws.amazon.com/amazon-mq/pricing/',
});
