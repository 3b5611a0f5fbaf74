import { technologyName } from '../../catalog/technologies';
import { message, verbatim } from '../../l10n/localized';
import { drawPart } from '../parts';
import { placeStoreInstance } from '../placers/instance';
import { placeDocumentDb } from '../placers/stores';
import { decide, decideOnServer, decideOutside, isOutside, keepOnAws, linkConsumers, type NeedMapping } from './mapping';

export const documentDatabase: NeedMapping = {
  need: 'document-database',
  place(plan, need, phase) {
    const kept = keepOnAws(plan, need);
    if (kept !== null) {
      linkConsumers(plan, need, kept, null);
      return;
    }
    if (isOutside(need)) {
      drawPart(plan, need);
      decideOutside(plan, need, ['dynamodb']);
      return;
    }
    if (phase === 'lift-and-shift') {
      drawPart(plan, need);
      decideOnServer(plan, need, need.technology === 'mongodb' ? ['documentdb', 'mongodb-atlas'] : ['dynamodb']);
      return;
    }
    if (need.technology !== 'mongodb') {
      linkConsumers(plan, need, placeStoreInstance(plan, need), null);
      decide(
        plan,
        need,
        'ec2',
        {
          en: 'No managed service of AWS speaks the protocol of {technology}: it keeps an instance of its own until the data moves to another model.',
          'pt-br': 'Nenhum serviço gerenciado da AWS fala o protocolo do {technology}: ele mantém uma instância própria até que os dados mudem de modelo.',
        },
        ['dynamodb', 'documentdb'],
        { technology: technologyName(need.technology) },
      );
      return;
    }
    linkConsumers(plan, need, placeDocumentDb(plan, need), verbatim('MongoDB'));
    decide(
      plan,
      need,
      'documentdb',
      plan.sizing.multiAz === 'off' ? withoutReplica : {
        en: 'DocumentDB speaks the MongoDB protocol inside the VPC with backups and a replica; MongoDB Atlas is the choice when the code uses operators that DocumentDB lacks.',
        'pt-br': 'O DocumentDB fala o protocolo do MongoDB dentro da VPC, com backups e réplica; o MongoDB Atlas é a escolha quando o código usa operadores que o DocumentDB não tem.',
      },
      ['mongodb-atlas', 'dynamodb'],
    );
    plan.graph.note(
      message({
        en: 'DocumentDB does not implement all of MongoDB: run the compatibility check over the queries before you move.',
        'pt-br': 'O DocumentDB não implementa todo o MongoDB: passe o verificador de compatibilidade pelas consultas antes de migrar.',
      }),
    );
  },
};

const withoutReplica = {
  en: 'DocumentDB speaks the MongoDB protocol inside the VPC with backups, on one instance as the sizing asks; MongoDB Atlas is the choice when the code uses operators that DocumentDB lacks.',
  'pt-br': 'O DocumentDB fala o protocolo do MongoDB dentro da VPC, com backups, em uma instância só, como pede o dimensionamento; o MongoDB Atlas é a escolha quando o código usa operadores que o DocumentDB não tem.',
};
