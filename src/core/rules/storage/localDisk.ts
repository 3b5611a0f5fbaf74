import { losesLocalState } from '../deployment';
import { laravelDriverEdits, s3Settings } from '../laravelSettings';
import { laravelDocs, references } from '../references';
import { defineRule } from '../rule';
import type { Fact } from '../../model';
import type { ApplicationScope } from '../../detectors/scope';
import { decidingPlace, dependency, effectiveConfig, isLaravel, literalOf, needsServedBy } from '../support';

const uploadLibraries = ['composer:spatie/laravel-medialibrary', 'composer:unisharp/laravel-filemanager', 'composer:plank/laravel-mediable'];
const s3Adapters = ['composer:league/flysystem-aws-s3-v3', 'composer:league/flysystem-async-aws-s3'];

export const storageLocalDisk = defineRule({
  id: 'storage/local-disk',
  domain: 'storage',
  severity: 'warning',
  severityMoves: 'by-stage',
  phase: 'foundations',
  since: '0.1.0',
  need: 'file-storage',
  service: 's3',
  fix: 'suggestion',
  title: { en: 'Uploads are kept on the local disk', 'pt-br': 'Uploads ficam no disco local' },
  messages: {
    single: {
      en: 'Files that the application stores stay on the disk of one server: a second server does not have them, and they are gone with the machine.',
      'pt-br': 'Os arquivos que a aplicação grava ficam no disco de um servidor: um segundo servidor não os tem, e eles se perdem com a máquina.',
    },
    lost: {
      en: 'Files that the application stores stay on the disk of the instance, and instances of this deployment come and go or run side by side: uploads are lost.',
      'pt-br': 'Os arquivos que a aplicação grava ficam no disco da instância, e as instâncias deste deploy são trocadas ou rodam lado a lado: uploads se perdem.',
    },
    use: { en: 'Code that stores files', 'pt-br': 'Código que grava arquivos' },
    instances: { en: 'Proof of several or short-lived instances', 'pt-br': 'Prova de várias instâncias ou de instâncias de vida curta' },
  },
  docs: {
    checks: {
      en: 'The default disk is on the local file system (`FILESYSTEM_DISK=local` or `public`) *and* the code stores files: calls of `Storage`, `->store()` on an upload, or a media library. The default of a fresh project alone is not reported.',
      'pt-br': 'O disco padrão é o sistema de arquivos local (`FILESYSTEM_DISK=local` ou `public`) *e* o código grava arquivos: chamadas de `Storage`, `->store()` em um upload ou uma biblioteca de mídia. O padrão de um projeto novo, sozinho, não é apontado.',
    },
    why: {
      en: 'A container starts with an empty disk and a second instance has a disk of its own: patients’ documents and product pictures disappear with a deploy, or appear on every other request. S3 keeps them apart from the servers with eleven nines of durability, versions and lifecycle rules, and CloudFront can deliver them without touching the application.',
      'pt-br': 'Um contêiner começa com o disco vazio e uma segunda instância tem o próprio disco: documentos de pacientes e fotos de produtos somem em um deploy, ou aparecem em uma requisição sim e outra não. O S3 os guarda fora dos servidores, com onze noves de durabilidade, versões e regras de ciclo de vida, e o CloudFront os entrega sem passar pela aplicação.',
    },
    bad: [
      {
        files: {
          '.env.production': 'APP_ENV=production\nFILESYSTEM_DISK=local\n',
          'app/Http/Controllers/ReportController.php':
            "<?php\n\nnamespace App\\Http\\Controllers;\n\nuse Illuminate\\Http\\Request;\nuse Illuminate\\Support\\Facades\\Storage;\n\nclass ReportController\n{\n    public function store(Request $request): void\n    {\n        Storage::put('reports/latest.pdf', $request->getContent());\n    }\n}\n",
        },
      },
    ],
    good: [
      {
        files: {
          '.env.production': 'APP_ENV=production\nFILESYSTEM_DISK=s3\nAWS_BUCKET=clinic-uploads\nAWS_DEFAULT_REGION=us-east-1\n',
          'app/Http/Controllers/ReportController.php':
            "<?php\n\nnamespace App\\Http\\Controllers;\n\nuse Illuminate\\Http\\Request;\nuse Illuminate\\Support\\Facades\\Storage;\n\nclass ReportController\n{\n    public function store(Request $request): void\n    {\n        Storage::put('reports/latest.pdf', $request->getContent());\n    }\n}\n",
        },
      },
    ],
    aboutFix: {
      en: 'The edit selects the `s3` disk and adds the bucket’s variables. It needs `composer require league/flysystem-aws-s3-v3`, and existing files have to be copied once (`aws s3 sync storage/app s3://…`). Code that builds paths with `storage_path()` or calls `Storage::disk(\'local\')` is not changed. Give the application a role instead of access keys.',
      'pt-br': 'A edição seleciona o disco `s3` e acrescenta as variáveis do bucket. Ela exige `composer require league/flysystem-aws-s3-v3`, e os arquivos existentes precisam ser copiados uma vez (`aws s3 sync storage/app s3://…`). Código que monta caminhos com `storage_path()` ou chama `Storage::disk(\'local\')` não é alterado. Dê à aplicação uma role em vez de chaves de acesso.',
    },
  },
  references: [references.s3PublicAccess, references.taskRoles, laravelDocs('filesystem', 'file storage')],
  check(context) {
    const { scope } = context;
    if (!context.needs.some(({ id }) => id === 'file-storage')) return 'not-applicable';
    const use = fileUse(scope);
    if (use === undefined && isLaravel(scope)) return;
    const proof = losesLocalState(scope);
    const hasAdapter = dependency(scope, ...s3Adapters) !== undefined;
    for (const need of needsServedBy(context, 'file-storage', ['local'])) {
      const at = decidingPlace(need);
      context.report({
        at,
        stage: need.stage,
        messageId: proof === null ? 'single' : 'lost',
        ...(proof === null ? {} : { severity: 'error' }),
        related: [
          ...(use === undefined ? [] : [{ at: use.at, messageId: 'use' }]),
          ...(proof === null ? [] : [{ at: proof.at, messageId: 'instances' }]),
        ],
        edits: [
          {
            title: hasAdapter
              ? { en: 'Use the s3 disk', 'pt-br': 'Usar o disco s3' }
              : {
                  en: 'Use the s3 disk (needs league/flysystem-aws-s3-v3)',
                  'pt-br': 'Usar o disco s3 (precisa de league/flysystem-aws-s3-v3)',
                },
            edits: laravelDriverEdits(context, at, { expected: ['local', 'public'], value: 's3', settings: s3Settings(context.region) }),
          },
        ],
        infra: [{ need: 'file-storage', service: 's3' }],
      });
    }
  },
});

/** Code that writes to the default disk or to another local one, or a library that does. */
function fileUse(scope: ApplicationScope): Fact | undefined {
  const call = scope.find('code', 'laravel.storage.put').find((fact) => fact.stage !== 'test' && !isElsewhere(scope, literalOf(fact.value)));
  return call ?? dependency(scope, ...uploadLibraries);
}

/** `Storage::disk('s3')`: a disk that is named and not on this machine. */
function isElsewhere(scope: ApplicationScope, disk: string | undefined): boolean {
  if (disk === undefined || disk === 'local' || disk === 'public') return false;
  const driver = literalOf(effectiveConfig(scope, `filesystems.disks.${disk}.driver`)?.value) ?? disk;
  return driver !== 'local';
}
