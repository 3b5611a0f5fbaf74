import { emptyExtraction, type Extraction, type Fact, type SourceDocument } from '../../model';
import type { Formats } from '../../formats';
import { functionFrameworks, functionsIn } from '../cloud/functions';
import type { Detector, FilePattern } from '../detector';
import { problemsAt } from '../facts';
import { settingsFacts } from '../python/settingsFile';
import { webApplications } from './applications';
import { webBindings } from './bindings';
import { entryOf, webFrameworkIds } from './frameworks';
import { extractWebMarkers } from './markers';

/** Where the application object is made. */
const entry = /^(?!(?:.*\/)?(?:tests?|migrations|node_modules|docs?)\/)(?:(?:[\w.-]+\/){0,4}(?:main|app|apps|application|wsgi|asgi|server|run|api|api_v\d|factory|web|webapp|webserver|service|index|handler|lambda_function|registrar|bootstrap|startup|home|dashboard|streamlit|\w+_(?:app|api|server)|\w+service)\.py|(?:[\w.-]+\/){1,2}__init__\.py)$/;
const alembic = /(^|\/)alembic\.ini$/;

const words = 'config|conf|settings|setup|env|environment|constants|database|db|engine|session|connection|orm|models|main|app|application|server|wsgi|asgi|run|factory|extensions|init|celery\\w*|celeryconfig|worker|tasks?|jobs?|queue|broker|schedul\\w*|cron\\w*|beat|background|rq|arq|redis|cache|caching|mongo\\w*|mail\\w*|email\\w*|smtp|notif\\w*|storage|s3|minio|bucket|upload\\w*|files?|media|attachment\\w*|avatar\\w*|image\\w*|photo\\w*|document\\w*|auth\\w*|login|users?|security|middlewares?|log|logs|logg\\w*|log_config|monitor\\w*|metrics?|prometheus|sentry|telemetry|tracing|otel|observability|search|elastic\\w*|opensearch|meili\\w*|typesense|whoosh|index|kafka|rabbit\\w*|amqp|pubsub|producer|consumer|events?|streams?|streaming|sse|ws|websockets?|sockets?|socketio|realtime|chat|messages?|live|secrets?|vault|aws|boto\\w*|dynamo\\w*|sms|push|lifespan|startup|routes?|router|views?|endpoints?|handlers?|dependencies|deps|utils|helpers|resources|services?';
const skipped = String.raw`(?!(?:.*\/)?(?:migrations?|versions|alembic|locales?|translations|static|assets|node_modules|scripts?|tools?|bin|dev|docs?|docs_src|benchmarks?|query_runners?|data_?sources?|connectors?|integrations?|plugins?|providers|db_engine_specs|engines|drivers|sources|loaders|crawlers?|scrapers?|tools|frontend|client|web\/src)\/)`;
const sources: readonly FilePattern[] = [
  // eslint-disable-next-line regexp/no-super-linear-backtracking -- a path is short
  { match: new RegExp(String.raw`^${skipped}(?:[\w.-]+\/){0,6}(?:\w+[_-])?(?:${words})(?:[_-]\w+)?\.py$`, 'i'), example: 'app/core/config.py' },
  { match: new RegExp(String.raw`^${skipped}(?:[\w.-]+\/){0,5}(?:configs?|settings|core|db|database|api|apis|v\d|routes|routers|views|endpoints|controllers|handlers|resources|blueprints|tasks|jobs|workers?|services|storage|mail|emails?|cache|celery|queue|schedulers?|events|websockets?|logging|utils?|extensions|uploads|files|media|main|auth)\/\w+\.py$`, 'i'), example: 'app/api/routes/items.py' },
  { match: new RegExp(String.raw`^${skipped}(?:[\w.-]+\/){0,2}\w+\.py$`, 'i'), example: 'shop/extensions.py' },
];

/** What only modules with settings have. */
const configured = /BaseSettings|\bos\.environ|\bgetenv\(|\benviron\.get|^[ \t]*["']?(?:[A-Z][A-Z_]*_)?(?:URL|URI|DSN|TYPE|BACKEND|PROVIDER|FOLDER|DIR|HOST|SERVER|BROKER|ENGINE|DIALECT|ENDPOINT|BUCKET|SECRET|SECRET_KEY|CONFIG)["']?[ \t]*[:=]|^[ \t]*\w*(?:database|db|redis|mongo|broker|storage|mail|smtp)_(?:url|uri|dsn|type|host|server|backend)[ \t]*[:=]|= *config\(|\.config(?:\[["']|\.(?:update|from_mapping))|^class \w*(?:Config|Settings|Production|Development)\b|= *env(?:\.\w+)?\(|SQLALCHEMY_|\bCelery\(|\bbeat_schedule\b|broker_url/m;
/** Where settings live by the name of the module or its folder; others are read while they are small. */
const settingsPath = /(?:^|\/)(?:\w*(?:config|settings|conf|celery|database|db|extensions|env|environment|defaults?)\w*|__init__|main|app|core|worker)(?:\/\w+)?\.py$/i;

/** Flask, FastAPI, Litestar, Sanic, aiohttp, Tornado and their like. */
export const pythonWeb: Detector = {
  id: 'python-web',
  label: 'Flask, FastAPI and other Python frameworks',
  priority: -5,
  files: [
    { match: entry, example: 'backend/app/main.py' },
    { match: alembic, example: 'backend/alembic.ini' },
  ],
  frameworks: new Set([...webFrameworkIds, ...functionFrameworks]),
  formats: (path) => (path.endsWith('.py') ? ['python'] : []),
  extract(document) {
    return alembic.test(document.path) ? migrations(document) : entryPoint(document);
  },
  sources,
  extractSource(document, formats) {
    const markers = extractWebMarkers(document);
    const worth = (settingsPath.test(document.path) || document.text.length < 12_000) && configured.test(document.text);
    const settings = worth ? read(document, formats) : emptyExtraction;
    return { facts: [...settings.facts, ...markers], problems: settings.problems };
  },
  applications: webApplications,
  bindings: (scope) => (webFrameworkIds.has(scope.application.framework) || functionsIn(scope, 'python') ? webBindings(scope) : []),
};

function entryPoint({ path, text }: SourceDocument): Extraction {
  const found = entryOf(text);
  if (found === null) return emptyExtraction;
  return { facts: [{ kind: 'code', name: 'python.entry', value: { kind: 'literal', text: found.framework.id }, at: { path, range: { start: found.start, end: found.end } }, stage: 'default', origin: 'python-web' }], problems: [] };
}

function read(document: SourceDocument, formats: Formats): Extraction {
  const parsed = formats.python(document.text);
  return { facts: settingsFacts(document, parsed.value, 'python-settings'), problems: problemsAt(document.path, parsed.problems) };
}

/** `sqlalchemy.url` of Alembic, where it is no stand-in. */
function migrations({ path, text }: SourceDocument): Extraction {
  const match = /^sqlalchemy\.url[ \t]*=[ \t]*([a-z][a-z0-9+]*):\/\/(?!driver\b|user:pass@localhost)/m.exec(text);
  if (match?.[1] === undefined || match[1] === 'driver') return emptyExtraction;
  const start = match.index + match[0].indexOf(match[1]);
  const facts: readonly Fact[] = [{ kind: 'code', name: 'python.alembic', value: { kind: 'literal', text: `${match[1]}://` }, at: { path, range: { start, end: start + match[1].length } }, stage: 'default', origin: 'python-web' }];
  return { facts, problems: [] };
}
