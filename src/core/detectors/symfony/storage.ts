import type { Fact } from '../../model';
import { binding, evidenceOf, packageName } from '../bindings';
import type { Binding } from '../detector';
import { dependencies } from '../php/runtime';
import { settingsBelow, type Context } from './context';

const kinds: readonly (readonly [RegExp, string])[] = [[/aws|s3/i, 's3'], [/gcloud|google|gcs/i, 'gcs'], [/azure/i, 'azure'], [/local/i, 'local']];

interface Adapter {
  readonly fact: Fact;
  readonly technology: string | undefined;
}

/** Where uploads go: the file system that an abstraction is configured with, else the disk that code moves them to. */
export function fileStorage(context: Context): readonly Binding[] {
  const { scope } = context;
  const adapters = [...gaufrette(context), ...flysystem(context)];
  const chosen = adapters.find(({ technology }) => technology !== undefined && technology !== 'local' && usesGaufrette(context)) ?? adapters.find(({ technology }) => technology !== undefined);
  if (chosen?.technology !== undefined) return [binding({ need: 'file-storage', technology: chosen.technology, evidence: [evidenceOf(chosen.fact)], basis: 'driver' })];
  const [bucket] = dependencies(scope, 'composer:league/flysystem-aws-s3-v3', 'composer:async-aws/simple-s3', 'composer:league/flysystem-async-aws-s3');
  if (bucket !== undefined) return [binding({ need: 'file-storage', technology: 's3', evidence: [evidenceOf(bucket, packageName(bucket))], basis: 'library', confidence: 'likely', supported: ['local'] })];
  const [mapping] = [...settingsBelow(context, 'oneup_uploader.mappings'), ...settingsBelow(context, 'vich_uploader.mappings')];
  const [package_] = dependencies(scope, 'composer:vich/uploader-bundle');
  const moved = scope.find('code', 'symfony.upload').slice(0, 3);
  const evidence = [...(mapping === undefined ? [] : [evidenceOf(mapping)]), ...(package_ === undefined ? [] : [evidenceOf(package_, packageName(package_))]), ...moved.map((fact) => evidenceOf(fact, 'upload'))];
  return evidence.length === 0 ? [] : [binding({ need: 'file-storage', technology: 'local', evidence, basis: 'library', confidence: 'likely' })];
}

/** Uploads are mapped to file systems of Gaufrette: those decide, whatever Flysystem is set up for beside. */
function usesGaufrette(context: Context): boolean {
  return settingsBelow(context, 'vich_uploader').some((fact) => fact.name === 'vich_uploader.storage' && fact.value.kind === 'literal' && fact.value.text === 'gaufrette');
}

function gaufrette(context: Context): readonly Adapter[] {
  return settingsBelow(context, 'knp_gaufrette.adapters').filter((fact) => /^knp_gaufrette\.adapters\.[^.]+\.[^.]+$/.test(fact.name)).map((fact) => ({ fact, technology: kindOf(fact.name.split('.')[3] ?? '') }));
}

function flysystem(context: Context): readonly Adapter[] {
  const named = settingsBelow(context, 'flysystem.storages').filter((fact) => fact.name.endsWith('.adapter')).map((fact) => ({ fact, technology: fact.value.kind === 'literal' ? kindOf(fact.value.text) : undefined }));
  const nested = settingsBelow(context, 'oneup_flysystem.adapters').filter((fact) => /^oneup_flysystem\.adapters\.[^.]+\.[^.]+$/.test(fact.name)).map((fact) => ({ fact, technology: kindOf(fact.name.split('.')[3] ?? '') }));
  return [...named, ...nested];
}

function kindOf(word: string): string | undefined {
  return kinds.find(([pattern]) => pattern.test(word))?.[1];
}
