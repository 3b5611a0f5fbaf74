import { debugOn } from '../../../src/core/rules/config/debugOn';
import { envFileCommitted } from '../../../src/core/rules/secrets/envFileCommitted';
import { weakAppKey } from '../../../src/core/rules/secrets/weakAppKey';
import { runRuleTests } from './ruleTester';
import { production } from './support';

runRuleTests(debugOn, {
  valid: [
    { files: production('APP_DEBUG=false') },
    { name: 'a developer’s machine', files: { '.env': 'APP_DEBUG=true\n', '.env.example': 'APP_DEBUG=true\n' } },
    { name: 'a fallback that is off', files: { 'config/app.php': "<?php\n\nreturn ['debug' => (bool) env('APP_DEBUG', false)];\n" } },
    { name: 'a fallback that production overrides', files: { ...production('APP_DEBUG=false'), 'config/app.php': "<?php\n\nreturn ['debug' => env('APP_DEBUG', true)];\n" } },
  ],
  invalid: [
    {
      files: production('APP_DEBUG=(true)'),
      findings: [{ messageId: 'on', at: ['.env.production', '(true)'], severity: 'error', fixes: ['Turn debug mode off'] }],
      output: { '.env.production': 'APP_ENV=production\nAPP_DEBUG=false\n' },
    },
    {
      name: 'an image',
      files: { Dockerfile: 'FROM php:8.4-fpm\nENV APP_ENV=production APP_DEBUG=1\n' },
      findings: [{ messageId: 'on', at: ['Dockerfile', '1'], severity: 'error' }],
      output: { Dockerfile: 'FROM php:8.4-fpm\nENV APP_ENV=production APP_DEBUG=false\n' },
    },
    {
      name: 'a fallback in code',
      files: { 'config/app.php': "<?php\n\nreturn ['debug' => env('APP_DEBUG', true)];\n" },
      findings: [{ messageId: 'fallback', at: ['config/app.php', 'true'], severity: 'information' }],
      output: { 'config/app.php': "<?php\n\nreturn ['debug' => env('APP_DEBUG', false)];\n" },
    },
    {
      name: 'a literal in code, which holds everywhere',
      files: { 'config/app.php': "<?php\n\nreturn ['debug' => true];\n" },
      findings: [{ messageId: 'fallback', at: ['config/app.php', 'true'], severity: 'error' }],
    },
    { name: 'a developer’s machine', evaluation: 'production', files: { '.env': 'APP_DEBUG=true\n' }, findings: [{ messageId: 'on', at: ['.env', 'true'], severity: 'error' }] },
  ],
});

/** Texts with the form of a secret, put together so that no scanner takes the test for a leak. */
const password = ['cO7', 'rect', 'h0rse'].join('-');
const applicationKey = `base64:${'Q'.repeat(43)}=`;

runRuleTests(envFileCommitted, {
  valid: [
    { name: 'git cannot be asked', tracked: null, files: { '.env': `DB_PASSWORD=${password}\n` } },
    { name: 'git does not track it', tracked: ['.env.example'], files: { '.env': `DB_PASSWORD=${password}\n` } },
    { name: 'a sample', tracked: ['.env.example'], files: { '.env.example': `DB_PASSWORD=${password}\n` } },
    { name: 'settings of tests', tracked: ['.env.testing'], files: { '.env.testing': `APP_KEY=${applicationKey}\n` } },
    { name: 'placeholders and developers’ words', tracked: ['.env.docker'], files: { '.env.docker': 'DB_PASSWORD=root\nREDIS_PASSWORD=null\nMAIL_PASSWORD=\nMINIO_SECRET=minioadmin\nJWT_SECRET=changeme\nCOOKIE_SECRET=pleasereplacethiswithrandomstring\nSIGNING_SECRET=REPLACE_WITH_openssl_rand\nTOKEN_SECRET=troque-isto\nWEBHOOK_SECRET=thisisnotsecret\nCAPTCHA_SECRET=needed\nPUSHER_APP_SECRET=app-secret\n' } },
    { name: 'a gap of a vendor’s own form, and an address that only the server uses', tracked: ['.env'], files: { '.env': 'STRIPE_WEBHOOK_SECRET=whsec_your_webhook_secret_here\nMAIL_TOKEN=paste_the_token_here\nNUXT_PRIVATE_API_BASE=http://ingress/api\n' } },
    { name: 'what a vault fills in when the file is written', tracked: ['.env.erb'], files: { '.env.erb': 'REGISTRY_PASSWORD=<%= `op read "op://Deploy/Registry/password" --session #{token}` %>\n' } },
    { name: 'a password named after what it opens', tracked: ['.env'], files: { '.env': 'DATABASE_URL=postgresql://postgres:db_password@pgsql:5432/shop\nDB_PASSWORD=postgres_password\nKAFKA_PASSWORD=CLUSTER_API_SECRET\nJWT_SECRET=dev_secret\nSECRET_KEY=django-insecure-key-change-in-production\n' } },
    { name: 'what a browser receives anyway', tracked: ['.env.production'], files: { '.env.production': `VITE_MAPS_KEY=${password}\nNX_REACT_APP_API_SECRET=${password}\nPUSHER_APP_KEY=${password}\nRECAPTCHA_SITE_KEY=${password}\n` } },
    { name: 'a URL whose password repeats the user', tracked: ['.env'], files: { '.env': 'DATABASE_URL="mysql://symfony:symfony@db:3306/symfony"\n' } },
    { name: 'a URL without a password', tracked: ['.env.production'], files: { '.env.production': 'DATABASE_URL=mysql://app@db.internal/app\n' } },
    { name: 'where a key file lies', tracked: ['.env'], files: { '.env': 'JWT_SECRET_KEY=%kernel.project_dir%/config/jwt/private.pem\nJWT_PRIVATE_KEY=/run/secrets/jwt.key\n' } },
    { name: 'a value from outside', tracked: ['.env.production'], files: { '.env.production': 'DB_PASSWORD=${DATABASE_PASSWORD}\n' } },
  ],
  invalid: [
    {
      tracked: ['.env'],
      name: 'two credentials',
      files: { '.env': `APP_KEY=${applicationKey}\nDB_USERNAME=clinic\nDB_PASSWORD=${password}\n` },
      findings: [{ messageId: 'tracked', at: ['.env', 'APP_KEY'], severity: 'error', fixes: ['Generate infrastructure code for AWS Secrets Manager'] }],
    },
    { tracked: ['.env.production'], name: 'a password inside a URL', files: { '.env.production': `DATABASE_URL=mysql://app:${password}@db.internal/app\n` }, findings: [{ messageId: 'trackedOne', at: ['.env.production', 'DATABASE_URL'], severity: 'error' }] },
    { tracked: ['.env.development'], name: 'a developer’s environment that the team shares', files: { '.env.development': `DB_PASSWORD=${password}\n` }, findings: [{ messageId: 'trackedOne', at: ['.env.development', 'DB_PASSWORD'], severity: 'warning' }] },
    { tracked: ['docker/development/.env'], name: 'a folder of developers', files: { 'docker/development/.env': `DB_PASSWORD=${password}\n` }, findings: [{ messageId: 'trackedOne', at: ['docker/development/.env', 'DB_PASSWORD'], severity: 'warning' }] },
    { tracked: ['.env.docker'], name: 'only the application key of a throw-away environment', files: { '.env.docker': `APP_KEY=${applicationKey}\n` }, findings: [{ messageId: 'trackedOne', at: ['.env.docker', 'APP_KEY'], severity: 'warning' }] },
  ],
});

runRuleTests(weakAppKey, {
  valid: [
    { files: production(`APP_KEY=${applicationKey}`) },
    { name: 'the empty key of a sample', evaluation: 'production', files: { '.env.example': 'APP_KEY=\n' } },
    { name: 'a sample that tells how', files: { '.env.example': 'APP_KEY=SomeRandomString\n' } },
    { name: 'a template that the deployment fills', tracked: ['.env.production'], files: production('APP_KEY=') },
    { name: 'a value from outside', files: production('APP_KEY=${CLINIC_KEY}') },
    { name: 'a developer’s machine', files: { '.env': 'APP_KEY=\n' } },
  ],
  invalid: [
    { name: 'a value that stands in manuals', files: production('APP_KEY=SomeRandomString'), findings: [{ messageId: 'placeholder', at: ['.env.production', 'SomeRandomString'], severity: 'error', fixes: ['Generate infrastructure code for AWS Secrets Manager'] }] },
    { name: 'a token key', files: production('JWT_SECRET=secret'), findings: [{ messageId: 'placeholder', at: ['.env.production', 'secret'], severity: 'error' }] },
    { name: 'no key at all', files: production('APP_KEY='), findings: [{ messageId: 'empty', at: ['.env.production', 'APP_KEY'], severity: 'error' }] },
    { name: 'a sample with a usable key', files: { '.env.example': `APP_KEY=${applicationKey}\n` }, findings: [{ messageId: 'sample', at: ['.env.example', applicationKey], severity: 'hint' }] },
  ],
});
