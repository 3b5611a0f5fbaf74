import type { Fact } from '../../model';
import { replaceLiteral } from '../edits';
import { references } from '../references';
import { defineRule } from '../rule';
import { literalOf } from '../support';

/** Canned lists that let others in, in Terraform's and in CloudFormation's words. */
const readable = /^(?:public-read|PublicRead)$/;
const writable = /^(?:public-read-write|PublicReadWrite)$/;
/** Names by which a team says that everybody may read: a front door is still better than an open bucket. */
const meantForAll = /(?:^|[-_])(?:public|web-?site|site|static|assets|cdn)(?:[-_]|$)/i;
const switches = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'] as const;

export const publicAcl = defineRule({
  id: 'storage/public-acl',
  domain: 'storage',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'file-storage',
  service: 's3',
  fix: 'suggestion',
  title: { en: 'An S3 bucket is open to the public', 'pt-br': 'Um bucket S3 está aberto ao público' },
  messages: {
    read: {
      en: 'The ACL of the bucket “{name}” lets anybody list and read it.',
      'pt-br': 'A ACL do bucket “{name}” deixa qualquer pessoa listar e ler o conteúdo.',
    },
    write: {
      en: 'The ACL of the bucket “{name}” lets anybody write and delete in it.',
      'pt-br': 'A ACL do bucket “{name}” deixa qualquer pessoa gravar e apagar nele.',
    },
    unblocked: {
      en: 'The block of public access to the bucket “{name}” is switched off: one wrong ACL or policy publishes its files.',
      'pt-br': 'O bloqueio de acesso público do bucket “{name}” está desligado: uma ACL ou policy errada publica os arquivos.',
    },
  },
  docs: {
    checks: {
      en: 'Terraform or CloudFormation gives a bucket the ACL `public-read` or `public-read-write`, or sets a switch of its public access block to false. A bucket that says nothing is private: since April 2023 S3 blocks public access to new ones.',
      'pt-br': 'Terraform ou CloudFormation dá a um bucket a ACL `public-read` ou `public-read-write`, ou define como falso um item do bloqueio de acesso público. Um bucket que não diz nada é privado: desde abril de 2023 o S3 bloqueia o acesso público aos novos.',
    },
    why: {
      en: 'A public bucket is the classic leak: what is uploaded next year is public too, the list of all files included, and anybody’s downloads are on your bill. Files for visitors are better delivered by CloudFront from a private bucket: cheaper per gigabyte, with HTTPS on your domain. Private files go out by presigned URLs.',
      'pt-br': 'Um bucket público é o vazamento clássico: o que for enviado no ano que vem também fica público, com a lista de todos os arquivos, e os downloads de qualquer um entram na sua conta. Arquivos para visitantes saem melhor pelo CloudFront a partir de um bucket privado: mais barato por gigabyte e com HTTPS no seu domínio. Arquivos privados saem por URLs pré-assinadas.',
    },
    bad: [{ files: { 'infra/storage.tf': 'resource "aws_s3_bucket" "uploads" {\n  bucket = "clinic-uploads"\n}\n\nresource "aws_s3_bucket_acl" "uploads" {\n  bucket = aws_s3_bucket.uploads.id\n  acl    = "public-read"\n}\n' } }],
    good: [{ files: { 'infra/storage.tf': 'resource "aws_s3_bucket" "uploads" {\n  bucket = "clinic-uploads"\n}\n\nresource "aws_s3_bucket_public_access_block" "uploads" {\n  bucket                  = aws_s3_bucket.uploads.id\n  block_public_acls       = true\n  block_public_policy     = true\n  ignore_public_acls      = true\n  restrict_public_buckets = true\n}\n' } }],
    aboutFix: {
      en: 'The edit makes the ACL private, or switches the block on. If visitors read from this bucket today, put a CloudFront distribution with origin access control in front first. If it is public on purpose, suppress the rule with that reason.',
      'pt-br': 'A edição torna a ACL privada ou liga o bloqueio. Se visitantes leem deste bucket hoje, coloque antes uma distribuição CloudFront com origin access control na frente. Se ele é público de propósito, suprima a regra com esse motivo.',
    },
  },
  references: [references.s3PublicAccess, references.originAccessControl],
  check({ scope, report, textOf }) {
    const acls = scope.find('config', 'cloud.bucket.acl');
    const off = switches.flatMap((name) => scope.find('config', `cloud.bucket.${name}`)).filter(({ value }) => /^false$/i.test(literalOf(value) ?? ''));
    if (acls.length === 0 && off.length === 0) return 'not-applicable';
    for (const fact of acls) {
      const word = literalOf(fact.value) ?? '';
      const isWritable = writable.test(word);
      if (!isWritable && !readable.test(word)) continue;
      report({
        at: fact.at, stage: fact.stage, messageId: isWritable ? 'write' : 'read', data: { name: nameOf(fact) }, ...(isWritable ? { severity: 'error' } : {}),
        edits: [{ title: { en: 'Make it private', 'pt-br': 'Torná-lo privado' }, edits: replaceLiteral(textOf(fact.at.path), fact.at, /^public/i, word.startsWith('P') ? 'Private' : 'private') }],
      });
    }
    for (const group of byBucket(off)) {
      const [first] = group;
      if (first === undefined) continue;
      report({
        at: first.at, stage: first.stage, messageId: 'unblocked', data: { name: nameOf(first) }, ...(meantForAll.test(nameOf(first)) ? { severity: 'information' } : {}),
        edits: [{ title: { en: 'Block public access', 'pt-br': 'Bloquear o acesso público' }, edits: group.flatMap(({ at }) => replaceLiteral(textOf(at.path), at, /^false$/i, 'true')) }],
      });
    }
  },
});

function nameOf({ detail }: Fact): string {
  return detail?.['resource'] ?? '';
}

/** The switches of one bucket, in the order in which they stand. */
function byBucket(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const key = `${fact.at.path} ${nameOf(fact)}`;
    groups.set(key, [...(groups.get(key) ?? []), fact]);
  }
  return [...groups.values()].map((group) => group.toSorted((a, b) => a.at.range.start - b.at.range.start));
}
