import { cacheDatabaseDriver } from '../../../src/core/rules/cache/databaseDriver';
import { cacheFileDriver } from '../../../src/core/rules/cache/fileDriver';
import { cacheNullOrArray } from '../../../src/core/rules/cache/nullOrArray';
import { sessionFileOrMemory } from '../../../src/core/rules/session/fileOrMemory';
import { runRuleTests } from './ruleTester';
import { composer, production, replicatedWeb } from './support';

runRuleTests(cacheDatabaseDriver, {
  valid: [
    { files: production('CACHE_STORE=redis', 'REDIS_HOST=cache') },
    { name: 'the old name of the variable, which Laravel 12 does not read', files: production('CACHE_STORE=redis', 'CACHE_DRIVER=database') },
  ],
  invalid: [
    {
      files: production('CACHE_STORE=database'),
      findings: [{ messageId: 'database', at: ['.env.production', 'database'], severity: 'information', fixes: ['Use Redis for the cache', 'Generate infrastructure code for Amazon ElastiCache'] }],
      output: { '.env.production': 'APP_ENV=production\nCACHE_STORE=redis\nREDIS_HOST=\nREDIS_PORT=6379\n' },
    },
    {
      name: 'a Redis client at hand',
      files: { ...composer({ 'predis/predis': '^3.0' }), ...production('CACHE_STORE=database', 'REDIS_HOST=cache', 'REDIS_PORT=6379') },
      findings: [{ messageId: 'redisAtHand', at: ['.env.production', 'database'], severity: 'warning' }],
      output: { '.env.production': 'APP_ENV=production\nCACHE_STORE=redis\nREDIS_HOST=cache\nREDIS_PORT=6379\n' },
    },
    {
      name: 'a decision on a local machine',
      files: { '.env': 'CACHE_STORE=database\nREDIS_HOST=127.0.0.1\n' },
      findings: [{ messageId: 'database', at: ['.env', 'database'], severity: 'hint' }],
      output: { '.env': 'CACHE_STORE=redis\nREDIS_PORT=6379\nREDIS_HOST=127.0.0.1\n' },
    },
  ],
});

runRuleTests(cacheFileDriver, {
  valid: [{ files: production('CACHE_STORE=database') }, { name: 'settings of tests', files: { '.env.testing': 'CACHE_STORE=file\n', '.env': 'CACHE_STORE=redis\n' } }],
  invalid: [
    {
      files: production('CACHE_STORE=file'),
      findings: [{ messageId: 'single', at: ['.env.production', 'file'], severity: 'warning', fixes: ['Use Redis for the cache', 'Use the database for the cache', 'Generate infrastructure code for Amazon ElastiCache'] }],
      output: { '.env.production': 'APP_ENV=production\nCACHE_STORE=redis\nREDIS_HOST=\nREDIS_PORT=6379\n' },
    },
    {
      name: 'the name that Laravel 10 reads',
      files: { 'composer.json': '{"require":{"laravel/framework":"^10.0"}}', '.env.production': 'CACHE_DRIVER=file\nREDIS_HOST=a\nREDIS_PORT=1\n' },
      findings: [{ messageId: 'single', at: ['.env.production', 'file'], severity: 'warning' }],
      output: { '.env.production': 'CACHE_DRIVER=redis\nREDIS_HOST=a\nREDIS_PORT=1\n' },
    },
    {
      name: 'several instances',
      files: { ...replicatedWeb, ...production('CACHE_STORE=file') },
      findings: [{ messageId: 'several', at: ['.env.production', 'file'], severity: 'error' }],
    },
  ],
});

runRuleTests(cacheNullOrArray, {
  valid: [
    { files: production('CACHE_STORE=redis') },
    { name: 'a developer’s machine', files: { '.env': 'CACHE_STORE=array\n' } },
    { name: 'Octane’s table, which is a cache', files: production('CACHE_STORE=octane') },
  ],
  invalid: [
    {
      files: production('CACHE_STORE=array'),
      findings: [{ messageId: 'off', at: ['.env.production', 'array'], severity: 'warning' }],
      output: { '.env.production': 'APP_ENV=production\nCACHE_STORE=redis\nREDIS_HOST=\nREDIS_PORT=6379\n' },
    },
    {
      files: production('CACHE_STORE=null'),
      findings: [{ messageId: 'off', at: ['.env.production', 'null'], severity: 'warning' }],
      output: { '.env.production': 'APP_ENV=production\nCACHE_STORE=redis\nREDIS_HOST=\nREDIS_PORT=6379\n' },
    },
    {
      name: 'a developer’s machine',
      evaluation: 'production',
      files: { '.env': 'CACHE_STORE=array\n' },
      findings: [{ messageId: 'off', at: ['.env', 'array'], severity: 'warning' }],
    },
  ],
});

runRuleTests(sessionFileOrMemory, {
  valid: [
    { files: production('SESSION_DRIVER=redis') },
    { name: 'sessions in the database, which are shared', files: production('SESSION_DRIVER=database') },
    { name: 'sessions in the cookie, which need no server', files: production('SESSION_DRIVER=cookie') },
    { name: 'memory on a developer’s machine', files: { '.env': 'SESSION_DRIVER=array\n' } },
  ],
  invalid: [
    {
      files: production('SESSION_DRIVER=file'),
      findings: [{ messageId: 'single', at: ['.env.production', 'file'], severity: 'warning', fixes: ['Use Redis for sessions', 'Use the database for sessions', 'Generate infrastructure code for Amazon ElastiCache'] }],
      output: { '.env.production': 'APP_ENV=production\nSESSION_DRIVER=redis\nREDIS_HOST=\nREDIS_PORT=6379\n' },
    },
    { name: 'several instances', files: { ...replicatedWeb, ...production('SESSION_DRIVER=file') }, findings: [{ messageId: 'several', at: ['.env.production', 'file'], severity: 'error' }] },
    {
      name: 'memory of a process that lives on',
      skeleton: 'none',
      files: {
        'package.json': '{ "name": "shop", "scripts": { "start": "node server.js" }, "dependencies": { "express": "^5.0.0", "express-session": "^1.18.0" } }',
        'server.js': "const session = require('express-session');\napp.use(session({ secret: process.env.SECRET }));\napp.listen(3000);\n",
      },
      evaluation: 'production',
      findings: [{ messageId: 'memory', at: ['server.js', 'session({'], severity: 'warning' }],
    },
    { name: 'memory of several instances', files: { ...replicatedWeb, ...production('SESSION_DRIVER=array') }, findings: [{ messageId: 'request', at: ['.env.production', 'array'], severity: 'error' }] },
    { name: 'memory of PHP', files: production('SESSION_DRIVER=array'), findings: [{ messageId: 'request', at: ['.env.production', 'array'], severity: 'warning' }] },
    { name: 'a decision on a local machine', files: { '.env': 'SESSION_DRIVER=file\n' }, findings: [{ messageId: 'single', at: ['.env', 'file'], severity: 'information' }] },
  ],
});
