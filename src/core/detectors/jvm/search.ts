import { binding } from '../bindings';
import type { Binding } from '../detector';
import { proof } from './proof';
import type { JvmSettings } from './settings';

interface Engine {
  readonly technology: string;
  readonly dependencies: RegExp;
  readonly keys: RegExp;
  readonly markers: readonly string[];
}

const engines: readonly Engine[] = [
  { technology: 'opensearch', dependencies: /^org\.opensearch(?:\.client)?:|spring-data-opensearch|hibernate-search-backend-elasticsearch-aws/, keys: /opensearch.*(?:uris?|hosts?|url|endpoint|nodes)$/, markers: ['jvm.elasticsearch.repository', 'jvm.elasticsearch.client'] },
  { technology: 'elasticsearch', dependencies: /starter-data-elasticsearch$|spring-data-elasticsearch$|^org\.elasticsearch(?:\.client|\.plugin)?:(?:elasticsearch-rest|elasticsearch$|transport|rest)|^co\.elastic\.clients:|quarkus-elasticsearch|quarkus-hibernate-search-(?:orm|standalone)-elasticsearch|hibernate-search-backend-elasticsearch|micronaut-elasticsearch|^io\.searchbox:jest|easy-es|:elastic4s-core$/, keys: /elasticsearch.*(?:uris?|hosts?|hostname|url|clusternodes|nodes|endpoints?|address)$|^(?:[\w.]+\.)?elastic\.(?:\w+\.)?(?:uris?|hosts?|hostname|url|nodes|endpoints?|address)$|^search\.(?:uris?|hosts?|url|nodes)$|^quarkus\.hibernatesearch\w+\.elasticsearch\.|^spring\.elasticsearch\.|^easyes\.address$/, markers: ['jvm.elasticsearch.repository', 'jvm.elasticsearch.client', 'jvm.hibernate-search'] },
  { technology: 'solr', dependencies: /solr/, keys: /solr.*(?:host|url|zkhost)$/, markers: [] },
  { technology: 'meilisearch', dependencies: /meilisearch/, keys: /meili/, markers: [] },
  { technology: 'typesense', dependencies: /typesense/, keys: /typesense/, markers: [] },
  { technology: 'algolia', dependencies: /algolia/, keys: /algolia/, markers: [] },
  { technology: 'lucene', dependencies: /^org\.apache\.lucene:lucene-(?:core|queryparser|analy\w+-common|analyzers)$|hibernate-search-backend-lucene|^org\.hibernate(?:\.search)?:hibernate-search-(?:orm|engine)$/, keys: /hibernate\.search\.(?:backend\.)?(?:directory|default|lucene)|lucene.*(?:dir|path)/, markers: ['jvm.lucene.use', 'jvm.hibernate-search'] },
];

/** An engine whose client is there and that something is configured for or that code asks. */
export function searchBindings(settings: JvmSettings): readonly Binding[] {
  for (const engine of engines) {
    const client = settings.dependencies(engine.dependencies)[0];
    if (client === undefined || settings.isOff(new RegExp(engine.technology))) continue;
    const key = settings.keys(engine.keys).find((name) => !/health|management|logging|metrics|repositories\.enabled/.test(name));
    const setting = key === undefined ? settings.read(`spring.${engine.technology}.uris`, `spring.data.${engine.technology}.host`, `${engine.technology}.uris`) : settings.read(key);
    const use = settings.marker(...engine.markers);
    // A client alone is often one of several that a switch in code chooses.
    const connects = /(?:starter-data-elasticsearch|opensearch-starter|quarkus-elasticsearch-(?:java|rest(?:-high-level)?)-client)$/.test(client.name);
    if (setting === undefined && (use === undefined || use.name === 'jvm.elasticsearch.client' && !connects)) continue;
    return [binding({ need: 'search', technology: engine.technology, evidence: [...(setting?.evidence ?? []), ...proof(client, use)], basis: 'driver', confidence: setting === undefined ? 'likely' : 'certain' })];
  }
  return [];
}
