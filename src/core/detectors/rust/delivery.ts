import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { folderOf, isBelow } from '../paths';
import { proofs, technologyOf, type RustSettings } from './settings';

export function realtimeBindings(settings: RustSettings): readonly Binding[] {
  const socketIo = settings.crate('socketioxide');
  if (socketIo !== undefined) return [binding({ need: 'realtime', technology: 'socket.io', evidence: proofs(socketIo), basis: 'library', confidence: 'likely' })];
  const use = settings.uses('rust.realtime', 'ws') ?? settings.uses('rust.realtime', 'sse');
  const crate = settings.crate('rocket_ws', 'actix-ws', 'actix-web-actors') ?? (settings.features('axum').includes('ws') ? settings.crate('axum') : undefined);
  if (use === undefined && crate === undefined) return [];
  const technology = crate === undefined && use !== undefined ? technologyOf(use) : 'ws';
  return [binding({ need: 'realtime', technology, evidence: proofs(crate === undefined || technologyOf(use ?? crate) === 'ws' ? use : undefined, crate), basis: use === undefined ? 'library' : 'code', confidence: 'likely' })];
}

const clients: Readonly<Record<string, readonly string[]>> = {
  s3: ['aws-sdk-s3', 'rust-s3', 'rusoto_s3', 's3', 'rusty-s3'],
  minio: ['minio', 'minior'],
  gcs: ['google-cloud-storage', 'cloud-storage'],
  azure: ['azure_storage_blobs'],
};

/** Where uploads go: the bucket that code writes to, unless a local folder is what it falls back to. */
export function fileBindings(settings: RustSettings): readonly Binding[] {
  const remote = Object.keys(clients).flatMap((technology) => {
    const use = settings.uses('rust.storage', technology);
    const crate = settings.crate(...(clients[technology] ?? []), ...(use === undefined ? [] : ['object_store', 'opendal']));
    return crate === undefined || isLeftToOthers(settings, crate) ? [] : [{ technology, facts: [use, crate] }];
  })[0];
  const local = settings.uses('rust.storage', 'local');
  const upload = settings.uses('rust.upload');
  const bucket = settings.scope.find('env').find((fact) => /(^|_)(S3|AWS|MINIO|STORAGE)_.*BUCKET|S3_(ENDPOINT|REGION|ACCESS_KEY)/.test(fact.name));
  // The disk of a platform that starts `web:` processes is gone with the process.
  const keepsDisk = !settings.scope.facts.some((fact) => fact.origin === 'procfile');
  // What the code falls back to counts before a bucket that only a sample names.
  const fallback = local === undefined || bucket?.stage === 'production' ? undefined : settings.uses('rust.storage.default', 'local');
  if (remote !== undefined && (local === undefined || (bucket !== undefined && fallback === undefined) || !keepsDisk)) {
    return [binding({ need: 'file-storage', technology: remote.technology, evidence: proofs(bucket, ...remote.facts), basis: 'driver', confidence: bucket === undefined ? 'likely' : 'certain', supported: local === undefined ? [] : ['local'] })];
  }
  // A client of a vendor's own, or of none: the bucket that the deployment names, and a file of a request.
  if (remote === undefined && local === undefined && bucket !== undefined && upload !== undefined) {
    return [binding({ need: 'file-storage', technology: /MINIO/.test(bucket.name) ? 'minio' : 's3', evidence: proofs(bucket, upload), basis: 'driver', confidence: 'likely' })];
  }
  const proof = local ?? writtenUpload(settings);
  return proof === undefined ? [] : [binding({ need: 'file-storage', technology: 'local', evidence: proofs(fallback, proof, upload), basis: 'code', confidence: 'likely', supported: remote === undefined ? [] : [remote.technology] })];
}

/** A library's client of a bucket, where nothing else that the server is compiled with puts or takes a file. */
function isLeftToOthers(settings: RustSettings, crate: Fact): boolean {
  const { root } = settings.scope.application;
  if (root === '.' || crate.at.path.startsWith(`${root}/`)) return false;
  const library = folderOf(crate.at.path);
  return !settings.all('rust.storage.call').some((fact) => !isBelow(fact.at.path, library));
}

const keepsFiles = /upload|storage|media|filestore|filesystem|attach|blob|avatar|pictures?|images?|(?:^|\/)files?(?:\/|\.rs$)/i;

/** A request's file is written where it is received, or by what keeps files; else it goes into a database or is only read. */
function writtenUpload(settings: RustSettings): Fact | undefined {
  const received = settings.all('rust.upload');
  if (received.length === 0) return undefined;
  const written = settings.all('rust.write');
  return written.find((fact) => received.some((other) => other.at.path === fact.at.path)) ?? written.find((fact) => keepsFiles.test(fact.at.path));
}

const senders: readonly (readonly [technology: string, crates: readonly string[]])[] = [
  ['ses', ['aws-sdk-sesv2', 'aws-sdk-ses']],
  ['resend', ['resend-rs']],
  ['postmark', ['postmark']],
  ['sendgrid', ['sendgrid']],
  ['mailgun', ['mailgun-rs', 'mailgun-sdk']],
  ['brevo', ['brevo', 'sendinblue']],
];

export function mailBindings(settings: RustSettings): readonly Binding[] {
  for (const [technology, crates] of senders) {
    const crate = settings.crate(...crates);
    const use = settings.setting(technology) ?? settings.uses('rust.mail', technology);
    if (crate !== undefined || use !== undefined) return [binding({ need: 'mail', technology, evidence: proofs(use, crate), basis: use === undefined ? 'library' : 'code', confidence: 'likely' })];
  }
  const lettre = settings.crate('lettre', 'mail-send');
  return lettre === undefined ? [] : [binding({ need: 'mail', technology: 'smtp', library: 'lettre', evidence: proofs(settings.uses('rust.mail', 'smtp'), lettre), basis: 'library', confidence: 'likely' })];
}

/** A front end that the service serves itself. */
export function assetBindings(settings: RustSettings): readonly Binding[] {
  const compiled = settings.uses('rust.front');
  if (compiled !== undefined) return [binding({ need: 'static-assets', technology: 'bundled', evidence: proofs(compiled), basis: 'code', confidence: 'likely' })];
  const served = settings.uses('rust.static');
  const files = settings.scope.files.some(({ path }) => /(^|\/)(?:[\w-]{1,40}-)?(?:static|public|assets|dist|ui|frontend|web)\/(?:[\w.-]+\/)*[\w.-]+\.(?:css|scss|js|ts|tsx|vue)$/.test(path) && !/(^|\/)(?:tests?|docs?|examples?)\//.test(path));
  return served === undefined || !files ? [] : [binding({ need: 'static-assets', technology: 'bundled', evidence: proofs(served), basis: 'code', confidence: 'likely' })];
}
