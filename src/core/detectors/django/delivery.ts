import { binding } from '../bindings';
import type { Binding } from '../detector';
import { dependency, installed, marker, proof } from '../python/context';
import type { PythonSetting, PythonSettings } from '../python/settings';
import { mailOf, storageOf } from '../python/technologies';

const storageNames = ['STORAGES.default.BACKEND', 'DEFAULT_FILE_STORAGE'];

/** Where uploads go: the default storage; without one Django keeps files on the disk, where models have any. */
export function fileBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const use = marker(scope, 'python.upload.field');
  const media = settings.all('MEDIA_ROOT').find((fact) => fact.stage !== 'local');
  const supported = storageNames.flatMap((name) => settings.offered(name)).flatMap((text) => storageOf(text) ?? []);
  const setting = storageNames.map((name) => settings.read(name)).find((found) => found?.text != null && (storageOf(found.text) ?? ownStorage(settings, found.text)) !== undefined);
  if (setting?.text != null) {
    const technology = flavour(settings, storageOf(setting.text) ?? ownStorage(settings, setting.text) ?? 'local');
    // A second storage with a name of its own is there for what the application keeps.
    const own = settings.all(/^STORAGES\.(?!default\.|staticfiles\.)[\w-]+\.BACKEND$/).find((fact) => fact.stage !== 'local' && fact.value.kind === 'literal' && storageOf(fact.value.text) === technology);
    if (technology === 'local' && use === undefined && media === undefined && own === undefined) return [];
    return [binding({ need: 'file-storage', technology, evidence: [...setting.evidence, ...proof(media, own, use)], basis: 'driver', confidence: setting.from === 'fallback' ? 'likely' : 'certain', supported: [...new Set(supported)].filter((word) => word !== technology) })];
  }
  const written = marker(scope, 'python.file.kept');
  const decisive = media ?? use ?? written;
  if (decisive === undefined) return [];
  return [binding({ need: 'file-storage', technology: 'local', evidence: proof(media, use, written), basis: 'driver', confidence: media === undefined ? 'likely' : 'certain', supported: [...new Set(supported)].filter((word) => word !== 'local') })];
}

/** `shop.storages.MediaStorage`: a class of the application's own is what it extends. */
function ownStorage({ scope }: PythonSettings, text: string): string | undefined {
  const name = text.slice(text.lastIndexOf('.') + 1);
  const parent = scope.find('code', 'python.storage.class').find((fact) => fact.detail?.['class'] === name);
  return parent?.value.kind === 'literal' ? storageOf(parent.value.text) : undefined;
}

function flavour(settings: PythonSettings, technology: string): string {
  if (technology !== 's3') return technology;
  const endpoint = settings.first('AWS_S3_ENDPOINT_URL', 'AWS_S3_ENDPOINT');
  return endpoint?.text != null && /minio|localhost|127\.0\.0\.1/.test(endpoint.text) ? 'minio' : 's3';
}

/** Wrappers that queue mail and hand it to the backend that another setting names. */
const wrapped: Readonly<Record<string, readonly string[]>> = {
  djcelery_email: ['CELERY_EMAIL_BACKEND'], djmail: ['DJMAIL_REAL_BACKEND'], post_office: ['POST_OFFICE.BACKENDS.default'], mailer: ['MAILER_EMAIL_BACKEND'], django_mailer: ['MAILER_EMAIL_BACKEND'], huey_mail: ['HUEY_EMAIL_BACKEND'],
};

function backend(settings: PythonSettings): PythonSetting | undefined {
  const setting = settings.first('MAILERS.default.BACKEND', 'EMAIL_BACKEND');
  const wrapper = Object.keys(wrapped).find((name) => setting?.text?.includes(name) === true);
  return (wrapper === undefined ? undefined : settings.first(...(wrapped[wrapper] ?? []))) ?? setting;
}

export function mailBindings(settings: PythonSettings): readonly Binding[] {
  const { scope } = settings;
  const use = marker(scope, 'python.mail.send');
  const address = settings.first('EMAIL_URL', 'EMAIL_CONFIG');
  const addressed = address?.text == null ? undefined : mailOf(address.text);
  const found = backend(settings);
  // What a developer's module lays over the others is not what is deployed.
  const chosen = found?.fact.stage === 'local' && settings.items(/APPS$/).some((fact) => fact.stage !== 'local') ? undefined : found;
  const supported = ['MAILERS.default.BACKEND', 'EMAIL_BACKEND'].flatMap((name) => settings.offered(name)).flatMap((text) => mailOf(text) ?? []);
  const others = (technology: string): readonly string[] => [...new Set(supported)].filter((word) => word !== technology && word !== 'log' && word !== 'none');
  const technology = chosen?.text == null ? undefined : mailOf(chosen.text);
  if (chosen !== undefined && technology !== undefined && technology !== 'none') {
    return [binding({ need: 'mail', technology, evidence: [...chosen.evidence, ...proof(use)], basis: 'driver', confidence: chosen.from === 'fallback' ? 'likely' : 'certain', supported: others(technology) })];
  }
  if (address !== undefined && addressed !== undefined && addressed !== 'none') return [binding({ need: 'mail', technology: addressed, evidence: [...address.evidence, ...proof(use)], basis: 'driver', supported: others(addressed) })];
  if (technology === 'none') return [];
  const anymail = installed(settings, 'anymail');
  const hosted = settings.all(/^(?:ANYMAIL\.)?(?:SENDGRID|MAILGUN|POSTMARK|RESEND|BREVO|MAILJET|SPARKPOST)_(?:API_KEY|SERVER_TOKEN)$/)[0];
  if (anymail !== undefined && hosted !== undefined && dependency(scope, 'django-anymail') !== undefined) {
    const name = mailOf(hosted.name);
    if (name !== undefined) return [binding({ need: 'mail', technology: name, evidence: proof(hosted, anymail), basis: 'library', confidence: 'likely' })];
  }
  // Unless told otherwise Django speaks SMTP. A server that is named, or mail that is sent, makes it a need.
  const server = settings.all(/^EMAIL_HOST$|^EMAIL\.SERVER$/).find((fact) => fact.stage !== 'local');
  const offers = settings.all(/^MAILERS\.[^.]+\.BACKEND$/, false)[0];
  const decisive = server ?? offers ?? use;
  if (decisive === undefined) return [];
  return [binding({ need: 'mail', technology: 'smtp', evidence: proof(server, offers, use), basis: 'driver', confidence: server === undefined ? 'likely' : 'certain' })];
}
