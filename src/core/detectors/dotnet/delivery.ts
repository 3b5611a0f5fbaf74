import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { isSet, proof, textOf, type DotnetSettings } from './settings';

interface Store {
  readonly technology: string;
  readonly names: readonly string[];
  readonly packages: RegExp;
  readonly setting: RegExp;
}

const stores: readonly Store[] = [
  { technology: 's3', names: ['IAmazonS3', 'AmazonS3Client', 'TransferUtility', 'S3FileStorage'], packages: /^awssdk\.s3|^foundatio\.aws/, setting: /(?:^|:)\w*(?:s3|bucket)\w*(?::|$)|aws.*bucket/i },
  { technology: 'azure', names: ['AddAzureBlobClient', 'AddAzureBlobServiceClient', 'AddBlobServiceClient', 'BlobServiceClient', 'BlobContainerClient', 'AzureFileStorage'], packages: /^azure\.storage\.blobs|^foundatio\.azurestorage|^aspire\.azure\.storage\.blobs/, setting: /blob(?!name)|azure_?storage|storage[\w:]*connection/i },
  { technology: 'gcs', names: ['StorageClient'], packages: /^google\.cloud\.storage/, setting: /gcs|google.*(?:bucket|storage)/i },
  { technology: 'minio', names: ['AddMinio', 'MinioClient', 'IMinioClient'], packages: /^minio/, setting: /minio/i },
  { technology: 'cloudinary', names: ['Cloudinary', 'ICloudinary'], packages: /^cloudinarydotnet/, setting: /cloudinary/i },
];

const choice = /(?:^|:)\w*(?:storage|upload|file|files|blob|media|attachment|asset)\w*:(?:provider|type|mode|kind|store|storagetype|driver)$|(?:^|:)(?:storage|file|blob|upload)(?:provider|type|mode)$/i;
const kinds: readonly (readonly [RegExp, string])[] = [[/^(?:local|disk|file|filesystem|physical|folder)/i, 'local'], [/s3|aws|amazon/i, 's3'], [/minio/i, 'minio'], [/azure|blob/i, 'azure'], [/google|gcs/i, 'gcs'], [/cloudinary/i, 'cloudinary'], [/mongo|gridfs/i, 'mongodb']];

export function fileBindings(settings: DotnetSettings): readonly Binding[] {
  const offered = stores.flatMap(({ technology, names, packages, setting }) => {
    const use = settings.use(...names);
    const client = settings.packageLike(packages);
    return use === undefined || client === undefined ? [] : [{ technology, use, client, configured: settings.configured(setting), resource: settings.aspire(technology) }];
  });
  const local = localUse(settings);
  const supported = [...offered.map(({ technology }) => technology), ...(local === undefined ? [] : ['local'])];
  for (const { fact } of settings.settings(choice)) {
    const technology = kinds.find(([pattern]) => pattern.test(textOf(fact)))?.[1];
    const store = offered.find((candidate) => candidate.technology === technology);
    if (technology === undefined || (technology !== 'local' && technology !== 'mongodb' && store === undefined)) continue;
    const flavour = technology === 's3' ? s3Flavour(settings) : technology;
    return [binding({ need: 'file-storage', technology: flavour, evidence: proof(fact, store?.use ?? local, store?.client), basis: 'driver', supported: [...new Set([...supported, 'local'])].filter((name) => name !== technology) })];
  }
  const store = offered.find(({ configured, resource }) => resource !== undefined || (configured !== undefined && configured !== 'off')) ?? (local === undefined ? offered.find(({ technology, configured }) => configured === undefined && (technology !== 'azure' || settings.use('IFormFile', 'IBrowserFile') !== undefined)) : undefined);
  if (store !== undefined) {
    const technology = store.technology === 's3' ? s3Flavour(settings) : store.technology;
    return [binding({ need: 'file-storage', technology, evidence: proof(store.configured, store.resource, store.use, store.client), basis: 'driver', confidence: store.configured === undefined && store.resource === undefined ? 'likely' : 'certain', supported: supported.filter((name) => name !== store.technology) })];
  }
  return local === undefined ? [] : [binding({ need: 'file-storage', technology: 'local', evidence: proof(local), basis: 'code', confidence: 'likely', supported: supported.filter((name) => name !== 'local') })];
}

/** An endpoint on the own network is MinIO's. */
function s3Flavour(settings: DotnetSettings): string {
  const endpoint = settings.settings(/(?:s3|minio|storage|aws).*(?:serviceurl|endpoint|host|url)$/i).find(({ fact }) => isSet(fact))?.fact;
  const host = endpoint?.detail?.['host'] ?? '';
  return /minio|^localhost$|^127\./.test(host) ? 'minio' : 's3';
}

/** A file of a request that the same code writes to the disk. */
function localUse(settings: DotnetSettings): Fact | undefined {
  const received = settings.scope.find('code').filter((fact) => /^dotnet\.(?:IFormFile|IFormFileCollection|IBrowserFile)$/.test(fact.name));
  const written = settings.scope.find('code').filter((fact) => /^dotnet\.(?:FileStream|FileCreate|WriteAllBytesAsync|WriteAllBytes|SaveAs)$/.test(fact.name));
  const folder = settings.packageLike(/^foundatio(?:\.|$)/) === undefined ? undefined : settings.use('FolderFileStorage');
  const abstracted = settings.packageLike(/^(?:twentytwenty\.storage|fluentstorage|storage\.net)(?:\.|$)/) === undefined ? undefined : settings.use('LocalStorageProvider', 'DirectoryFiles');
  return folder ?? abstracted ?? written.find((fact) => received.some((other) => other.at.path === fact.at.path)) ?? (received.length === 0 ? undefined : written.find((fact) => /upload|storage|filesave|attachment|mediaservice|imageservice|fileservice/i.test(fact.at.path)));
}

const builders = ['npm:vite', 'npm:webpack', 'npm:@angular/cli', 'npm:@angular/build', 'npm:react-scripts', 'npm:@vue/cli-service', 'npm:gulp', 'npm:parcel', 'npm:esbuild', 'npm:tailwindcss', 'npm:rollup', 'npm:sass'];

/** What `wwwroot` holds, what a front end is built to, or what Blazor is compiled to. */
export function assetBindings(settings: DotnetSettings): readonly Binding[] {
  const { scope } = settings;
  const serves = settings.use('MapStaticAssets', 'MapAbpStaticAssets', 'UseBlazorFrameworkFiles', 'UseStaticFiles', 'UseFileServer', 'UseSpaStaticFiles', 'UseSpa', 'MapFallbackToFile');
  const builder = builders.map((name) => scope.find('dependency', name)[0]).find((fact) => fact !== undefined);
  const files = scope.files.some(({ path }) => /(^|\/)wwwroot\/(?:[\w.-]+\/)*[\w.-]+\.(?:css|js|html)$|\.razor$/.test(path));
  const manifest = { at: scope.application.manifest, key: scope.application.framework, stage: 'default' as const };
  if (scope.application.framework === 'blazor') return [binding({ need: 'static-assets', technology: 'bundled', evidence: [manifest], basis: 'library' })];
  // The image brings in what was built elsewhere.
  const copied = scope.find('config', 'dotnet.assets')[0];
  if (serves === undefined || (!files && builder === undefined && copied === undefined)) return [];
  const host = settings.settings(/(?:^|:)(?:cdn\w*|assets?host|static(?:files)?(?:url|host))(?::url|:host)?$/i).find(({ fact }) => isSet(fact) && fact.detail?.['host'] !== undefined)?.fact;
  return [binding({ need: 'static-assets', technology: host === undefined ? 'bundled' : 'cdn', evidence: proof(host, serves, builder ?? copied), basis: 'code', supported: host === undefined ? [] : ['bundled'] })];
}

const mailers: readonly Store[] = [
  { technology: 'sendgrid', names: ['AddSendGridSender', 'AddSendGrid', 'SendGridClient', 'ISendGridClient'], packages: /sendgrid/, setting: /sendgrid/i },
  { technology: 'ses', names: ['IAmazonSimpleEmailService', 'IAmazonSimpleEmailServiceV2', 'AmazonSimpleEmailServiceClient', 'AmazonSimpleEmailServiceV2Client'], packages: /^awssdk\.simpleemail/, setting: /(?:^|:|_)ses\w*/i },
  { technology: 'mailgun', names: ['AddMailGunSender', 'MailgunClient'], packages: /mailgun/, setting: /mailgun/i },
  { technology: 'postmark', names: ['PostmarkClient'], packages: /postmark/, setting: /postmark/i },
  { technology: 'resend', names: ['AddResend', 'IResend'], packages: /^resend/, setting: /resend/i },
  { technology: 'mailjet', names: ['MailjetClient'], packages: /mailjet/, setting: /mailjet/i },
  { technology: 'govuk-notify', names: ['NotificationClient', 'IAsyncNotificationClient'], packages: /^govuknotify/, setting: /notify/i },
  { technology: 'azure-communication', names: ['EmailClient'], packages: /^azure\.communication\.email/, setting: /communication|email/i },
];

export function mailBindings(settings: DotnetSettings): readonly Binding[] {
  const hosted = mailers.flatMap(({ technology, names, packages, setting }) => {
    const use = settings.use(...names);
    const client = settings.packageLike(packages);
    const keys = settings.settings(setting).filter(({ path }) => !/from|displayname|sender/i.test(path));
    const set = keys.find(({ fact }) => isSet(fact))?.fact;
    return use === undefined || client === undefined ? [] : [{ technology, use, client, set, off: set === undefined && keys.length > 0 }];
  });
  const smtp = settings.use('AddSmtpSender', 'AddMailKitSender', 'SmtpClient', 'AddMailKit');
  const host = settings.settings(/(?:smtp|mail).*(?:host|server|smtpserver)$/i).find(({ fact }) => isSet(fact))?.fact;
  const chosen = hosted.find(({ set }) => set !== undefined) ?? (smtp === undefined ? hosted.find(({ off }) => !off) ?? hosted[0] : undefined);
  const all = [...hosted.map(({ technology }) => technology), ...(smtp === undefined ? [] : ['smtp'])];
  if (chosen !== undefined) return [binding({ need: 'mail', technology: chosen.technology, evidence: proof(chosen.set, chosen.use, chosen.client), basis: 'driver', confidence: chosen.off ? 'possible' : 'certain', supported: all.filter((name) => name !== chosen.technology) })];
  return smtp === undefined ? [] : [binding({ need: 'mail', technology: 'smtp', evidence: proof(host, smtp), basis: 'driver', confidence: host === undefined ? 'likely' : 'certain', supported: all.filter((name) => name !== 'smtp') })];
}

const engines: readonly Store[] = [
  { technology: 'elasticsearch', names: ['AddElasticsearchClient', 'ElasticsearchClient', 'ElasticClient', 'IElasticClient', 'ElasticConfiguration'], packages: /^nest$|^foundatio\.(?:repositories|parsers)\.elasticsearch|^elastic\.clients|^elasticsearch\.net|^aspire\.elastic/, setting: /elastic/i },
  { technology: 'opensearch', names: ['OpenSearchClient', 'IOpenSearchClient'], packages: /^opensearch\./, setting: /opensearch/i },
  { technology: 'meilisearch', names: ['AddMeilisearchClient', 'MeilisearchClient'], packages: /meilisearch/, setting: /meili/i },
  { technology: 'typesense', names: ['AddTypesenseClient', 'ITypesenseClient', 'AddTypesense'], packages: /typesense/, setting: /typesense/i },
  { technology: 'algolia', names: ['SearchClient', 'ISearchClient'], packages: /algolia/, setting: /algolia/i },
  { technology: 'azure-search', names: ['AddAzureSearchClient', 'SearchIndexClient', 'SearchClient'], packages: /^azure\.search|^aspire\.azure\.search/, setting: /search/i },
  { technology: 'lucene', names: ['IndexWriter'], packages: /^lucene\.net/, setting: /(?!)/ },
];

export function searchBindings(settings: DotnetSettings): readonly Binding[] {
  return engines.flatMap(({ technology, names, packages, setting }) => {
    const use = settings.use(...names);
    const client = settings.packageLike(packages);
    const configured = settings.configured(setting);
    const resource = settings.aspire(technology);
    if (use === undefined || client === undefined || (configured === 'off' && resource === undefined)) return [];
    return [binding({ need: 'search', technology, evidence: proof(resource, configured, use, client), basis: 'driver', confidence: configured === undefined && resource === undefined ? 'likely' : 'certain' })];
  }).slice(0, 1);
}
