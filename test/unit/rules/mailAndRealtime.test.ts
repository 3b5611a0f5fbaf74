import { mailDevCatcher } from '../../../src/core/rules/mail/devCatcher';
import { mailLogOrNull } from '../../../src/core/rules/mail/logOrNull';
import { broadcastLogOrNull } from '../../../src/core/rules/realtime/broadcastLogOrNull';
import { reverbSingleNode } from '../../../src/core/rules/realtime/reverbSingleNode';
import { runRuleTests } from './ruleTester';
import { broadcastEvent, composer, mailable, production, replicatedWeb } from './support';

runRuleTests(mailLogOrNull, {
  valid: [
    { files: { ...mailable, ...production('MAIL_MAILER=ses') } },
    { name: 'the default of a project that sends no mail', files: { '.env.example': 'MAIL_MAILER=log\n' } },
    { name: 'tests', files: { ...mailable, '.env': 'MAIL_MAILER=ses\n', '.env.testing': 'MAIL_MAILER=array\n' } },
  ],
  invalid: [
    {
      name: 'code that sends mail',
      files: { ...mailable, ...production('MAIL_MAILER=log') },
      findings: [{ messageId: 'log', at: ['.env.production', 'log'], severity: 'error', fixes: ['Send mail with Amazon SES', 'Generate infrastructure code for Amazon SES'] }],
      output: { '.env.production': 'APP_ENV=production\nMAIL_MAILER=ses\nAWS_DEFAULT_REGION=us-east-1\n' },
    },
    { name: 'a package that sends mail', files: { ...composer({ 'laravel/fortify': '^1.0' }), ...production('MAIL_MAILER=array') }, findings: [{ messageId: 'log', at: ['.env.production', 'array'], severity: 'warning' }] },
    { name: 'a sample', files: { ...mailable, '.env.example': 'MAIL_MAILER=log\n' }, findings: [{ messageId: 'log', at: ['.env.example', 'log'], severity: 'hint' }] },
  ],
});

runRuleTests(mailDevCatcher, {
  valid: [
    { files: production('MAIL_MAILER=smtp', 'MAIL_HOST=smtp.example.com') },
    { name: 'a host that the mailer does not use', files: production('MAIL_MAILER=ses', 'MAIL_HOST=mailpit') },
    { name: 'a mail server on the same machine', files: production('MAIL_MAILER=smtp', 'MAIL_HOST=127.0.0.1', 'MAIL_PORT=25') },
    { name: 'a developer’s machine', files: { '.env': 'MAIL_MAILER=smtp\nMAIL_HOST=mailpit\n' } },
  ],
  invalid: [
    {
      files: production('MAIL_MAILER=smtp', 'MAIL_HOST=mailpit'),
      findings: [{ messageId: 'catcher', at: ['.env.production', 'mailpit'], severity: 'error', fixes: ['Send mail with Amazon SES', 'Generate infrastructure code for Amazon SES'] }],
      output: { '.env.production': 'APP_ENV=production\nMAIL_MAILER=ses\nAWS_DEFAULT_REGION=us-east-1\nMAIL_HOST=mailpit\n' },
    },
    { files: production('MAIL_MAILER=smtp', 'MAIL_HOST=127.0.0.1', 'MAIL_PORT=1025'), findings: [{ messageId: 'catcher', at: ['.env.production', '127.0.0.1'], severity: 'error' }] },
    { name: 'staging', files: { '.env.staging': 'MAIL_MAILER=smtp\nMAIL_HOST=sandbox.smtp.mailtrap.io\n' }, findings: [{ messageId: 'catcher', at: ['.env.staging', 'sandbox.smtp.mailtrap.io'], severity: 'warning' }] },
    { name: 'a developer’s machine', evaluation: 'production', files: { '.env': 'MAIL_MAILER=smtp\nMAIL_HOST=mailhog\n' }, findings: [{ messageId: 'catcher', at: ['.env', 'mailhog'], severity: 'error' }] },
  ],
});

const reverb = composer({ 'laravel/reverb': '^1.5' });

runRuleTests(broadcastLogOrNull, {
  valid: [
    { name: 'nothing that is broadcast', files: production('BROADCAST_CONNECTION=log') },
    { files: { ...reverb, ...broadcastEvent, ...production('BROADCAST_CONNECTION=reverb') } },
    { name: 'a developer’s machine', files: { ...broadcastEvent, '.env': 'BROADCAST_CONNECTION=log\n' } },
  ],
  invalid: [
    { name: 'an event', files: { ...broadcastEvent, ...production('BROADCAST_CONNECTION=null') }, findings: [{ messageId: 'nowhere', at: ['.env.production', 'null'], severity: 'warning', fixes: ['Generate infrastructure code for Amazon ECS on AWS Fargate'] }] },
    {
      name: 'a client',
      files: { ...reverb, 'resources/js/echo.js': "window.Echo = new Echo({ broadcaster: 'reverb' });\n", ...production('BROADCAST_CONNECTION=log') },
      findings: [{ messageId: 'nowhere', at: ['.env.production', 'log'], severity: 'warning', fixes: ['Broadcast with Reverb', 'Generate infrastructure code for Amazon ECS on AWS Fargate'] }],
      output: { '.env.production': 'APP_ENV=production\nBROADCAST_CONNECTION=reverb\n' },
    },
    {
      name: 'the old name of the variable',
      files: { 'composer.json': '{"require":{"laravel/framework":"^10.0"}}', ...broadcastEvent, ...production('BROADCAST_DRIVER=log') },
      findings: [{ messageId: 'nowhere', at: ['.env.production', 'log'], severity: 'warning' }],
    },
  ],
});

runRuleTests(reverbSingleNode, {
  valid: [
    { files: { ...reverb, ...broadcastEvent, ...production('BROADCAST_CONNECTION=reverb', 'REVERB_SCALING_ENABLED=true') } },
    { name: 'a hosted service', files: { ...broadcastEvent, ...production('BROADCAST_CONNECTION=pusher') } },
  ],
  invalid: [
    {
      name: 'scaling is not mentioned',
      files: { ...reverb, ...broadcastEvent, ...production('BROADCAST_CONNECTION=reverb', 'REDIS_HOST=cache') },
      findings: [{ messageId: 'single', at: ['.env.production', 'reverb'], severity: 'information', fixes: ['Scale Reverb over Redis', 'Generate infrastructure code for Amazon ECS on AWS Fargate'] }],
      output: { '.env.production': 'APP_ENV=production\nBROADCAST_CONNECTION=reverb\nREVERB_SCALING_ENABLED=true\nREDIS_PORT=6379\nREDIS_HOST=cache\n' },
    },
    {
      name: 'scaling is off',
      files: { ...reverb, ...broadcastEvent, ...production('BROADCAST_CONNECTION=reverb', 'REVERB_SCALING_ENABLED=false') },
      findings: [{ messageId: 'single', at: ['.env.production', 'reverb'], severity: 'information' }],
      output: { '.env.production': 'APP_ENV=production\nBROADCAST_CONNECTION=reverb\nREVERB_SCALING_ENABLED=true\n' },
    },
    { name: 'several instances', files: { ...reverb, ...broadcastEvent, ...replicatedWeb, ...production('BROADCAST_CONNECTION=reverb') }, findings: [{ messageId: 'several', at: ['.env.production', 'reverb'], severity: 'warning' }] },
  ],
});
