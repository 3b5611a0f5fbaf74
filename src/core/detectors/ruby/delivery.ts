import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { gem, loadedGem, marker, others, proof } from './context';
import type { ApplicationScope } from '../scope';
import type { RubySetting, RubySettings } from './settings';
import { mailOf, storageOf } from './technologies';

function confidenceOf(setting: RubySetting): Binding['confidence'] {
  return setting.from === 'fallback' ? 'likely' : 'certain';
}

/** Where uploads go: Active Storage where it is loaded and used, the libraries that people used before it, plain clients. */
export function fileBindings(settings: RubySettings): readonly Binding[] {
  const found = [activeStorage(settings), shrine(settings), paperclip(settings), carrierwave(settings), dragonfly(settings)].filter((one) => one !== undefined);
  const [first, ...more] = found;
  if (first === undefined) return plainClient(settings);
  // A second library counts where its own configuration says where it keeps files.
  return [first, ...more.filter((one) => one.technology !== first.technology && one.confidence === 'certain').map((one) => ({ ...one, additional: true }))];
}

function activeStorage(settings: RubySettings): Binding | undefined {
  const { scope } = settings;
  const use = marker(scope, 'ruby.upload');
  const part = marker(scope, 'rails.part.all', 'rails.part.active_storage');
  if (use === undefined || part === undefined) return undefined;
  const setting = settings.first('config.active_storage.service') ?? settings.read('config.active_storage.service');
  const services = settings.all(/^yml\.storage\.[\w-]+\.service$/);
  const name = setting?.text ?? null;
  const service = name === null ? undefined : serviceOf(settings, name);
  const offered = services.map((fact) => (fact.value.kind === 'literal' ? (/(?:^|\.)test\./.test(fact.name) ? undefined : storageOf(fact.value.text)) : undefined));
  if (setting !== undefined && service !== undefined) {
    return binding({ need: 'file-storage', technology: service.technology, library: 'active-storage', evidence: [...setting.evidence, ...proof(service.fact, use)], basis: 'driver', confidence: confidenceOf(setting), supported: others(offered, service.technology) });
  }
  const guess = name === null ? undefined : storageOf(name);
  if (setting !== undefined && guess !== undefined) return binding({ need: 'file-storage', technology: guess, library: 'active-storage', evidence: [...setting.evidence, ...proof(use)], basis: 'driver', confidence: 'likely', supported: others(offered, guess) });
  if (setting === undefined) return undefined;
  // What decides cannot be told: the store that is not a disk, where there is only one.
  const remote = others(offered, 'local');
  const [only] = remote;
  const technology = only !== undefined && remote.length === 1 ? only : 'local';
  return binding({ need: 'file-storage', technology, library: 'active-storage', evidence: [...setting.evidence, ...proof(use)], basis: 'driver', confidence: 'possible', supported: others([...offered, 'local'], technology) });
}

/** A service of storage.yml; a mirror stands for its primary, an endpoint of one's own for MinIO. */
function serviceOf(settings: RubySettings, name: string, depth = 0): { readonly technology: string; readonly fact: Fact } | undefined {
  const fact = settings.all(`yml.storage.${name}.service`)[0];
  const setting = fact === undefined ? undefined : settings.resolve(fact);
  if (fact === undefined || setting?.text == null || depth > 3) return undefined;
  if (/^mirror$/i.test(setting.text)) {
    const primary = settings.read(`yml.storage.${name}.primary`)?.text;
    return primary == null ? undefined : serviceOf(settings, primary, depth + 1);
  }
  const technology = storageOf(setting.text);
  if (technology === undefined) return undefined;
  const endpoint = settings.read(`yml.storage.${name}.endpoint`)?.text ?? '';
  return { technology: technology === 's3' && /minio|localhost|127\.0\.0\.1/.test(`${endpoint} ${name}`) ? 'minio' : technology, fact };
}

function chosenStorage(settings: RubySettings, names: RegExp): { readonly technology: string; readonly setting: RubySetting } | undefined {
  for (const fact of settings.all(names)) {
    const setting = settings.resolve(fact);
    const text = setting?.text ?? (fact.value.kind === 'unknown' ? fact.value.why : null);
    const technology = text === null ? undefined : /^fog$/.test(text) ? fogOf(settings) : storageOf(text);
    if (setting !== undefined && technology !== undefined) return { technology, setting };
  }
  return undefined;
}

function fogOf(settings: RubySettings): string {
  const provider = settings.first('CarrierWave.fog_credentials.provider', 'CarrierWave.fog_provider', 'fog_credentials.provider', 'provider');
  const named = provider?.text == null ? undefined : storageOf(provider.text);
  return named ?? (gem(settings.scope, 'fog-google') !== undefined && gem(settings.scope, 'fog-aws') === undefined ? 'gcs' : gem(settings.scope, 'fog-azure-rm', 'gitlab-fog-azure-rm') !== undefined && gem(settings.scope, 'fog-aws') === undefined ? 'azure' : 's3');
}

function carrierwave(settings: RubySettings): Binding | undefined {
  const { scope } = settings;
  const library = gem(scope, 'carrierwave');
  const use = marker(scope, 'ruby.carrierwave');
  if (library === undefined || use === undefined) return undefined;
  const names = /^CarrierWave\.storage$|^(?:CarrierWave::Uploader::Base|uploader)\.storage$/;
  const chosen = chosenStorage(settings, names);
  const supported = settings.offered(names).map((text) => (text === 'fog' ? fogOf(settings) : storageOf(text)));
  if (chosen !== undefined) return binding({ need: 'file-storage', technology: chosen.technology, library: 'carrierwave', evidence: [...chosen.setting.evidence, ...proof(use, library)], basis: 'driver', supported: others(supported, chosen.technology) });
  const uploader = marker(scope, 'ruby.carrierwave.fog');
  const adapter = gem(scope, 'carrierwave-aws', 'carrierwave-google-storage', 'cloudinary');
  const credentials = settings.all(/^CarrierWave\.fog_(?:credentials|directory|provider)/)[0];
  const technology = uploader !== undefined || credentials !== undefined ? fogOf(settings) : adapter === undefined ? 'local' : adapter.name === 'gem:cloudinary' ? 'cloudinary' : adapter.name === 'gem:carrierwave-aws' ? 's3' : 'gcs';
  return binding({ need: 'file-storage', technology, library: 'carrierwave', evidence: proof(uploader, credentials, technology === 'local' ? undefined : adapter, use, library), basis: 'driver', confidence: technology === 'local' ? 'likely' : 'certain', supported: others(supported, technology) });
}

function paperclip(settings: RubySettings): Binding | undefined {
  const library = gem(settings.scope, 'paperclip', 'kt-paperclip');
  const use = marker(settings.scope, 'ruby.paperclip');
  if (library === undefined || use === undefined) return undefined;
  const names = /^Paperclip::Attachment\.default_options\.storage$|^config\.paperclip_defaults\.storage$|^[A-Z_]*(?:PAPERCLIP|ATTACHMENT|STORAGE)[A-Z_]*\.storage$/;
  const chosen = chosenStorage(settings, names);
  const supported = settings.offered(names).map((text) => (text === 'fog' ? undefined : storageOf(text)));
  const technology = chosen?.technology ?? 'local';
  return binding({ need: 'file-storage', technology, library: 'paperclip', evidence: [...(chosen?.setting.evidence ?? []), ...proof(use, library)], basis: 'driver', confidence: chosen === undefined ? 'likely' : 'certain', supported: others(supported, technology) });
}

function shrine(settings: RubySettings): Binding | undefined {
  const library = gem(settings.scope, 'shrine');
  const use = marker(settings.scope, 'ruby.shrine');
  if (library === undefined || use === undefined) return undefined;
  const chosen = chosenStorage(settings, /^Shrine\.storages(?:\.store|\.permanent)?$|^storages\.store$/) ?? chosenStorage(settings, /^Shrine\.storages\./);
  const disk = marker(settings.scope, 'ruby.shrine.disk');
  const bucket = marker(settings.scope, 'ruby.shrine.s3');
  // Code that opens folders and buckets, where no setting says which: folders need nothing, buckets are for who has one.
  const isBoth = disk !== undefined && (bucket === undefined || !/(^|\/)config\//.test(bucket.at.path));
  const client = isBoth ? undefined : bucket ?? marker(settings.scope, 'ruby.s3') ?? gem(settings.scope, 'aws-sdk-s3');
  const technology = chosen?.technology ?? (client === undefined ? 'local' : 's3');
  return binding({ need: 'file-storage', technology, library: 'shrine', evidence: [...(chosen?.setting.evidence ?? []), ...proof(technology === 's3' ? bucket : disk, use, library)], basis: 'driver', confidence: chosen === undefined ? 'likely' : 'certain', supported: bucket === undefined || technology === 's3' ? [] : ['s3'] });
}

function dragonfly(settings: RubySettings): Binding | undefined {
  const library = gem(settings.scope, 'dragonfly');
  const use = marker(settings.scope, 'ruby.dragonfly');
  if (library === undefined || use === undefined) return undefined;
  const chosen = chosenStorage(settings, /(?:^|\.)datastore$/);
  const technology = chosen?.technology ?? (gem(settings.scope, 'dragonfly-s3_data_store') === undefined ? 'local' : 's3');
  return binding({ need: 'file-storage', technology, library: 'dragonfly', evidence: [...(chosen?.setting.evidence ?? []), ...proof(use, library)], basis: 'driver' });
}

/** A client of an object store that the application's own code calls. */
function plainClient({ scope }: RubySettings): readonly Binding[] {
  const s3 = loadedGem(scope, 'aws-sdk-s3', 'aws-sdk', 'fog-aws') ?? gem(scope, 'aws-sdk-s3');
  const use = scope.find('code', 'ruby.s3').find((fact) => !isForeign(fact.at.path));
  const disk = marker(scope, 'ruby.store.local');
  if (s3 !== undefined && use !== undefined && disk !== undefined) return [binding({ need: 'file-storage', technology: 'local', evidence: proof(disk), basis: 'code', confidence: 'likely', supported: ['s3'] })];
  if (s3 !== undefined && use !== undefined) return [binding({ need: 'file-storage', technology: 's3', evidence: proof(use, s3), basis: 'library', confidence: 'likely' })];
  const google = gem(scope, 'google-cloud-storage');
  const bucket = scope.find('code', 'ruby.gcs').find((fact) => !isForeign(fact.at.path));
  if (google === undefined || bucket === undefined) return written(scope);
  return [binding({ need: 'file-storage', technology: 'gcs', evidence: proof(bucket, google), basis: 'library', confidence: 'likely' })];
}

/** What an application connects to for its users is no store of its own. */
function isForeign(path: string): boolean {
  return (/(^|\/)app\/models\//.test(path) && !storedModel.test(path)) || /(^|\/)(?:agents?|integrations?|connectors?|destinations?|imports?|importers?|exporters?|backups?)(?:\/|_)|sitemap/.test(path);
}

/** Models of what an application keeps for its people. */
const storedModel = /(^|\/)(?:app\/)?models\/(?:[\w-]+\/)?\w*(?:attachment|upload|asset|artifact|blob|photo|image|picture|media|document|stored_file)\w*\.rb$/;

/** A model of what people upload that writes files by itself. */
function written(scope: ApplicationScope): readonly Binding[] {
  const model = scope.find('code', 'ruby.file.write').find((fact) => storedModel.test(fact.at.path));
  return model === undefined ? [] : [binding({ need: 'file-storage', technology: 'local', evidence: proof(model), basis: 'code', confidence: 'likely' })];
}

const methodNames = ['config.action_mailer.delivery_method', 'ActionMailer::Base.delivery_method'];
const addressNames = /^(?:config\.action_mailer|ActionMailer::Base)\.smtp_settings\.(?:address|host)$/;

/** What Action Mailer hands mail to, where it is loaded and something sends; SMTP unless told otherwise. */
export function mailBindings(settings: RubySettings): readonly Binding[] {
  const { scope } = settings;
  const use = marker(scope, 'ruby.mailer') ?? gem(scope, 'devise', 'clearance', 'rodauth-rails', 'authlogic');
  const part = marker(scope, 'rails.part.all', 'rails.part.action_mailer');
  if (part === undefined) return plainMail(settings);
  if (use === undefined) return [];
  const supported = methodNames.flatMap((name) => settings.offered(name)).map((text) => mailOf(text));
  // The mailers' own parent hands letters over, whatever the method is.
  const [parent, notify] = [marker(scope, 'ruby.mailer.notify'), gem(scope, 'govuk_notify_rails', 'mail-notify')];
  if (parent !== undefined && notify !== undefined) return [binding({ need: 'mail', technology: 'govuk-notify', evidence: proof(parent, notify), basis: 'driver' })];
  const rest = (technology: string): readonly string[] => others(supported, technology).filter((word) => word !== 'log');
  for (const fact of methods(settings)) {
    const setting = settings.resolve(fact);
    const technology = setting?.text == null ? undefined : mailOf(setting.text);
    if (setting === undefined || technology === undefined) continue;
    const host = technology === 'smtp' ? hosted(settings) : undefined;
    return [binding({ need: 'mail', technology: host?.technology ?? technology, evidence: [...setting.evidence, ...(host?.setting.evidence ?? []), ...proof(use)], basis: 'driver', confidence: confidenceOf(setting), supported: rest(host?.technology ?? technology) })];
  }
  const host = hosted(settings);
  const server = settings.all(addressNames)[0] ?? settings.all(/^(?:config\.action_mailer|ActionMailer::Base)\.smtp_settings$/)[0];
  if (host !== undefined) return [binding({ need: 'mail', technology: host.technology, evidence: [...host.setting.evidence, ...proof(use)], basis: 'driver', supported: rest(host.technology) })];
  return [binding({ need: 'mail', technology: 'smtp', evidence: proof(server, use), basis: 'driver', confidence: server === undefined ? 'likely' : 'certain', supported: rest('smtp') })];
}

/** Of what hangs on conditions that nobody can tell, SMTP first: it is what people set up. */
function methods(settings: RubySettings): readonly Fact[] {
  const facts = methodNames.flatMap((name) => settings.all(name));
  const rank = (fact: Fact): number => (settings.isInForce(fact) === true ? 0 : fact.value.kind === 'literal' && fact.value.text === 'smtp' ? 1 : 2);
  return [...facts].sort((a, b) => rank(a) - rank(b));
}

/** `smtp.sendgrid.net` is SendGrid, spoken to by SMTP. */
function hosted(settings: RubySettings): { readonly technology: string; readonly setting: RubySetting } | undefined {
  for (const fact of settings.all(addressNames)) {
    const setting = settings.resolve(fact);
    const technology = setting?.text == null || !setting.text.includes('.') ? undefined : mailOf(setting.text);
    if (setting !== undefined && technology !== undefined && technology !== 'log' && technology !== 'smtp') return { technology, setting };
  }
  return undefined;
}

function plainMail({ scope }: RubySettings): readonly Binding[] {
  if (scope.application.framework === 'rails') return [];
  const use = marker(scope, 'ruby.mail.gem') ?? marker(scope, 'ruby.mailer');
  const client = gem(scope, 'mail', 'pony', 'actionmailer', 'net-smtp', 'hanami-mailer');
  return use === undefined || client === undefined ? [] : [binding({ need: 'mail', technology: 'smtp', evidence: proof(use, client), basis: 'library', confidence: 'likely' })];
}
