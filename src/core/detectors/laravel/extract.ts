import type { Extraction, Fact, SourceDocument, TextRange } from '../../model';
import type { Formats } from '../../formats';
import type { ConfigNode } from '../../formats/node';
import type { PhpCall } from '../../formats/registry';
import { configValue, decidingRange, problemsAt } from '../facts';

/** Every leaf of `config/<file>.php` by its dotted path, as the framework names it: `queue.connections.redis.driver`. */
export function extractConfig(document: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.php(document.text);
  const name = /(?:^|\/)(?:config|app\/Config)\/([\w-]+)\.php$/.exec(document.path)?.[1];
  if (name === undefined || parsed.value.returned === null) return { facts: [], problems: [] };
  const facts: Fact[] = [];
  flatten(document.path, name, parsed.value.returned, null, facts, 0);
  return { facts, problems: problemsAt(document.path, parsed.problems) };
}

const maximumDepth = 8;

function flatten(path: string, name: string, node: ConfigNode, keyRange: TextRange | null, facts: Fact[], depth: number): void {
  if (depth > maximumDepth) return;
  if (node.kind === 'map') {
    if (keyRange !== null) facts.push(leaf(path, name, { kind: 'none' }, keyRange, keyRange));
    for (const entry of node.entries) flatten(path, `${name}.${entry.key}`, entry.value, entry.keyRange, facts, depth + 1);
    return;
  }
  if (node.kind === 'list') {
    node.items.forEach((item, index) => {
      flatten(path, `${name}.${index}`, item, null, facts, depth + 1);
    });
    return;
  }
  facts.push(leaf(path, name, configValue(name, node), decidingRange(node), keyRange));
}

function leaf(path: string, name: string, value: Fact['value'], range: TextRange, keyRange: TextRange | null): Fact {
  return {
    kind: 'config',
    name,
    value,
    at: { path, range },
    ...(keyRange === null ? {} : { keyRange }),
    // A look-up of the environment has a default for every stage; a literal holds in production too.
    stage: value.kind === 'env' ? 'default' : 'production',
    origin: 'laravel-config',
  };
}

/** Calls that define the timetable, and the markers on it. */
const scheduleCalls = /^(Schedule::(command|job|call|exec)|->(command|job|call|exec))$/;
const everyCalls = /^->(cron|everySecond|everyMinute|every\w+|hourly(At)?|daily(At)?|twiceDaily|at|weekly(On)?|monthly(On)?|quarterly|yearly(On)?|lastDayOfMonth)$/;

/** `routes/console.php`, `app/Console/Kernel.php`, `bootstrap/app.php`, service providers: the schedule and the set-up. */
export function extractSchedule(document: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.php(document.text);
  const facts: Fact[] = [];
  // `Artisan::command('inspire', …)->hourly()` is on the timetable too; without a frequency nothing is.
  const frequencies = parsed.value.calls.filter((call) => everyCalls.test(call.name));
  const quote = parsed.value.calls.find((call) => call.name === 'Artisan::command' && textOf(call.arguments[0]) === 'inspire');
  // The quote of the hour that the skeleton of Laravel 11 prints is nobody's timetable.
  const timed = frequencies.some((call) => quote === undefined || !isChainOf(quote, call, document.text));
  for (const call of parsed.value.calls) {
    const marker = markerOf(call.name, timed);
    if (marker === null) continue;
    facts.push(code(document.path, marker, call.nameRange, textOf(call.arguments[0])));
  }
  return { facts, problems: problemsAt(document.path, parsed.problems) };
}

/** Nothing ends between a call and a later one of its chain but what its function holds. */
function isChainOf(head: PhpCall, call: PhpCall, text: string): boolean {
  return call.nameRange.start > head.range.end ? !text.slice(head.range.end, call.nameRange.start).includes(';') : call.range.start <= head.range.start;
}

function markerOf(name: string, timed: boolean): string | null {
  // Without a frequency a task of the facade runs every minute; an `->call()` can be anything.
  if ((timed || name.startsWith('Schedule::')) && scheduleCalls.test(name)) return 'laravel.schedule.task';
  if (timed && everyCalls.test(name)) return 'laravel.schedule.frequency';
  if (name === '->onOneServer') return 'laravel.schedule.on-one-server';
  if (name === '->withoutOverlapping') return 'laravel.schedule.without-overlapping';
  if (name === '->trustProxies') return 'laravel.trust-proxies';
  if (name === '->withBroadcasting') return 'laravel.broadcasting.channels';
  return null;
}

function textOf(node: ConfigNode | undefined): string | null {
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : null;
}

export function code(path: string, name: string, range: TextRange, text: string | null): Fact {
  return { kind: 'code', name, value: text === null ? { kind: 'none' } : { kind: 'literal', text }, at: { path, range }, stage: 'default', origin: 'laravel-code' };
}

interface CodeMarker {
  readonly name: string;
  /** One of these texts is in every match: most files have none, and looking for a text costs a tenth of a pattern. */
  readonly hints: readonly string[];
  readonly match: RegExp;
  readonly example: string;
}

/** What code proves that configuration cannot: that a feature is used. Linear patterns, on PHP text. */
export const codeMarkers: readonly CodeMarker[] = [
  { name: 'laravel.queue.job', hints: ['ShouldQueue'], match: /\bimplements\s[^{;]*\bShouldQueue\b/g, example: 'class A implements ShouldQueue' },
  { name: 'laravel.queue.dispatch', hints: ['dispatch(', 'dispatchAfterResponse(', 'Bus::', 'Queue::push('], match: /\b(?:dispatch|Bus::(?:batch|chain|dispatch)|Queue::push|dispatchAfterResponse)\(/g, example: 'SendReport::dispatch($user)' },
  { name: 'laravel.broadcast.event', hints: ['ShouldBroadcast'], match: /\bimplements\s[^{;]*\bShouldBroadcast(?:Now)?\b/g, example: 'class A implements ShouldBroadcast' },
  { name: 'laravel.storage.put', hints: ['Storage::', '->store', '->put', '->addMedia', '->toMediaCollection', 'UploadedFile', 'FileUpload'], match: /\bStorage::|\bWithFileUploads\b|\b(?:SpatieMediaLibrary)?FileUpload::make\(|->(?:store|storeAs|storePublicly|storePubliclyAs|putFile|putFileAs|addMedia|addMediaFromRequest|toMediaCollection)\(|\bUploadedFile\b/g, example: "Storage::disk('s3')" },
  { name: 'laravel.mail.send', hints: ['Mail', 'Notification::', '->notify(', 'MustVerifyEmail'], match: /\bMail::|\bextends\s+Mailable\b|\bnew\s+MailMessage\b|\bNotification::(?:send|route)|->notify\(|\bimplements\s[^{;]*\bMustVerifyEmail\b/g, example: 'Mail::to($user)' },
  { name: 'laravel.cache.use', hints: ['Cache::', 'cache()'], match: /\bCache::|\bcache\(\)/g, example: 'Cache::remember(' },
  { name: 'laravel.cache.lock', hints: ['Cache::lock(', 'ShouldBeUnique'], match: /\bCache::lock\(|\bimplements\s[^{;]*\bShouldBeUnique/g, example: 'Cache::lock(' },
  { name: 'laravel.search.model', hints: ['Searchable'], match: /\buse\s[^;]*\bSearchable\b/g, example: 'use HasFactory, Searchable;' },
  { name: 'laravel.redis.use', hints: ['Redis::'], match: /\bRedis::/g, example: 'Redis::get(' },
  { name: 'webrtc.peer', hints: ['RTCPeerConnection'], match: /\bnew\s+RTCPeerConnection\b/g, example: 'new RTCPeerConnection(' },
  { name: 'echo.client', hints: ['Echo'], match: /\bnew\s+Echo\s*\(|\b(?:useEcho|configureEcho)\s*\(/g, example: 'new Echo({' },
];

/** First place of each marker in a source file; comments do not count. */
export function extractMarkers(document: SourceDocument): Extraction {
  const facts: Fact[] = [];
  for (const marker of codeMarkers) {
    if (!marker.hints.some((hint) => document.text.includes(hint))) continue;
    for (const match of document.text.matchAll(marker.match)) {
      if (inComment(document.text, match.index)) continue;
      facts.push(code(document.path, marker.name, { start: match.index, end: match.index + match[0].length }, marker.name === 'laravel.storage.put' ? diskOf(document.text, match.index) : null));
      break;
    }
  }
  return { facts, problems: [] };
}

/** The line's start tells a comment well enough: code is formatted one statement a line. */
function inComment(text: string, index: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', index - 1) + 1, index).trimStart();
  return /^(\/\/|\*|\/\*|#(?!\[))/.test(line) || /\s\/\/\s/.test(line);
}

function diskOf(text: string, index: number): string | null {
  return /^Storage::disk\(\s*['"]([\w-]+)['"]/.exec(text.slice(index, index + 80))?.[1] ?? null;
}
