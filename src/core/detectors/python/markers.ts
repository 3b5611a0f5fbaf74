import type { Extraction, Fact, SourceDocument } from '../../model';
import { WordIndex } from '../wordIndex';
import { everywhere } from '../everywhere';
import { keptFiles } from './keptFiles';
import { memoryQueues } from './memoryQueues';

export interface Marker {
  readonly name: string;
  readonly match: RegExp;
  /** The technology that it means, where several are told by one name. */
  readonly value?: string;
}

/** Uses that configuration cannot tell, each by one linear expression. */
export const pythonMarkers: readonly Marker[] = [
  { name: 'python.upload.field', match: /\bmodels\.(?:File|Image)Field\s*\(|\b(?:FileField|ImageField|ThumbnailerImageField|ProcessedImageField)\s*\(/ },
  { name: 'python.upload.request', match: /\bUploadFile\b|\brequest\.files\b/ },
  { name: 'python.mail.send', match: /\b(?:send_mail|send_mass_mail|EmailMessage|EmailMultiAlternatives|mail_admins|EmailThread)\s*\(|\bFastMail\s*\(|\bsmtplib\.SMTP(?:_SSL)?\s*\(|\baiosmtplib\b|\bMail\s*\(\s*(?:\w+\s*)?\)|\bemails\.Message\s*\(/ },
  { name: 'python.websocket', match: /@\w+\.websocket(?:_route)?\s*\(|\bWebSocketEndpoint\b|\badd_websocket_route\s*\(|\bProtocolTypeRouter\s*\(|\bAsync(?:Json)?WebsocketConsumer\b|\b(?:Json)?WebsocketConsumer\b/ },
  { name: 'python.sse', match: /\bEventSourceResponse\s*\(|\b(?:media_type|mimetype|content_type)\s*=\s*["']text\/event-stream|["'][Cc]ontent-[Tt]ype["']\s*(?:\]\s*)?[:=]\s*["']text\/event-stream/ },
  { name: 'python.socketio', match: /\bSocketIO\s*\(|\bsocketio\.(?:Async)?Server\s*\(/ },
  { name: 'python.celery.beat', match: /\bbeat_schedule\b|\badd_periodic_task\s*\(|\bCELERY_?BEAT_SCHEDULE\b|\bCELERYBEAT_SCHEDULE\b|@periodic_task\b|@\w+\.periodic_task\s*\([^)\n]{0,200}\brun_every\s*=/ },
  { name: 'python.apscheduler', match: /\b[A-Za-z]{0,20}(?:Background|Blocking|AsyncIO|Gevent)Scheduler\s*\(|\bAPScheduler\s*\(/ },
  { name: 'python.repeat', match: /@repeat_every\s*\(|\brepeat_every\s*\(|\bschedule\.every\s*\(/ },
  { name: 'python.huey.periodic', match: /@(?:\w+\.)?(?:db_)?periodic_task\s*\(/ },
  { name: 'python.arq.cron', match: /\bcron_jobs\s*[:=]/ },
  { name: 'python.rq.scheduler', match: /\brq_scheduler\b|\bsystem_job\s*\(|\benqueue_at\s*\(/ },
  { name: 'python.rq', match: /\bfrom rq\b|\bimport rq\b|\bdjango_rq\b|\bfrom flask_rq2?\b/ },
  { name: 'python.arq', match: /\bfrom arq\b|\bimport arq\b/ },
  { name: 'python.session', match: /\bSessionMiddleware\b|\bfrom flask import[^\n]*\bsession\b|\bflask_login\b|\blogin_user\s*\(/ },
  { name: 'python.s3', match: /\b(?:client|resource)\s*\(\s*(?:service_name\s*=\s*)?["']s3["']/ },
  { name: 'python.secretsmanager', match: /\bget_secret_value\s*\(\s*(?:SecretId|\*\*)|\(\s*["']secretsmanager["']/ },
  { name: 'python.ssm', match: /\(\s*["']ssm["']\s*[,)]|\bget_parameters_by_path\s*\(/ },
  { name: 'python.vault', match: /\bhvac\.Client\s*\(/ },
  { name: 'python.redis', match: /\b(?:from_url|Redis|StrictRedis|ConnectionPool)\s*\(|\bRedisBackend\s*\(/ },
  { name: 'python.log-file', match: /\b(?:logging\.handlers\.)?(?:Timed)?(?:Concurrent)?(?:Rotating)?FileHandler\s*\(/ },
  { name: 'python.static', match: /\bStaticFiles\s*\(|\bsend_from_directory\s*\(|\bstatic_folder\s*=/ },
  { name: 'python.search.vector', match: /\bfrom django\.contrib\.postgres\.search import\b/ },
  { name: 'python.engine', match: /\bcreate_(?:async_)?engine\s*\(|\bSQLAlchemy\s*\(/ },
];

const index = markerIndex(pythonMarkers);

export function extractMarkers(document: SourceDocument): Extraction {
  return { facts: [...findMarkers(document, index), ...listQueue(document), ...storageClasses(document), ...keptFiles(document), ...memoryQueues(document)], problems: [] };
}

const lists = markerIndex([{ name: 'python.redis.list', match: /\b\w+\.(?:rpush|lpush|blpop|brpop|brpoplpush|blmove)\s*\(/ }]);

/** A list of Redis that one side fills and another empties; one that is trimmed or read in part shows what came last. */
function listQueue(document: SourceDocument): readonly Fact[] {
  if (/\.(?:ltrim|lrange|lindex)\s*\(/.test(document.text)) return [];
  return findMarkers(document, lists);
}

const storageClass = /^class (\w+)\(([^()\n]*Storage)\b[^()\n]*\):/gm;

/** Classes that extend a storage: settings name them, and only their parent tells where files go. */
function storageClasses({ path, text }: SourceDocument): readonly Fact[] {
  if (!text.includes('Storage')) return [];
  return [...text.matchAll(storageClass)].slice(0, 20).map((match) => {
    const [, name = '', parents = ''] = match;
    const start = match.index + match[0].indexOf(parents, 6 + name.length);
    return { kind: 'code', name: 'python.storage.class', value: { kind: 'literal', text: parents }, at: { path, range: { start, end: start + parents.length } }, stage: 'default', origin: 'python-code', detail: { class: name, text: name } };
  });
}

export function markerIndex(markers: readonly Marker[]): WordIndex<Marker> {
  return new WordIndex(markers.map((marker) => ({ pattern: marker.match, value: marker })));
}

/** Each marker's first place in the code of a text. */
export function findMarkers({ path, text }: SourceDocument, wanted: WordIndex<Marker>): readonly Fact[] {
  return wanted.candidates(text).flatMap(({ name, match, value }): readonly Fact[] => {
    const found = firstInCode(match, text);
    return found === null ? [] : [{ kind: 'code', name, value: value === undefined ? { kind: 'none' } : { kind: 'literal', text: value }, at: { path, range: { start: found.index, end: found.index + found.length } }, stage: 'default', origin: 'python-code', detail: { text: wordOf(text.slice(found.index, found.index + Math.min(found.length, 80))) ?? name } }];
  });
}

/** What a reader would look for: `from rq` → `rq`. */
function wordOf(matched: string): string | undefined {
  return /[\w@][\w./-]*/.exec(matched.replace(/^\s*(?:from|import|class)\s+/, ''))?.[0];
}

/** The first match that does not stand behind a `#` of its line. */
function firstInCode(pattern: RegExp, text: string): { readonly index: number; readonly length: number } | null {
  const matches = everywhere(pattern);
  for (let match = matches.exec(text), tries = 0; match !== null && tries < 20; match = matches.exec(text), tries += 1) {
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    if (!/(^|\s)#/.test(line)) return { index: match.index, length: match[0].length };
  }
  return null;
}
