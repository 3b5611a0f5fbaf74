import { references, laravelDocs } from '../references';
import { defineRule } from '../rule';
import { decidingPlace, environmentFor, needsServedBy } from '../support';

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
  },
  docs: {
    checks: {
      en: 'The application builds its front end (Vite, Laravel Mix, webpack) and nothing delivers it from a CDN: `ASSET_URL` is not set and no infrastructure code declares a CloudFront distribution. With settings of production in the repository it is information, else a hint.',
      'pt-br': 'A aplicação gera o front-end (Vite, Laravel Mix, webpack) e nada o entrega por uma CDN: `ASSET_URL` não está definido e nenhum código de infraestrutura declara uma distribuição CloudFront. Com configurações de produção no repositório é informação; sem elas, uma dica.',
    },
    why: {
      en: 'Files with a hash in their name never change, so a CDN can keep them close to the visitor for a year. Without one, each byte takes the long way from the region, occupies web workers, and is paid as data transfer out of EC2 or the load balancer. CloudFront’s always-free allowance covers 1 TB a month.',
      'pt-br': 'Arquivos com hash no nome nunca mudam, por isso uma CDN pode guardá-los perto do visitante por um ano. Sem ela, cada byte faz o caminho longo desde a região, ocupa processos web e é pago como saída de dados da EC2 ou do balanceador. A franquia sempre gratuita do CloudFront cobre 1 TB por mês.',
    },
    bad: [
      {
        files: {
          'package.json': '{\n  "private": true,\n  "scripts": { "build": "vite build" },\n  "devDependencies": { "laravel-vite-plugin": "^1.2.0", "vite": "^6.0.0" }\n}\n',
          '.env.production': 'APP_ENV=production\nAPP_URL=https://clinic.example\n',
        },
      },
    ],
    good: [
      {
        files: {
          'package.json': '{\n  "private": true,\n  "scripts": { "build": "vite build" },\n  "devDependencies": { "laravel-vite-plugin": "^1.2.0", "vite": "^6.0.0" }\n}\n',
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
    if (!context.needs.some(({ id }) => id === 'static-assets')) return 'not-applicable';
    const hasDistribution = ['aws_cloudfront_distribution', 'AWS::CloudFront::Distribution'].some((type) => context.scope.find('resource', type).length > 0);
    if (hasDistribution) return;
    const { stage } = environmentFor(context.scope);
    for (const need of needsServedBy(context, 'static-assets', ['bundled'])) {
      context.report({
        at: decidingPlace(need),
        // The manifest is a developer's; what it means for production is known where production's settings are.
        stage: stage === 'production' || stage === 'staging' ? stage : need.stage,
        messageId: 'origin',
        infra: [{ need: 'static-assets', service: 'cloudfront' }],
      });
    }
  },
});
