import type { Extraction, Fact, SourceDocument } from '../../model';
import { WordIndex } from '../wordIndex';
import { everywhere } from '../everywhere';
import { ownStore } from './ownStore';

interface Marker {
  readonly name: string;
  readonly match: RegExp;
  readonly example: string;
}

function marker(name: string, match: RegExp, example: string): Marker {
  return { name, match, example };
}

/** Uses that configuration cannot tell, each by one linear expression. */
export const rubyMarkers: readonly Marker[] = [
  marker('ruby.upload', /\bhas_(?:one|many)_attached\b|\bhas_rich_text\b|["']active_storage_attachments["']/, 'has_one_attached :avatar'),
  marker('ruby.carrierwave', /\bmount_uploaders?\b|<\s*CarrierWave::Uploader::Base\b|\binclude\s+CarrierWave/, 'mount_uploader :avatar'),
  marker('ruby.carrierwave.fog', /^[ \t]*storage\s*(?:\(\s*)?:(?:fog|aws)\b/m, 'storage :fog'),
  marker('ruby.paperclip', /\bhas_attached_file\b|\binclude\s+Paperclip\b/, 'has_attached_file :image'),
  marker('ruby.shrine', /\bShrine\.storages\s*=(?!=)|\bShrine::Attachment\b|<\s*Shrine\b|\b\w{1,80}Uploader::Attachment\b/, 'include Shrine::Attachment(:image)'),
  marker('ruby.shrine.disk', /\bShrine::Storage::FileSystem\b/, 'Shrine::Storage::FileSystem.new("public")'),
  marker('ruby.shrine.s3', /\bShrine::Storage::S3\b/, 'Shrine::Storage::S3.new(bucket: "x")'),
  marker('ruby.dragonfly', /\bdragonfly_accessor\b/, 'dragonfly_accessor :photo'),
  marker('ruby.s3', /\bAws::S3::(?:Client|Resource|Object|Bucket|TransferManager)\b|\bAws::S3\.new\b/, 'Aws::S3::Client.new'),
  marker('ruby.file.write', /\bFile\.(?:open|new)\([^)\n]*["']wb["']|\bFile\.binwrite\(|\bFileUtils\.(?:cp|mv)\b/, 'File.open(path, "wb")'),
  marker('ruby.sms.pinpoint', /\bAws::PinpointSMSVoiceV?2?::Client\b/, 'Aws::PinpointSMSVoiceV2::Client.new'),
  marker('ruby.sms.sns', /\bAws::SNS::(?:Client|Resource)\b[\s\S]{0,4000}?\bphone_number:/, 'Aws::SNS::Client.new.publish(phone_number: to)'),
  marker('ruby.gcs', /\bGoogle::Cloud::Storage\.new\b/, 'Google::Cloud::Storage.new'),
  marker('ruby.job.active', /^[ \t]*class\s+(?!(?:ApplicationJob|BaseJob)\b)\w[\w:]*\s*<\s*(?:\w+::)*(?:ApplicationJob|BaseJob|ActiveJob::Base)\b(?!\s*;\s*end)|\bperform_later\b|\bdeliver_later\b/m, 'class MailJob < ApplicationJob'),
  marker('ruby.job.sidekiq', /\binclude\s+Sidekiq::(?:Worker|Job|IterableJob)\b|<\s*Sidekiq::(?:Job|Worker)\b/, 'include Sidekiq::Job'),
  marker('ruby.job.resque', /\bResque\.enqueue\b|^[ \t]*@queue\s*=\s*:/m, 'Resque.enqueue(Job)'),
  marker('ruby.job.delayed', /\.delay(?:\([^)]*\))?\.\w|\bhandle_asynchronously\b|\bDelayed::Job\.enqueue\b/, 'handle_asynchronously :send_mail'),
  marker('ruby.job.que', /<\s*Que::Job\b/, 'class Send < Que::Job'),
  marker('ruby.job.sucker', /\binclude\s+SuckerPunch::Job\b/, 'include SuckerPunch::Job'),
  marker('ruby.job.shoryuken', /\binclude\s+Shoryuken::Worker\b|\bShoryuken\.configure_server\b/, 'include Shoryuken::Worker'),
  marker('ruby.job.sneakers', /\binclude\s+(?:Sneakers|Kicks)::Worker\b/, 'include Sneakers::Worker'),
  marker('ruby.job.sqs', /\bAws::SQS::(?:Client|Resource|QueuePoller)\b/, 'Aws::SQS::Client.new'),
  marker('ruby.bunny', /\bBunny\.new\b|\bBunny::Session\b/, 'Bunny.new(url)'),
  marker('ruby.kafka', /\bKarafka::App\b|\bKafka\.new\b|\bRdkafka::Config\b|\bWaterDrop::Producer\b|\bRacecar::Consumer\b/, 'class App < Karafka::App'),
  marker('ruby.mailer', /^[ \t]*class\s+(?!ApplicationMailer\b)\w[\w:]*\s*<\s*(?:\w+::)*(?:\w*Mailer\b|ActionMailer::Base\b)/m, 'class UserMailer < ApplicationMailer'),
  marker('ruby.mailer.notify', /^[ \t]*class\s+\w[\w:]*\s*<\s*(?:GovukNotifyRails|Mail::Notify)::Mailer\b/m, 'class ApplicationMailer < GovukNotifyRails::Mailer'),
  marker('ruby.mail.gem', /\bMail\.(?:deliver|defaults|new)\b|\bPony\.mail\b|\bNet::SMTP\.start\b/, 'Pony.mail(to: address)'),
  marker('ruby.channel', /^[ \t]*class\s+(?!(?:ApplicationCable|Channel|ApplicationChannel)\b)\w[\w:]*\s*<\s*(?:ApplicationCable::Channel|\w*Channel\b|ActionCable::Channel::Base)/m, 'class RoomChannel < ApplicationCable::Channel'),
  marker('ruby.broadcast', /\bbroadcasts(?:_to|_refreshes|_refreshes_to)?\b(?!\s*[=(.:])|\bbroadcasts_to\b|\bbroadcast_(?:append|prepend|replace|update|remove|before|after|refresh|render|action)(?:_later)?(?:_to)?\b|\bTurbo::StreamsChannel\b|\bActionCable\.server\.broadcast\b|\bturbo_stream_from\b|\b\w+Channel\.broadcast_to\b/, 'broadcasts_refreshes'),
  marker('ruby.websocket', /\bFaye::WebSocket\b|\bwebsocket_connect\b|\bAsync::WebSocket\b|\bTubesock\b/, 'Faye::WebSocket.new(env)'),
  marker('ruby.sse', /["']text\/event-stream["']|\bActionController::Live\b/, "'text/event-stream'"),
  marker('ruby.rufus', /\bRufus::Scheduler\b/, 'Rufus::Scheduler.new'),
  marker('ruby.clockwork', /\b(?:include|module|extend)\s+Clockwork\b|\bClockwork\.(?:every|configure)\b/, 'include Clockwork'),
  marker('ruby.sidekiq.cron', /\bSidekiq::Cron::Job\b/, 'Sidekiq::Cron::Job.load_from_hash'),
  marker('ruby.sidekiq.scheduler', /\bSidekiq\.schedule\s*=|\bSidekiqScheduler::Scheduler\b|\bSidekiq::Scheduler\.reload_schedule/, 'Sidekiq.schedule = YAML'),
  marker('ruby.sidekiq.periodic', /\bconfig\.periodic\b/, 'config.periodic do |manager|'),
  marker('ruby.resque.scheduler', /\bResque\.schedule\s*=|\bResque::Scheduler\b/, 'Resque.schedule = YAML'),
  marker('ruby.mini.scheduler', /\bMiniScheduler\b|\bextend\s+MiniScheduler::Schedule\b/, 'MiniScheduler.configure'),
  marker('ruby.whenever', /^[ \t]*every\s+[:\d'"(]/m, 'every 1.day do'),
  marker('ruby.search.model', /^[ \t]*searchkick\b|\binclude\s+Elasticsearch::Model\b|<\s*Chewy::Index\b|\binclude\s+(?:MeiliSearch|AlgoliaSearch|Meilisearch::Rails|Typesense)\b|^[ \t]*searchable\s+do\b|\bThinkingSphinx::Index\.define\b|\binclude\s+PgSearch(?:::Model)?\b/m, 'include PgSearch::Model'),
  marker('ruby.search.elasticsearch', /\bElasticsearch::Client\.new\b|ENV(?:\.fetch\(|\[)\s*["']ELASTIC(?:SEARCH)?_(?:URL|URI|HOST|HOSTS)["']/, 'Elasticsearch::Client.new'),
  marker('ruby.search.opensearch', /\bOpenSearch::Client\.new\b/, 'OpenSearch::Client.new'),
  marker('ruby.search.switch', /ENV(?:\.fetch\(|\[|\.key\?\()\s*["'](?:ES|ELASTIC(?:SEARCH)?|OPENSEARCH|SEARCH|MEILI(?:SEARCH)?|ALGOLIA|TYPESENSE)_ENABLED["']/, "ENV['ES_ENABLED']"),
  marker('ruby.search.sql', /\b(?:plain|phrase|websearch_)?to_?tsquery ?\(|\b(?:PLAIN|PHRASE|WEBSEARCH_)?TO_?TSQUERY ?\(|\bMATCH ?\([\w.`, ]{1,120}\) ?AGAINST ?\(/, "where('words @@ to_tsquery(?)', term)"),
  marker('ruby.env.named', /\bENV(?:\.fetch\(|\[)\s?["'][A-Z][A-Z0-9_]{0,40}_(?:["'] ?(?:\+|<<) ?\w{1,40}(?:\.to_s)?\.upcase|#\{\w{1,40}(?:\.to_s)?\.upcase\}["'])/, 'ENV["SHOP_" + key.to_s.upcase]'),
  marker('ruby.secretsmanager', /\bAws::SecretsManager::Client\b/, 'Aws::SecretsManager::Client.new'),
  marker('ruby.ssm', /\bAws::SSM::Client\b/, 'Aws::SSM::Client.new'),
  marker('ruby.vault', /\bVault\.(?:logical|configure|kv)\b|\bVault::Rails\b/, 'Vault.logical.read'),
  marker('ruby.log-file', /\bLogger\.new\(\s*(?:Rails\.root\.join\(\s*)?["'](?:[\w./#{}-]*\/)?(?:log\/[\w.#{}-]+|[\w#{}-]+\.log)["'](?![^\n]*(?:stdout|STDOUT))|\bLogger\.new\(\s*Rails\.root\.join\(\s*["']log["']/, 'Logger.new("log/rails.log")'),
  marker('ruby.monitoring.sentry', /\bSentry\.init\b|\bRaven\.configure\b/, 'Sentry.init do |config|'),
  marker('ruby.monitoring.rollbar', /\bRollbar\.configure\b/, 'Rollbar.configure do |config|'),
  marker('ruby.monitoring.bugsnag', /\bBugsnag\.configure\b/, 'Bugsnag.configure do |config|'),
  marker('ruby.monitoring.honeybadger', /\bHoneybadger\.configure\b/, 'Honeybadger.configure do |config|'),
  marker('ruby.monitoring.airbrake', /\bAirbrake\.configure\b/, 'Airbrake.configure do |config|'),
  marker('ruby.monitoring.datadog', /\bDatadog\.configure\b/, 'Datadog.configure do |config|'),
  marker('ruby.monitoring.opentelemetry', /\bOpenTelemetry::SDK\.configure\b/, 'OpenTelemetry::SDK.configure do |config|'),
  marker('ruby.session', /\benable\s+:sessions\b|\bset\s+:sessions\b|\buse\s+Rack::Session::Cookie\b|\bplugin\s+:(?:sessions|conditional_sessions)\b|\bactions\.sessions\s*=\s*:cookie\b|^[ \t]*sessions\s+:cookie\b|\bRodaSessionMiddleware\b/m, 'enable :sessions'),
  marker('ruby.session.redis', /\bRack::Session::Redis\b|\bRedis::Rack\b/, 'use Rack::Session::Redis'),
  marker('ruby.session.memcached', /\bRack::Session::(?:Dalli|Memcache)\b/, 'use Rack::Session::Dalli'),
  marker('ruby.session.memory', /\bRack::Session::Pool\b/, 'use Rack::Session::Pool'),
  marker('ruby.credentials', /^(?!.*\bENV\b)(?![ \t]*#).*\bRails\.application\.credentials\b(?!\.secret_key_base\s*=(?!=))/m, 'Rails.application.credentials.smtp'),
  // Whatever keeps them, they are handed on to the process under the names of variables.
  marker('ruby.env.secret', /^[ \t]*ENV\[["']\w*(?:SECRET_KEY_BASE|SECRET|PASSWORD|API_KEY|PRIVATE_KEY)["']\][ \t]*(?:\|\|)?=[ \t]*[A-Z]\w*\.\w/m, 'ENV["SECRET_KEY_BASE"] = Shop.secrets.secret_key_base'),
  marker('ruby.setting.secret', /^[ \t]*(?:setting\s+:\w*(?:secret|password|token|api_key|private_key|access_key)\b|key\s+:\w*(?:secret|password|token|api_key|private_key|access_key),\s*Types\b)/m, 'setting :session_secret, constructor: Types::String'),
  marker('ruby.dynamodb', /\binclude\s+Dynamoid::Document\b|\bAws::DynamoDB::Client\b/, 'include Dynamoid::Document'),
  marker('ruby.mongodb', /\binclude\s+Mongoid::Document\b|\bMongo::Client\.new\b/, 'include Mongoid::Document'),
  marker('ruby.assets', /\bplugin\s+:(?:assets|vite|public_assets)\b|\bSprockets::Environment\b/, 'plugin :assets'),
];

const index = new WordIndex(rubyMarkers.map((marker) => ({ pattern: marker.match, value: marker })));

export function extractMarkers(document: SourceDocument): Extraction {
  const { path, text } = document;
  const facts = index.candidates(text).flatMap(({ name, match }): readonly Fact[] => {
    const found = firstInCode(match, text);
    return found === null ? [] : [{ kind: 'code', name, value: { kind: 'none' }, at: { path, range: { start: found.index, end: found.index + found.length } }, stage: 'default', origin: 'ruby-code' }];
  });
  return { facts: [...facts, ...ownStore(document)], problems: [] };
}

/** The first match that does not stand behind a `#` of its line, without white space before it. */
function firstInCode(pattern: RegExp, text: string): { readonly index: number; readonly length: number } | null {
  const matches = everywhere(pattern);
  for (let match = matches.exec(text), tries = 0; match !== null && tries < 20; match = matches.exec(text), tries += 1) {
    const indent = match[0].length - match[0].trimStart().length;
    const index = match.index + indent;
    const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index);
    if (!/(^|\s)#(?!\{)/.test(line)) return { index, length: match[0].length - indent };
    if (match[0] === '') matches.lastIndex += 1;
  }
  return null;
}
