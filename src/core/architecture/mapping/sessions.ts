import { placeKeyValue } from './keyValue';
import type { NeedMapping } from './mapping';

export const sessions: NeedMapping = {
  need: 'sessions',
  place(plan, need, phase) {
    placeKeyValue(plan, need, phase, {
      shared: {
        en: 'Whoever is logged in must stay so on whichever copy answers; shared memory also takes a write per request off the database.',
        'pt-br': 'Quem está logado precisa continuar logado em qualquer cópia que responda; a memória compartilhada também tira do banco uma escrita por requisição.',
      },
      sameEngine: {
        en: 'Sessions stay where they are, in a managed node with a replica, so that losing a zone logs nobody out.',
        'pt-br': 'As sessões ficam onde estão, em um nó gerenciado com réplica, para que a perda de uma zona não desconecte ninguém.',
      },
      table: {
        en: 'Sessions in a table with expiry: any function reads them, without VPC and without a server.',
        'pt-br': 'Sessões em uma tabela com expiração: qualquer função as lê, sem VPC e sem servidor.',
      },
      operationsPerRequest: { reads: 1, writes: 1 },
    });
  },
};
