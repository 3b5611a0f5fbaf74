import { placeKeyValue } from './keyValue';
import type { NeedMapping } from './mapping';

export const cache: NeedMapping = {
  need: 'cache',
  place(plan, need, phase) {
    placeKeyValue(plan, need, phase, {
      shared: {
        en: 'Several copies of the application must see the same cache, and the database is spared the reads.',
        'pt-br': 'Várias cópias da aplicação precisam ver o mesmo cache, e o banco é poupado das leituras.',
      },
      sameEngine: {
        en: 'Same protocol, managed, with a replica in the other zone; Valkey is the open successor of Redis and costs less per node.',
        'pt-br': 'Mesmo protocolo, gerenciado, com réplica na outra zona; o Valkey é o sucessor aberto do Redis e custa menos por nó.',
      },
      table: {
        en: 'A table that is paid per request, needs no VPC and expires items by itself; the framework has a driver for it.',
        'pt-br': 'Uma tabela paga por requisição, que dispensa VPC e expira itens sozinha; o framework tem um driver para ela.',
      },
      operationsPerRequest: { reads: 2, writes: 0.2 },
    });
  },
};
