import type { Formats } from '../../formats';
import type { Extraction, SourceDocument } from '../../model';
import type { Detector, FilePattern } from '../detector';
import { elixirApplications } from './applications';
import { elixirBindings } from './bindings';
import { extractConfig } from './config';
import { extractMix } from './manifest';
import { extractElixirSource, extractHandedOver } from './markers';

const mix = /(^|\/)mix\.exs$/;
const config = /^(?:apps\/[\w-]+\/)?config\/(?:config|prod|runtime|releases|prod\.secret|runtime\/[\w-]+)\.exs$/;
const frameworks: ReadonlySet<string> = new Set(['phoenix', 'plug']);

/** Where Phoenix projects keep what the needs rest on: modules that are named after it. */
const words = 'application|endpoint|router|repo|mailer|mail|email|emails|notifier|notifiers|scheduler|quantum|cron|cache|caches|upload|uploads|uploader|uploaders|attachment|avatar|image|images|media|storage|storages|s3|aws|bucket|file|files|file_uploads|worker|workers|job|jobs|oban|broadway|pipeline|pipelines|producer|producers|consumer|consumers|queue|amqp|rabbitmq|rabbit|kafka|redis|session|plug_session|socket|mongo|search|typesense|meilisearch|algolia';
const lib = String.raw`^(?:apps\/[\w-]+\/)?lib\/`;
const sources: readonly FilePattern[] = [
  { match: config, example: 'config/runtime.exs' },
  { match: new RegExp(String.raw`${lib}[a-z0-9_]+\.ex$`), example: 'lib/shop.ex' },
  { match: new RegExp(`${lib}(?:[\\w-]+\\/){0,5}(?:[a-z0-9]+_)*(?:${words})(?:_[a-z0-9]+)?\\.ex$`), example: 'lib/shop_web/endpoint.ex' },
  { match: new RegExp(`${lib}(?:[\\w-]+\\/){0,4}(?:live|workers|jobs|caches?|mailers?|uploaders|aws|storage|session|sessions|search|typesense|meilisearch|algolia)\\/(?:[\\w-]+\\/){0,2}[\\w-]+\\.ex$`), example: 'lib/shop/workers/report.ex' },
];

/** Phoenix and Plug: the Mix project, the configuration as production reads it, and markers in code. */
export const elixir: Detector = {
  id: 'elixir',
  label: 'Elixir',
  files: [{ match: mix, example: 'apps/shop/mix.exs' }],
  formats: (path) => (path.endsWith('.exs') ? ['elixir'] : []),
  frameworks,
  extract: extractMix,
  sources,
  extractSource: (document, formats) => (document.path.endsWith('.exs') ? extractConfiguration(document, formats) : extractElixirSource(document)),
  applications: elixirApplications,
  bindings: (scope) => (frameworks.has(scope.application.framework) ? elixirBindings(scope) : []),
};

function extractConfiguration(document: SourceDocument, formats: Formats): Extraction {
  const read = extractConfig(document, formats);
  return /(?:^|\/)(?:runtime|prod)\.exs$/.test(document.path) ? { ...read, facts: [...read.facts, ...extractHandedOver(document).facts] } : read;
}
