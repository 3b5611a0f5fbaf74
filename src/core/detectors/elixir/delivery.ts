import type { Fact } from '../../model';
import { binding } from '../bindings';
import type { Binding } from '../detector';
import { isConditional, proof, wordOf, type ElixirSettings } from './settings';

const mailAdapters: readonly (readonly [RegExp, string])[] = [
  [/SMTP|Mua/, 'smtp'],
  [/SES/, 'ses'],
  [/Send[gG]rid/, 'sendgrid'],
  [/Mailgun/, 'mailgun'],
  [/Postmark/, 'postmark'],
  [/Mandrill/, 'mandrill'],
  [/SparkPost/, 'sparkpost'],
  [/Sendinblue|Brevo/, 'brevo'],
  [/Mailjet/, 'mailjet'],
  [/Resend/, 'resend'],
  [/Gmail/, 'gmail'],
  [/Sendmail/, 'sendmail'],
  [/Local|Logger/, 'log'],
];

/** The adapter of the mailer that holds in production. */
export function mailBindings(settings: ElixirSettings): readonly Binding[] {
  const adapters = settings.settings(/\.(?:mailer_)?adapter$/).flatMap((fact) => {
    const word = adapterWord(fact);
    const technology = /Swoosh|Bamboo|Mail/.test(word) ? mailAdapters.find(([pattern]) => pattern.test(word))?.[1] : undefined;
    return technology === undefined ? [] : [{ fact, technology }];
  });
  const real = (list: typeof adapters): (typeof adapters)[number] | undefined => list.find(({ technology }) => technology !== 'log' && technology !== 'gmail') ?? list[0];
  // What always holds in production comes before a choice, and any choice before what the generator wrote for everybody.
  const steady = adapters.filter(({ fact }) => !isConditional(fact));
  const chosen = real(steady.filter(({ fact }) => fact.stage === 'production')) ?? real(adapters.filter(({ fact }) => fact.stage === 'production')) ?? real(steady);
  const handed = settings.marker('elixir.adapter');
  const sender = handed === undefined || chosen !== undefined && chosen.technology !== 'log' ? undefined : mailAdapters.find(([pattern]) => pattern.test(wordOf(handed)))?.[1];
  if (sender !== undefined) return [binding({ need: 'mail', technology: sender, library: /Bamboo/.test(wordOf(handed)) ? 'bamboo' : 'swoosh', evidence: proof(handed), basis: 'code', confidence: 'likely' })];
  // The generator writes a mailer that keeps letters in memory for everybody; somebody must send one.
  if (chosen === undefined || (chosen.technology === 'log' && settings.marker('elixir.deliver') === undefined)) return [];
  const supported = [...new Set(adapters.map(({ technology }) => technology))].filter((technology) => technology !== chosen.technology && technology !== 'log');
  return [binding({ need: 'mail', technology: chosen.technology, library: /Bamboo/.test(adapterWord(chosen.fact)) ? 'bamboo' : 'swoosh', evidence: proof(chosen.fact), basis: 'driver', confidence: isConditional(chosen.fact) ? 'likely' : 'certain', supported })];
}

/** A module as written, or the fall-back of the variable that names it. */
function adapterWord(fact: Fact): string {
  if (fact.value.kind === 'env') return fact.value.fallback?.kind === 'literal' ? fact.value.fallback.text : '';
  return wordOf(fact);
}

export function fileBindings(settings: ElixirSettings): readonly Binding[] {
  const storage = settings.settings(/^(?:waffle|arc)\.storage$/).find((fact) => !isConditional(fact));
  const definition = settings.marker('elixir.waffle');
  const s3 = settings.dependency('ex_aws_s3');
  if (definition !== undefined || storage !== undefined) {
    const isLocal = /Local/.test(wordOf(storage)) || (storage === undefined && s3 === undefined);
    const technology = isLocal ? 'local' : stores.find(([module]) => module.test(wordOf(storage)))?.[1] ?? 's3';
    return [binding({ need: 'file-storage', technology, library: settings.dependency('waffle') === undefined ? 'arc' : 'waffle', evidence: proof(storage, definition), basis: 'driver' })];
  }
  const own = ownStore(settings) ?? wordedStore(settings);
  if (own !== undefined) return [own];
  const bucket = settings.settings(/^ex_aws\.s3$|bucket(?:_name)?$/)[0];
  const use = settings.marker('elixir.s3');
  // Settings come with those that always hold first: this bucket waits for a switch, the folder does not.
  const folder = settings.settings(/\.(?:data|upload|storage|media)s?_(?:dir|directory|folder|path|root)$/)[0];
  if (s3 !== undefined && bucket !== undefined && isConditional(bucket) && folder !== undefined && !isConditional(folder)) {
    return [binding({ need: 'file-storage', technology: 'local', evidence: proof(folder), basis: 'driver', confidence: 'likely', supported: ['s3'] })];
  }
  if (s3 !== undefined && (bucket !== undefined || use !== undefined)) return [binding({ need: 'file-storage', technology: 's3', library: 'ex_aws', evidence: proof(bucket, use, s3), basis: 'driver', confidence: use === undefined ? 'likely' : 'certain' })];
  const upload = settings.marker('elixir.upload');
  return upload === undefined ? [] : [binding({ need: 'file-storage', technology: 'local', evidence: proof(upload), basis: 'code', confidence: 'likely' })];
}

const stores: readonly (readonly [module: RegExp, technology: string])[] = [
  [/S3$/, 's3'],
  [/(?:GCS|GoogleCloudStorage|CloudStorage)$/, 'gcs'],
  [/Azure\w*$/, 'azure'],
  [/(?:^|\.)(?:Local|Disk|File|FileSystem|LocalStorage)$/, 'local'],
];

const words: Readonly<Record<string, string>> = { local: 'local', disk: 'local', s3: 's3', aws: 's3', gcs: 'gcs', google: 'gcs', azure: 'azure' };

/** `config :shop, :storage_type, System.get_env("STORAGE_TYPE", "local")`: the word that stands where nobody says another. */
function wordedStore(settings: ElixirSettings): Binding | undefined {
  for (const fact of settings.settings(/(?:upload|file|storage|attachment|media)s?_(?:type|adapter|backend|provider|driver)$/i)) {
    const word = adapterWord(fact).toLowerCase();
    if (Object.hasOwn(words, word)) return binding({ need: 'file-storage', technology: words[word] ?? '', evidence: proof(fact), basis: 'driver', supported: settings.dependency('ex_aws_s3') !== undefined && words[word] !== 's3' ? ['s3'] : [] });
  }
  return undefined;
}

/** An application's own choice between stores: `config :shop, Shop.FileStore, adapter: Shop.FileStore.Local`. */
function ownStore(settings: ElixirSettings): Binding | undefined {
  const found = settings.settings(/(?:upload|file|storage|store|attachment|media)\w*\.(?:adapter|backend|storage|store|provider)$/i).flatMap((fact) => {
    const technology = stores.find(([module]) => module.test(wordOf(fact)))?.[1];
    return technology === undefined ? [] : [{ fact, technology }];
  });
  const steady = found.filter(({ fact }) => !isConditional(fact));
  const chosen = steady.find(({ fact }) => fact.stage === 'production') ?? steady[0] ?? found[0];
  if (chosen === undefined) return undefined;
  const supported = [...new Set(found.map(({ technology }) => technology))].filter((technology) => technology !== chosen.technology);
  return binding({ need: 'file-storage', technology: chosen.technology, library: chosen.technology === 's3' && settings.dependency('ex_aws_s3') !== undefined ? 'ex_aws' : null, evidence: proof(chosen.fact), basis: 'driver', supported });
}
