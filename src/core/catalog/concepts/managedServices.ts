import { checked, markdown } from '../define';
import type { Concept } from '../types';

export const managedServices: Concept = {
  id: 'managed-services',
  kind: 'concept',
  title: { en: 'Managed services', 'pt-br': 'Serviços gerenciados' },
  summary: {
    en: 'AWS runs the software and the machine below it; you keep the data, the settings and the use.',
    'pt-br': 'A AWS opera o software e a máquina embaixo dele; você fica com os dados, as configurações e o uso.',
  },
  body: {
    en: markdown(
      'Installing PostgreSQL takes ten minutes. Backups that restore, patches, a standby, monitoring of the disk and somebody awake at night take years. A managed service sells you these years by the hour.',
      'There are degrees of it:',
      '- **you run it on EC2**: full control, all the work;\n- **managed server**: RDS, ElastiCache, Amazon MQ, MSK. You choose size and version, AWS patches, copies and replaces;\n- **serverless**: S3, SQS, DynamoDB, Lambda. There is no size to choose and nothing that idles.',
      'What stays yours in every case: schema and indexes, slow queries, access rights, the version upgrade (AWS gives a date, you test), and the decision how much loss you can bear.',
      'What you give up: root access, exotic extensions, sometimes the newest version, and a little portability. Services that speak an open protocol (PostgreSQL, MySQL, Valkey, RabbitMQ, Kafka, S3\'s own, which many copy) keep the way out open. DynamoDB, Step Functions and EventBridge are AWS\'s own: take them where the gain is clear.',
      'The question to ask is not "is it cheaper than EC2?" (it is not) but "is it cheaper than EC2 and my evenings?".',
      'For each need that Skylift finds in the repository, the hover and the catalog answer the three questions of this way of thinking: which problem, at what cost, worth it against the local alternative and from when.',
    ),
    'pt-br': markdown(
      'Instalar o PostgreSQL leva dez minutos. Backups que restauram, atualizações, uma cópia de reserva, monitorar o disco e alguém acordado de madrugada levam anos. Um serviço gerenciado vende esses anos por hora.',
      'Existem graus:',
      '- **você opera no EC2**: controle total, todo o trabalho;\n- **servidor gerenciado**: RDS, ElastiCache, Amazon MQ, MSK. Você escolhe tamanho e versão; a AWS atualiza, copia e substitui;\n- **serverless**: S3, SQS, DynamoDB, Lambda. Não há tamanho a escolher nem nada parado.',
      'O que continua seu em todos os casos: esquema e índices, consultas lentas, direitos de acesso, a troca de versão (a AWS dá uma data, você testa) e a decisão de quanta perda você suporta.',
      'Do que você abre mão: acesso root, extensões exóticas, às vezes a versão mais nova e um pouco de portabilidade. Serviços que falam um protocolo aberto (PostgreSQL, MySQL, Valkey, RabbitMQ, Kafka, o do próprio S3, que muitos copiam) mantêm a saída aberta. DynamoDB, Step Functions e EventBridge são próprios da AWS: use onde o ganho é claro.',
      'A pergunta certa não é "é mais barato que o EC2?" (não é), mas "é mais barato que o EC2 mais as minhas noites?".',
      'Para cada necessidade que o Skylift encontra no repositório, o hover e o catálogo respondem às três perguntas dessa forma de pensar: que problema resolve, quanto custa, se vale a pena contra a alternativa local e a partir de quando.',
    ),
  },
  services: ['rds', 'elasticache', 'sqs', 's3', 'fargate'],
  links: [
    { label: { en: 'Overview of AWS services', 'pt-br': 'Visão geral dos serviços da AWS' }, url: 'https://docs.aws.amazon.com/whitepapers/latest/aws-overview/introduction.html' },
  ],
  facts: [
    {
      text: {
        en: 'An RDS database is put into paid Extended Support by default once its version leaves standard support: managed does not mean upgraded for ever.',
        'pt-br': 'Um banco RDS entra por padrão no Extended Support pago quando a versão sai do suporte padrão: gerenciado não significa atualizado para sempre.',
      },
      source: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html',
      checked: checked.apiReference,
    },
  ],
};
