import { technologyName } from '../../catalog/technologies';
import type { Need } from '../../model';
import { databaseNode, drawPart } from '../parts';
import { flows } from '../labels';
import { findNeed, type Plan } from '../plan';
import { placeStoreInstance } from '../placers/instance';
import { placeOpenSearch, placeSearchTask } from '../placers/search';
import { decide, decideChosen, decideOnServer, decideOutside, isOutside, keepOnAws, linkConsumers, type NeedMapping } from './mapping';
import { targetEngine } from '../engines';

export const search: NeedMapping = {
  need: 'search',
  place(plan, need, phase) {
    if (plan.choices.search === 'fargate') {
      linkConsumers(plan, need, placeSearchTask(plan, need), flows.api);
      decideChosen(plan, need, 'fargate');
      return;
    }
    const kept = keepOnAws(plan, need);
    if (kept !== null) {
      linkConsumers(plan, need, kept, flows.api);
      return;
    }
    if (isOutside(need)) {
      drawPart(plan, need);
      decideOutside(plan, need, ['opensearch']);
      return;
    }
    if (need.technology === 'database' || (need.technology === 'whoosh' && phase !== 'lift-and-shift' && hasPostgres(plan, need))) {
      inDatabase(plan, need);
      return;
    }
    if (phase === 'lift-and-shift') {
      drawPart(plan, need);
      decideOnServer(plan, need, ['opensearch']);
      return;
    }
    placeEngine(plan, need);
  },
};

function hasPostgres(plan: Plan, need: Need): boolean {
  const database = findNeed(plan, need.application, 'relational-database');
  return database !== undefined && targetEngine(database) === 'postgresql';
}

function inDatabase(plan: Plan, need: Need): void {
  const database = databaseNode(plan, need.application);
  if (database !== undefined) {
    plan.graph.node({ id: database, kind: 'store', label: technologyName(need.technology), group: null, needs: ['search'], evidence: need.evidence });
  }
  decide(
    plan,
    need,
    'rds',
    {
      en: 'The full-text search of the database is enough until relevance, typos or load ask for an engine; OpenSearch has a high monthly floor.',
      'pt-br': 'A busca textual do próprio banco basta até que relevância, erros de digitação ou carga peçam um motor; o OpenSearch tem um piso mensal alto.',
    },
    ['opensearch', 'meilisearch'],
  );
}

function placeEngine(plan: Plan, need: Need): void {
  const data = { technology: technologyName(need.technology) };
  if (need.technology === 'meilisearch' || need.technology === 'typesense') {
    linkConsumers(plan, need, placeSearchTask(plan, need), flows.api);
    decide(
      plan,
      need,
      'fargate',
      {
        en: '{technology} runs as one container next to the application: same client, small cost; OpenSearch would be another API and three nodes.',
        'pt-br': '{technology} roda como um contêiner ao lado da aplicação: mesmo cliente, custo pequeno; o OpenSearch seria outra API e três nós.',
      },
      ['opensearch', 'algolia'],
      data,
    );
    return;
  }
  if (['elasticsearch', 'opensearch', 'whoosh'].includes(need.technology)) {
    linkConsumers(plan, need, placeOpenSearch(plan, need), flows.api);
    decide(
      plan,
      need,
      'opensearch',
      {
        en: 'OpenSearch Service runs the nodes, snapshots and upgrades; it descends from Elasticsearch 7.10, so newer clients have to be checked.',
        'pt-br': 'O OpenSearch Service cuida de nós, snapshots e atualizações; ele descende do Elasticsearch 7.10, então clientes mais novos precisam ser conferidos.',
      },
      ['ec2', 'rds'],
      data,
    );
    return;
  }
  linkConsumers(plan, need, placeStoreInstance(plan, need), flows.api);
  decide(
    plan,
    need,
    'ec2',
    {
      en: 'No managed service of AWS runs {technology}: it keeps an instance of its own, and its index can be rebuilt.',
      'pt-br': 'Nenhum serviço gerenciado da AWS roda {technology}: ele mantém uma instância própria, e o índice pode ser refeito.',
    },
    ['opensearch'],
    data,
  );
}
