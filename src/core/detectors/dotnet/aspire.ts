import type { Extraction, Fact, SourceDocument } from '../../model';
import { maskSource } from '../maskedSource';

/** Resources of an Aspire AppHost, by the method that adds them. */
const resources: Readonly<Record<string, string>> = {
  AddPostgres: 'postgresql', AddAzurePostgresFlexibleServer: 'postgresql', AddSqlServer: 'sqlserver', AddAzureSqlServer: 'sqlserver', AddMySql: 'mysql', AddSqlite: 'sqlite', AddOracle: 'oracle',
  AddMongoDB: 'mongodb', AddAzureCosmosDB: 'cosmosdb', AddRedis: 'redis', AddAzureRedis: 'redis', AddAzureManagedRedis: 'redis', AddGarnet: 'redis', AddValkey: 'valkey',
  AddRabbitMQ: 'rabbitmq', AddKafka: 'kafka', AddNats: 'nats', AddAzureServiceBus: 'azure-service-bus', AddElasticsearch: 'elasticsearch', AddMeilisearch: 'meilisearch',
  AddAzureSearch: 'azure-search', AddMinioContainer: 'minio', AddBlobs: 'azure', AddBlobService: 'azure', AddQueues: 'azure-queue-storage', AddAzureSignalR: 'signalr', AddAzureKeyVault: 'keyvault',
};

/** What an AppHost starts beside its projects, and for which of them: the detail names them as `Projects.X` does. */
export function extractAspire(document: SourceDocument): Extraction {
  const { path, text } = document;
  if (!text.includes('DistributedApplication.CreateBuilder')) return { facts: [], problems: [] };
  const code = maskSource(text, 'csharp');
  const held = new Map<string, { readonly technology: string; readonly start: number; readonly end: number }>();
  const uses = new Map<string, Set<string>>();
  const projects = new Map<string, string>();
  let offset = 0;
  for (const statement of code.split(';')) {
    const variable = /(?:^|[\s{}])(\w+)\s*=(?![=>])/.exec(statement)?.[1];
    const project = /\bAddProject<Projects\.(\w+)>/.exec(statement)?.[1] ?? projects.get(/(?:^|[\s{}])(\w+)\s*\.\s*With(?:Reference|Environment)\(/.exec(statement)?.[1] ?? '');
    const added = [...statement.matchAll(/\.\s*(Add[A-Z]\w+)\s*\(/g)].findLast((match) => Object.hasOwn(resources, match[1] ?? ''));
    if (project !== undefined) {
      if (variable !== undefined && statement.includes('AddProject<')) projects.set(variable, project);
      const words = new Set(statement.match(/\w+/g));
      for (const [name] of held) if (words.has(name)) uses.set(name, (uses.get(name) ?? new Set()).add(project));
    } else if (variable !== undefined) {
      const technology = added === undefined ? undefined : resources[added[1] ?? ''];
      const start = added === undefined ? 0 : offset + added.index + added[0].indexOf(added[1] ?? '');
      // `postgres.AddDatabase("orders")` is a part of what its variable holds.
      const parent = /=\s*(\w+)\s*\.\s*Add\w+\(/.exec(statement)?.[1];
      const inherited = parent === undefined ? undefined : held.get(parent);
      if (technology !== undefined) held.set(variable, { technology, start, end: start + (added?.[1]?.length ?? 0) });
      else if (inherited !== undefined) held.set(variable, inherited);
    }
    offset += statement.length + 1;
  }
  const facts = [...held].flatMap(([name, { technology, start, end }]): readonly Fact[] => {
    const used = uses.get(name);
    return used === undefined ? [] : [{ kind: 'config', name: 'dotnet.aspire', value: { kind: 'literal', text: technology }, at: { path, range: { start, end } }, stage: 'production', origin: 'aspire', detail: { projects: [...used].join(' ') } }];
  });
  return { facts, problems: [] };
}

/** `Basket.API` is `Projects.Basket_API`. */
export function aspireName(project: string): string {
  return project.replace(/[^A-Za-z0-9_]/g, '_');
}
