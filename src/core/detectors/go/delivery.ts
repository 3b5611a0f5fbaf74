import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { mailers, storages } from './modules';
import { proof, type GoSettings } from './settings';

const kinds: Readonly<Record<string, string>> = { local: 'local', disk: 'local', file: 'local', filesystem: 'local', fs: 'local', s3: 's3', aws: 's3', 'aws-s3': 's3', minio: 'minio', gcs: 'gcs', google: 'gcs', azure: 'azure', azureblob: 'azure', cloudinary: 'cloudinary', 'aliyun-oss': 'oss', oss: 'oss', qiniu: 'qiniu' };
const choice = /(?:^|[._-])(?:storage|upload|uploads|uploader|file|files|filestore|media|oss|filesystem|attachment|attachments|blob|object[_-]?storage)[\w.-]*[._-](?:type|driver|drivername|provider|backend|adapter|engine)$|(?:^|\.)oss-type$/i;
const bucket = /(?:^|[._-])(?:s3|bucket|minio|object[_-]?storage|gcs|blob|r2|spaces)(?:[._-]|$)|bucket|AWS_S3/i;
const folder = /(?:^|[._-])(?:upload|uploads|image|images|media|attachment|attachments|avatar|file)s?[\w-]*(?:path|dir|directory|folder|root)$|(?:^|\.)upload_?path$/i;
/** Paths of files that the program keeps for itself. */
const notUploads = /cache|logs?[._]|temp|tmp|session|cert|secret|config_?file/i;

/** Uploads: the store that is chosen, a bucket that is configured, else the folder that they are written to. */
export function fileBindings(settings: GoSettings): readonly Binding[] {
  const cloud = storages.flatMap(({ technology, modules }) => {
    const fact = settings.imported(modules);
    return fact === undefined ? [] : [{ technology, fact }];
  });
  const local = localUse(settings);
  const offered = [...(local.length > 0 ? ['local'] : []), ...cloud.map(({ technology }) => technology)];
  for (const fact of [...settings.variables(choice), ...settings.settings(choice)]) {
    const word = fact.value.kind === 'literal' ? fact.value.text.trim().toLowerCase() : '';
    const technology = Object.hasOwn(kinds, word) ? kinds[word] : undefined;
    if (technology === undefined || (technology !== 'local' && cloud.length === 0)) continue;
    return [binding({ need: 'file-storage', technology, evidence: proof(fact, technology === 'local' ? local[0] : cloud[0]?.fact), basis: 'driver', supported: offered.filter((name) => name !== technology) })];
  }
  const standard = settings.marker('go.files.default');
  const word = standard?.value.kind === 'literal' ? standard.value.text : '';
  const kept = Object.hasOwn(kinds, word) ? kinds[word] : 'database';
  if (standard !== undefined && kept !== undefined && offered.length > 0) return [binding({ need: 'file-storage', technology: kept, evidence: proof(standard, kept === 'local' ? local[0] : undefined), basis: 'driver', supported: offered.filter((name) => name !== kept) })];
  const configured = settings.configured(bucket);
  const [first] = cloud;
  if (first !== undefined && (configured !== 'off' && configured !== undefined || local.length === 0 && configured === undefined)) {
    const technology = first.technology === 's3' && settings.container('minio')?.stage === 'production' ? 'minio' : first.technology;
    return [binding({ need: 'file-storage', technology, evidence: proof(configured, first.fact), basis: 'driver', confidence: configured === undefined ? 'likely' : 'certain', supported: offered.filter((name) => name !== technology) })];
  }
  return local.length === 0 ? [] : [binding({ need: 'file-storage', technology: 'local', evidence: proof(...local), basis: 'code', supported: offered.filter((name) => name !== 'local') })];
}

const keepsFiles = /upload|storage|media|file_?(?:store|system|cache)|attach|blob|avatar|fs_?store/i;

/** A request's file that is saved, or received and written where uploads are kept. */
function localUse(settings: GoSettings): readonly Fact[] {
  const { scope } = settings;
  const [path] = settings.settings(folder).filter((fact) => fact.value.kind === 'literal' && !/^https?:/.test(fact.value.text) && !notUploads.test(fact.detail?.['setting'] ?? ''));
  const saved = settings.marker('go.files.save');
  if (saved !== undefined) return path === undefined ? [saved] : [path, saved];
  const streamed = settings.marker('go.files.stream');
  if (streamed !== undefined) return path === undefined ? [streamed] : [path, streamed];
  const received = scope.find('code', 'go.files.receive');
  const keeper = scope.find('code', 'go.files.keep').find((fact) => keepsFiles.test(fact.at.path));
  const [handed] = [...received, ...scope.find('code', 'go.body')];
  if (keeper !== undefined && handed !== undefined) return [...(path === undefined ? [] : [path]), keeper, handed];
  const store = settings.scope.find('code', 'go.files.store').find((fact) => keepsFiles.test(fact.at.path));
  if (store !== undefined) return [...(path === undefined ? [] : [path]), store];
  if (received.length === 0) return [];
  const written = scope.find('code', 'go.files.write');
  const beside = written.find((fact) => received.some((other) => other.at.path === fact.at.path));
  const kept = beside ?? written.find((fact) => keepsFiles.test(fact.at.path));
  if (kept === undefined) return [];
  return [...(path === undefined ? [] : [path]), kept, ...received.slice(0, 1)];
}

const builders = ['npm:vite', 'npm:webpack', 'npm:react-scripts', 'npm:@vue/cli-service', 'npm:parcel', 'npm:rollup', 'npm:esbuild', 'npm:@angular/cli', 'npm:@angular/build', 'npm:@sveltejs/kit', 'npm:next', 'npm:react-app-rewired', 'npm:@rsbuild/core', 'npm:gulp', 'npm:umi', 'npm:tailwindcss'];

/** A front end inside the program or beside it. */
export function assetBindings(settings: GoSettings): readonly Binding[] {
  const { scope } = settings;
  const embedded = settings.marker('go.embed');
  const served = settings.marker('go.static');
  const builder = builders.map((name) => scope.find('dependency', name)[0]).find((fact) => fact !== undefined);
  const files = scope.files.some(({ path }) => /(^|\/)(?:static|public|assets|www|web)\/(?:[\w.-]+\/)*[\w.-]+\.(?:css|js)$/.test(path));
  if (embedded === undefined && (served === undefined || (builder === undefined && !files))) return [];
  const host = settings.variables(/(^|_)(?:CDN|ASSET|ASSETS|STATIC)_(?:URL|HOST|PREFIX|DOMAIN)$/)[0];
  return [binding({ need: 'static-assets', technology: host === undefined ? 'bundled' : 'cdn', evidence: proof(host, embedded ?? served, builder), basis: 'code', ...(host === undefined ? {} : { supported: ['bundled'] }) })];
}

export function mailBindings(settings: GoSettings): readonly Binding[] {
  const found = mailers.flatMap(({ technology, modules }) => {
    const fact = settings.imported(modules);
    return fact === undefined ? [] : [{ technology, fact }];
  });
  const standard = settings.marker('go.mail.smtp');
  if (standard !== undefined && !found.some(({ technology }) => technology === 'smtp')) found.push({ technology: 'smtp', fact: standard });
  const configured = found.map((mailer) => ({ ...mailer, setting: settings.configured(new RegExp(mailer.technology === 'smtp' ? 'smtp|mail' : mailer.technology, 'i')) }));
  const unset = configured.filter(({ setting }) => setting === undefined);
  // Of several hosted ones that nobody chose, none is in use; SMTP is what they stand beside.
  const open = unset.length > 1 ? unset.find(({ technology }) => technology === 'smtp') : unset[0];
  const chosen = configured.find(({ setting }) => setting !== undefined && setting !== 'off') ?? open ?? (unset.length > 1 ? undefined : configured[0]);
  if (chosen === undefined) return [];
  const off = chosen.setting === 'off';
  return [binding({ need: 'mail', technology: chosen.technology, evidence: proof(chosen.setting, chosen.fact), basis: 'driver', confidence: off ? 'possible' : chosen.setting === undefined ? 'likely' : 'certain', supported: found.map(({ technology }) => technology).filter((technology) => technology !== chosen.technology) })];
}
