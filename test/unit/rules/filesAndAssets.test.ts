import { noCdn } from '../../../src/core/rules/cdn/noCdn';
import { storageLocalDisk } from '../../../src/core/rules/storage/localDisk';
import { staticAwsKeys } from '../../../src/core/rules/storage/staticAwsKeys';
import { runRuleTests } from './ruleTester';
import { composer, production, replicatedWeb, upload } from './support';

runRuleTests(storageLocalDisk, {
  valid: [
    { name: 'the default of a project that stores nothing', files: production('FILESYSTEM_DISK=local') },
    { files: { ...upload, ...production('FILESYSTEM_DISK=s3', 'AWS_BUCKET=uploads') } },
    {
      name: 'uploads that name another disk',
      files: { ...production('FILESYSTEM_DISK=local'), 'app/Http/Controllers/ReportController.php': "<?php\nclass ReportController\n{\n    public function store()\n    {\n        Storage::disk('s3')->put('a', 'b');\n    }\n}\n" },
    },
  ],
  invalid: [
    {
      files: { ...upload, ...production('FILESYSTEM_DISK=public') },
      findings: [{ messageId: 'single', at: ['.env.production', 'public'], severity: 'warning', fixes: ['Use the s3 disk (needs league/flysystem-aws-s3-v3)', 'Generate infrastructure code for Amazon S3'] }],
      output: { '.env.production': 'APP_ENV=production\nFILESYSTEM_DISK=s3\nAWS_BUCKET=\nAWS_DEFAULT_REGION=us-east-1\n' },
    },
    {
      name: 'the adapter is installed',
      files: { ...composer({ 'league/flysystem-aws-s3-v3': '^3.0' }), ...upload, ...production('FILESYSTEM_DISK=local') },
      findings: [{ messageId: 'single', at: ['.env.production', 'local'], severity: 'warning', fixes: ['Use the s3 disk', 'Generate infrastructure code for Amazon S3'] }],
    },
    { name: 'a media library', files: { ...composer({ 'spatie/laravel-medialibrary': '^11.0' }), ...production('FILESYSTEM_DISK=local') }, findings: [{ messageId: 'single', at: ['.env.production', 'local'], severity: 'warning' }] },
    { name: 'several instances', files: { ...upload, ...replicatedWeb, ...production('FILESYSTEM_DISK=local') }, findings: [{ messageId: 'lost', at: ['.env.production', 'local'], severity: 'error' }] },
    { name: 'a sample', files: { ...upload, '.env.example': 'FILESYSTEM_DISK=local\n' }, findings: [{ messageId: 'single', at: ['.env.example', 'local'], severity: 'hint' }] },
  ],
});

/** The form of a key, put together so that no scanner takes the test for a leak. */
const realForm = ['AKIA', 'QWERTYUIOPASDFGH'].join('');

runRuleTests(staticAwsKeys, {
  valid: [
    { files: production('AWS_ACCESS_KEY_ID=', 'AWS_SECRET_ACCESS_KEY=') },
    { name: 'placeholders', files: production('AWS_ACCESS_KEY_ID=your-key-id', 'AWS_SECRET_ACCESS_KEY=changeme') },
    { name: 'another store that speaks S3', files: production('AWS_ACCESS_KEY_ID=minio-user', 'AWS_SECRET_ACCESS_KEY=minio-password', 'AWS_ENDPOINT=http://minio:9000') },
    { name: 'a word on a developer’s machine', files: { '.env': 'AWS_ACCESS_KEY_ID=sail\nAWS_SECRET_ACCESS_KEY=password\n' } },
    { name: 'the key of the manuals in a tracked sample', tracked: ['.env.example'], files: { '.env.example': `AWS_ACCESS_KEY_ID=${['AKIA', 'IOSFODNN7EXAMPLE'].join('')}\n` } },
    { name: 'passed on from outside', files: { 'compose.prod.yaml': 'services:\n  app:\n    image: ghcr.io/clinic/app:1\n    restart: always\n    environment:\n      AWS_ACCESS_KEY_ID: ${AWS_ACCESS_KEY_ID}\n' } },
  ],
  invalid: [
    {
      files: production('AWS_ACCESS_KEY_ID=key-of-deploy', 'AWS_SECRET_ACCESS_KEY=secret-of-deploy', 'AWS_BUCKET=uploads'),
      findings: [{ messageId: 'deployed', at: ['.env.production', 'key-of-deploy'], severity: 'error', fixes: ['Remove the access key'] }],
      output: { '.env.production': 'APP_ENV=production\nAWS_BUCKET=uploads\n' },
    },
    { name: 'the last lines of a file without a line break', files: { '.env.production': 'A_B=1\nAWS_SECRET_ACCESS_KEY=secret-of-deploy\nAWS_ACCESS_KEY_ID=key-of-deploy' }, findings: [{ messageId: 'deployed', at: ['.env.production', 'key-of-deploy'], severity: 'error' }], output: { '.env.production': 'A_B=1\n' } },
    { name: 'a real key on a developer’s machine', files: { '.env': `AWS_ACCESS_KEY_ID=${realForm}\n` }, findings: [{ messageId: 'local', at: ['.env', realForm], severity: 'information' }] },
    { name: 'a real key that git tracks', tracked: ['.env.example'], files: { '.env.example': `AWS_ACCESS_KEY_ID=${realForm}\n` }, findings: [{ messageId: 'tracked', at: ['.env.example', realForm], severity: 'error' }] },
  ],
});

const vite = { 'package.json': '{\n  "private": true,\n  "devDependencies": { "laravel-vite-plugin": "^2.0.0" }\n}\n' };

const deployed = { Procfile: 'web: vendor/bin/heroku-php-nginx public/\n' };
const marked = ['package.json', 'laravel-vite-plugin'] as const;

runRuleTests(noCdn, {
  valid: [
    { name: 'nothing is built', files: { ...deployed, ...production('APP_URL=https://clinic.example') } },
    { files: { ...vite, ...deployed, ...production('ASSET_URL=https://cdn.clinic.example') } },
    { name: 'nobody deploys it from here', files: vite },
    { name: 'a bundler’s file for production builds', files: { ...vite, '.env.production': 'VITE_API_URL=https://api.clinic.example\n' } },
    { name: 'an image for others to run', files: { ...vite, Dockerfile: 'FROM php:8.4-apache\nCOPY . .\nCMD ["apache2-foreground"]\n' } },
    { name: 'a CDN that purges by key', files: { ...vite, ...deployed, ...production('FASTLY_SERVICE_ID=abc') } },
    { name: 'code that purges a CDN', files: { ...vite, ...deployed, 'app/Services/Fastly/Purge.php': '<?php\n\nclass Purge\n{\n}\n' } },
    { name: 'a process that only tidies up', files: { ...vite, Procfile: 'release: php artisan migrate --force\n' } },
    { name: 'another provider’s distribution', files: { ...vite, ...deployed, 'infra/cdn.tf': 'resource "aws_cloudfront_distribution" "web" {\n  enabled = true\n}\n' } },
    {
      name: 'a host that delivers from the edge', skeleton: 'none', evaluation: 'production',
      files: { 'package.json': '{\n  "dependencies": { "next": "16.0.0", "react": "19.0.0" },\n  "scripts": { "start": "next start" }\n}\n', 'vercel.json': '{}\n', Procfile: 'web: next start\n' },
    },
    {
      name: 'a site of the operators', skeleton: 'none',
      files: { 'apps/admin/package.json': '{\n  "name": "admin",\n  "dependencies": { "next": "16.0.0", "react": "19.0.0" },\n  "scripts": { "start": "next start" }\n}\n', 'apps/admin/Procfile': 'web: next start\n' },
    },
    {
      name: 'pages inside the program', skeleton: 'none',
      files: {
        'go.mod': 'module clinic\n\ngo 1.24\n\nrequire github.com/gin-gonic/gin v1.10.0\n',
        'main.go': 'package main\n\nimport (\n\t"embed"\n\t"io/fs"\n\t"net/http"\n\n\t"github.com/gin-gonic/gin"\n)\n\n//go:embed all:dist\nvar pages embed.FS\n\nfunc main() {\n\trouter := gin.Default()\n\tdist, _ := fs.Sub(pages, "dist")\n\trouter.StaticFS("/", http.FS(dist))\n\trouter.Run()\n}\n',
        'package.json': '{ "devDependencies": { "vite": "7.0.0", "vue": "3.5.0" } }\n',
        Procfile: 'web: bin/clinic\n',
      },
    },
  ],
  invalid: [
    { files: { ...vite, ...deployed, ...production('APP_URL=https://clinic.example') }, findings: [{ messageId: 'origin', at: marked, severity: 'information', fixes: ['Generate infrastructure code for Amazon CloudFront'] }] },
    { name: 'an empty address', files: { ...vite, ...deployed, ...production('ASSET_URL=') }, findings: [{ messageId: 'origin', at: marked, severity: 'information' }] },
    { name: 'the mode in a production env file', files: { ...vite, ...production('APP_URL=https://clinic.example') }, findings: [{ messageId: 'origin', at: marked, severity: 'information' }] },
    { name: 'what production would be told', evaluation: 'production', files: vite, findings: [{ messageId: 'origin', at: marked, severity: 'information' }] },
    { name: 'an image that is evaluated as production', evaluation: 'production', files: { ...vite, Dockerfile: 'FROM php:8.4-apache\nCOPY . .\nCMD ["apache2-foreground"]\n' }, findings: [{ messageId: 'origin', at: marked, severity: 'information' }] },
    {
      name: 'a load balancer without a distribution',
      files: { ...vite, 'infra/web.tf': 'resource "aws_lb" "web" {\n  load_balancer_type = "application"\n}\n' },
      findings: [{ messageId: 'origin', at: marked, severity: 'information' }],
    },
  ],
});
