import { checked, defineService } from '../define';

export const documentdb = defineService({
  id: 'documentdb',
  category: 'database',
  serves: ['document-database'],
  phase: 'lift-and-shift',
  problem: {
    en: 'The application speaks MongoDB, and nobody wants to run a replica set by hand. DocumentDB is AWS\'s own database with a MongoDB interface.',
    'pt-br': 'A aplicação fala MongoDB e ninguém quer operar um replica set à mão. O DocumentDB é um banco próprio da AWS com interface MongoDB.',
  },
  cost: {
    en: 'Instance hours (or capacity units of its serverless form), GB stored, I/O requests, backups; Extended Support for old versions.',
    'pt-br': 'Horas de instância (ou unidades de capacidade na forma serverless), GB armazenados, requisições de I/O, backups; Extended Support para versões antigas.',
  },
  worthIt: {
    en: 'Worth it when data must stay in the AWS account and the code uses the common part of MongoDB. MongoDB Atlas, bought through AWS Marketplace, runs the real MongoDB with every feature; a MongoDB container on one instance is cheapest and has no standby.',
    'pt-br': 'Vale a pena quando os dados precisam ficar na conta AWS e o código usa a parte comum do MongoDB. O MongoDB Atlas, comprado pelo AWS Marketplace, roda o MongoDB de verdade com todos os recursos; um contêiner MongoDB em uma instância é o mais barato e não tem reserva.',
  },
  notWhen: {
    en: 'When the code relies on features outside its compatibility list, or for a small project: there is a floor of one instance that never sleeps.',
    'pt-br': 'Quando o código depende de recursos fora da lista de compatibilidade, ou para um projeto pequeno: há um piso de uma instância que nunca dorme.',
  },
  alternatives: [
    { id: 'dynamodb', when: { en: 'Access is by key and the code may change.', 'pt-br': 'O acesso é por chave e o código pode mudar.' } },
    { id: 'rds', when: { en: 'Documents would fit PostgreSQL\'s jsonb.', 'pt-br': 'Os documentos caberiam no jsonb do PostgreSQL.' } },
  ],
  limits: [
    {
      text: {
        en: 'Not every MongoDB operator, index type and command exists: run AWS\'s compatibility tool over the code or the logs first.',
        'pt-br': 'Nem todo operador, tipo de índice e comando do MongoDB existe: rode antes a ferramenta de compatibilidade da AWS sobre o código ou os logs.',
      },
      source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/mongo-apis.html',
      checked: checked.guides,
    },
    {
      text: {
        en: 'Version 3.6 left standard support on 2026-03-30; 8.0 came in November 2025.',
        'pt-br': 'A versão 3.6 saiu do suporte padrão em 30/03/2026; a 8.0 chegou em novembro de 2025.',
      },
      source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/docdb-version-support-dates.html',
      checked: checked.calendars,
    },
    {
      text: {
        en: 'Drivers need TLS with Amazon\'s certificate bundle, replicaSet=rs0 and retryWrites=false: retryable writes are not supported.',
        'pt-br': 'Os drivers precisam de TLS com o pacote de certificados da Amazon, replicaSet=rs0 e retryWrites=false: escritas repetíveis não são suportadas.',
      },
      source: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/functional-differences.html',
      checked: checked.guides,
    },
  ],
  highAvailability: {
    en: 'Storage in three zones; add an instance in a second zone for failover.',
    'pt-br': 'Armazenamento em três zonas; acrescente uma instância em uma segunda zona para o failover.',
  },
  scaling: {
    en: 'Readers up to fifteen, larger classes, or DocumentDB Serverless, which follows the load but does not go to zero.',
    'pt-br': 'Até quinze leitores, classes maiores ou o DocumentDB Serverless, que acompanha a carga mas não chega a zero.',
  },
  lifecycle: { status: 'available' },
  outdated: [],
  documentation: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/what-is.html',
  pricingPage: 'https://aws.amazon.com/documentdb/pricing/',
});
