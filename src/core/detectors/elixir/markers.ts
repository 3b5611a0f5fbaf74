import type { Extraction, Fact, SourceDocument } from '../../model';
import { emptyExtraction } from '../../model';

interface Marker {
  readonly name: string;
  /** The first group is the value. */
  readonly pattern: RegExp;
}

const markers: readonly Marker[] = [
  { name: 'elixir.repo', pattern: /\badapter:\s*(Ecto\.Adapters\.\w+)/ },
  { name: 'elixir.session', pattern: /\bstore:\s*(:\w+|[A-Z][\w.]+)/ },
  { name: 'elixir.session.plug', pattern: /\b(Plug\.Session\.(?:COOKIE|ETS))\b/ },
  { name: 'elixir.socket', pattern: /^[ \t]*socket\s*(?:\(\s*)?"(?!\/live"|\/phoenix\/)([^"]+)"/m },
  { name: 'elixir.static', pattern: /^[ \t]*plug\s*(?:\(\s*)?(Plug\.Static)\b/m },
  { name: 'elixir.live', pattern: /^[ \t]*(live)\s*(?:\(\s*)?"|^[ \t]*use\s+(Phoenix\.LiveView\b|[A-Z]\w*,\s*:live_view\b)/m },
  { name: 'elixir.websocket', pattern: /\b(WebSockAdapter)\.upgrade\b/ },
  { name: 'elixir.search', pattern: /\bget_env\(\s*:\w+,\s*(:(?:typesense|meilisearch|opensearch|elasticsearch|algolia)_\w+)/ },
  { name: 'elixir.oban', pattern: /^[ \t]*use\s+(Oban(?:\.Pro)?\.\w*Worker\w*)|\{(Oban),/m },
  { name: 'elixir.crontab', pattern: /\{(Oban\.(?:Pro\.)?Plugins\.(?:Dynamic)?Cron)\b/ },
  { name: 'elixir.appsignal', pattern: /\b(Appsignal\.(?:Phoenix|Logger|Ecto|Plug|Instrumentation|Transaction|Finch))\b/ },
  { name: 'elixir.quantum', pattern: /^[ \t]*use\s+(Quantum)\b/m },
  { name: 'elixir.exq', pattern: /\b(Exq)\.enqueue/ },
  { name: 'elixir.amqp', pattern: /\b(AMQP)\.(?:Connection|Basic|Channel)\b/ },
  { name: 'elixir.broadway', pattern: /\b(Broadway(?:SQS|RabbitMQ|Kafka|CloudPubSub)|OffBroadway\w+)\.(?:Producer)\b/ },
  { name: 'elixir.brod', pattern: /(:brod)\.\w+|\b(KafkaEx)\.\w+/ },
  { name: 'elixir.cachex', pattern: /\b(Cachex|ConCache)\b(?=\.|,)/ },
  { name: 'elixir.nebulex', pattern: /\badapter:\s*(Nebulex\.Adapters\.\w+|NebulexRedisAdapter)/ },
  { name: 'elixir.redix', pattern: /\b(Redix)\b(?=\.command|\.start_link|\.pipeline|,)/ },
  { name: 'elixir.s3', pattern: /\b(ExAws\.S3)\b/ },
  { name: 'elixir.waffle', pattern: /^[ \t]*use\s+((?:Waffle|Arc)\.Definition)\b/m },
  { name: 'elixir.upload', pattern: /\b(consume_uploaded_entr(?:y|ies))\b[\s\S]{0,1500}?\bFile\.(?:cp|copy|rename|write|stream)\w*!?\s*\(/ },
  // Handed over with a letter, where no configuration names it.
  { name: 'elixir.adapter', pattern: /\badapter:\s*((?:Swoosh\.Adapters\.|Bamboo\.)(?!Local|Test|Logger|Mailer)\w+)/ },
  // The module that the application is called after reads what its releases are started with.
  { name: 'elixir.secret', pattern: /\b(?:get_env|fetch_env!|secret!?|fetch_secret!?)\s*\(\s*"([A-Z][A-Z0-9_]{0,40}(?:SECRET_KEY_BASE|SECRET|PASSWORD|API_KEY|PRIVATE_KEY))"/ },
  { name: 'elixir.mailer', pattern: /^[ \t]*use\s+((?:Swoosh|Bamboo)\.Mailer)\b/m },
  { name: 'elixir.deliver', pattern: /(\bMailer\.deliver(?:_later|_now)?!?|\|>\s*deliver(?:_later|_now)?!?)\s*\(/ },
  { name: 'elixir.mongo', pattern: /\b(Mongo)\.(?:start_link|find|insert_one)\b|\{(Mongo),/ },
];

const handedOver: readonly Marker[] = [{ name: 'elixir.adapter', pattern: /\[\s{0,40}adapter:\s*((?:Swoosh\.Adapters\.|Bamboo\.)(?!Local|Test|Logger|Mailer)\w+)/ }];

/** An adapter in a list that a variable of the configuration holds: `config = case mailer do "smtp" -> [adapter: …]`. */
export function extractHandedOver(document: SourceDocument): Extraction {
  return found(document, handedOver);
}

/** What source code says that configuration cannot: which parts are used. Comments are left out. */
export function extractElixirSource(document: SourceDocument): Extraction {
  return found(document, markers);
}

function found({ path, text }: SourceDocument, list: readonly Marker[]): Extraction {
  const code = text.includes('#') ? text.replace(/^[ \t]*#[^\n]*/gm, (comment) => ' '.repeat(comment.length)) : text;
  const facts = list.flatMap(({ name, pattern }): readonly Fact[] => {
    const match = pattern.exec(code);
    const value = match?.[1] ?? match?.[2];
    if (match === null || value === undefined) return [];
    const start = match.index + match[0].indexOf(value);
    const module = name === 'elixir.repo' ? /\bdefmodule\s{1,9}([A-Z][\w.]{0,200})/.exec(code)?.[1] : undefined;
    return [{ kind: 'code', name, value: { kind: 'literal', text: value }, at: { path, range: { start, end: start + value.length } }, stage: 'default', origin: 'elixir-source', ...(module === undefined ? {} : { detail: { module } }) }];
  });
  return facts.length === 0 ? emptyExtraction : { facts, problems: [] };
}
