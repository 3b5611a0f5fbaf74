import type { Need } from '../../model';
import { deploymentProof, edgeProof, isInternal } from '../hosting';
import { references, laravelDocs } from '../references';
import { defineRule, type RuleContext } from '../rule';
import { decidingPlace, factAt, needsServedBy } from '../support';

export const noCdn = defineRule({
  id: 'cdn/no-cdn',
  domain: 'cdn',
  severity: 'information',
  severityMoves: 'by-stage',
  phase: 'lift-and-shift',
  since: '0.1.0',
  need: 'static-assets',
  service: 'cloudfront',
  fix: 'suggestion',
  title: { en: 'Built assets are served without a CDN', 'pt-br': 'Os assets gerados são servidos sem CDN' },
  messages: {
    origin: {
      en: 'The front end that is built here is served by the application’s own server: every visitor fetches scripts, styles and pictures from one region, through the load balancer.',
      'pt-br': 'O front-end gerado aqui é servido pelo próprio servidor da aplicação: cada visitante busca scripts, estilos e imagens em uma única região, passando pelo balanceador.',
    },
    deployment: { en: 'What deploys it', 'pt-br': 'O que a publica' },
  },
  docs: {
    checks: {
      en: 'The repository deploys an application that builds its front end and serves it itself: infrastructure code, a cluster, a platform’s file or a production env file runs it for users, and nothing speaks of a CDN (no CloudFront, Cloudflare, Fastly or Bunny, no `ASSET_URL`, no host that delivers from the edge such as Vercel, Netlify or Amplify). Admin sites, folders of files that nothing builds, files that are embedded in the program, and products that are only packed as an image are left alone. Evaluated as production, no deployment has to be there yet.',
      'pt-br': 'O repositório publica uma aplicação que gera o front-end e o serve ela mesma: código de infraestrutura, um cluster, o arquivo de uma plataforma ou um arquivo env de produção a executa para usuários, e nada fala de uma CDN (nem CloudFront, Cloudflare, Fastly ou Bunny, nem `ASSET_URL`, nem uma hospedagem que entrega pela borda, como Vercel, Netlify ou Amplify). Sites administrativos, pastas de arquivos que ninguém gera, arquivos embutidos no programa e produtos apenas empacotados como imagem ficam de fora. Avaliada como produção, o deploy ainda não precisa existir.',
    },
    why: {
      en: 'Files with a hash in their name never change, so a CDN can keep them close to the visitor for a year. Without one, each byte takes the long way from the region, occupies web workers, and is paid as data transfer out of EC2 or the load balancer. CloudFront’s always-free allowance covers 1 TB a month.',
      'pt-br': 'Arquivos com hash no nome nunca mudam, por isso uma CDN pode guardá-los perto do visitante por um ano. Sem ela, cada byte faz o caminho longo desde a região, ocupa processos web e é pago como saída de dados da EC2 ou do balanceador. A franquia sempre gratuita do CloudFront cobre 1 TB por mês.',
    },
    bad: [
      {
        files: {
          'package.json': '{\n  "private": true,\n  "scripts": { "build": "vite build" },\n  "devDependencies": { "laravel-vite-plugin": "^1.2.0", "vite": "^6.0.0" }\n}\n',
          Procfile: 'web: vendor/bin/heroku-php-nginx public/\n',
          '.env.production': 'APP_ENV=production\nAPP_URL=https://clinic.example\n',
        },
      },
    ],
    good: [
      {
        files: {
          'package.json': '{\n  "private": true,\n  "scripts": { "build": "vite build" },\n  "devDependencies": { "laravel-vite-plugin": "^1.2.0", "vite": "^6.0.0" }\n}\n',
          Procfile: 'web: vendor/bin/heroku-php-nginx public/\n',
          '.env.production': 'APP_ENV=production\nAPP_URL=https://clinic.example\nASSET_URL=https://d111111abcdef8.cloudfront.net\n',
        },
      },
    ],
    aboutFix: {
      en: 'The infrastructure fix writes a private S3 bucket and a CloudFront distribution that alone may read it. Upload `public/build` to the bucket in the deploy and set `ASSET_URL` to the distribution’s domain before the build.',
      'pt-br': 'A correção de infraestrutura escreve um bucket S3 privado e uma distribuição CloudFront, a única que pode lê-lo. Envie `public/build` ao bucket no deploy e defina `ASSET_URL` com o domínio da distribuição antes do build.',
    },
  },
  references: [references.originAccessControl, laravelDocs('vite#custom-base-urls', 'assets from a CDN')],
  check(context) {
    const { scope } = context;
    if (!context.needs.some(({ id }) => id === 'static-assets')) return 'not-applicable';
    const deployment = deploymentProof(context);
    // Who asks what production would be told speaks of a deployment that is not there yet.
    const isAsked = context.evaluation === 'production';
    if ((deployment === null && !isAsked) || edgeProof(scope) || isInternal(scope)) return;
    for (const need of needsServedBy(context, 'static-assets', ['bundled'])) {
      // A CDN's address that a variable brings is in the environment, which nobody sees from here.
      if (need.supported.includes('cdn') || !isBuilt(context, need)) continue;
      context.report({
        at: decidingPlace(need),
        // The manifest is a developer's; what it means for users is known where the deployment is.
        stage: deployment?.stage ?? need.stage,
        messageId: 'origin',
        ...(deployment === null ? {} : { related: [{ at: deployment.at, messageId: 'deployment' }] }),
        infra: [{ need: 'static-assets', service: 'cloudfront' }],
      });
    }
  },
});

/** Packages that render pages on the server, or bring libraries of the browser with them: nothing is built. */
const notBuilders = /^(?:maven|gradle|nuget|go|cargo):/;

/**
 * Whether something is built: a bundler, an asset pipeline, a step of the image, a manifest of hashed names. A folder of
 * files that the program serves is little, and pages that it carries inside itself are what no deploy could upload.
 */
function isBuilt({ scope, textOf }: RuleContext, need: Need): boolean {
  const at = decidingPlace(need);
  const fact = factAt(scope, at);
  const written = textOf(at.path)?.slice(at.range.start, at.range.end) ?? '';
  if (fact?.kind === 'dependency') return !notBuilders.test(fact.name);
  if (/embed|include_dir|stuffbin|packr/i.test(written)) return false;
  return fact?.kind !== 'code' || /\b(?:build|generate|cache_manifest|Manifest|WhiteNoise)/i.test(written);
}
