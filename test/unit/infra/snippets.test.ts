import assert from 'node:assert/strict';
import fc from 'fast-check';
import ts from 'typescript';
import { parseDocument, type ScalarTag } from 'yaml';
import { serviceIds } from '../../../src/core/catalog/ids';
import { dialects, generateFolder, generateSnippet, resourceName, snippetServices } from '../../../src/core/infra';
import { languages, localizeMessage } from '../../../src/core/l10n/localized';
import { application, snippetCases, wholeApplication } from './cases';

const terraform = snippetCases('terraform');
const cloudFormation = snippetCases('cloudformation');
const cdk = snippetCases('cdk');

describe('resourceName', () => {
  for (const [given, expected] of [
    ['Telemedicina São Paulo!', 'telemedicina-sao-pau'],
    ['acme/clinic_api', 'acme-clinic-api'],
    ['123 go', 'go'],
    ['日本', 'app'],
    ['', 'app'],
  ] as const) {
    it(`${given} → ${expected}`, () => {
      assert.equal(resourceName(given), expected);
    });
  }

  it('is a prefix that every naming rule admits, whatever the application is called', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), (name) => {
        const result = resourceName(name);
        assert.match(result, /^[a-z](?:[a-z0-9-]*[a-z0-9])?$/);
        assert.ok(result.length <= 20);
        assert.doesNotMatch(result, /--/);
        assert.equal(resourceName(result), result);
      }),
    );
  });
});

describe('every snippet', () => {
  for (const { name, input, snippet } of [...terraform, ...cloudFormation, ...cdk]) {
    it(`${input.dialect} ${name} has no secret, no wildcard right and no open port but the web’s`, () => {
      const { text } = snippet;
      assert.doesNotMatch(text, /password"?\s*[:=]\s*["'][^"']/i);
      assert.doesNotMatch(text, /AKIA|BEGIN [A-Z ]*PRIVATE KEY/);
      assert.doesNotMatch(text, /publicly_?accessible"?\s*[:=]\s*true/i);
      assert.doesNotMatch(text, /(?:actions|Action)"?\s*[:=]\s*\[?["']?\*/);
      assert.doesNotMatch(text, /resources\s*=\s*\["\*"\]|Resource: '?\*/);
      for (const [, port] of text.matchAll(/0\.0\.0\.0\/0[^}]{0,80}?FromPort: (\d+)/g)) assert.ok(port === '80' || port === '443', port);
      assert.doesNotMatch(text, /(?<![!=]== )undefined|\[object|NaN/);
    });

    it(`${input.dialect} ${name} has notes in both languages`, () => {
      for (const note of snippet.notes) for (const language of languages) assert.doesNotMatch(localizeMessage(note, language), /\{\w+\}/);
    });
  }

  it('is named after the application and what it creates', () => {
    const files = (inputs: typeof terraform) => inputs.map(({ snippet }) => snippet.fileName);
    assert.ok(files(terraform).includes('telemedicina-sao-pau-rds.tf'));
    assert.ok(files(terraform).includes('telemedicina-sao-pau-reverb.tf'));
    assert.ok(files(cloudFormation).includes('telemedicina-sao-pau-queue.yaml'));
    assert.ok(files(cdk).includes('telemedicina-sao-pau-worker.ts'));
  });

  it('speaks the language that is asked for, and is the same code', () => {
    const input = { dialect: 'terraform', service: 'sqs', need: 'queue', technology: 'database', application: application('laravel'), region: 'us-east-1' } as const;
    const english = generateSnippet(input)?.text ?? '';
    const portuguese = generateSnippet({ ...input, language: 'pt-br' })?.text ?? '';
    const code = (text: string): string => text.replace(/^\s*#.*\n|^\s*description = .*\n/gm, '');
    assert.match(portuguese, /Depois de cinco tentativas/);
    assert.doesNotMatch(english, /tentativas/);
    assert.equal(code(portuguese), code(english));
  });

  it('is null where there is no template, or none for the technology', () => {
    const input = { need: 'relational-database', technology: 'oracle', application: application('spring'), region: 'us-east-1' } as const;
    for (const dialect of dialects) {
      assert.equal(generateSnippet({ ...input, dialect, service: 'rds' }), null);
      assert.equal(generateSnippet({ ...input, dialect, service: 'opensearch' }), null);
      assert.equal(generateSnippet({ ...input, dialect, service: 'constructor' }), null);
    }
  });

  it('comes for services of the catalog, sorted', () => {
    for (const dialect of dialects) {
      const services = snippetServices(dialect);
      assert.deepEqual(services, [...services].sort());
      for (const service of services) assert.ok((serviceIds as readonly string[]).includes(service), service);
    }
  });
});

describe('secure defaults', () => {
  /** What must stand in the snippet of a service. */
  const required: Readonly<Record<string, readonly RegExp[]>> = {
    'rds-relational-database-sqlite': [/engine\s+= "postgres"/, /storage_encrypted\s+= true/, /manage_master_user_password = true/, /deletion_protection\s+= true/, /backup_retention_period\s+= 7/, /"rds\.force_ssl"/, /publicly_accessible\s+= false/],
    'rds-relational-database-mysql': [/engine\s+= "mysql"/, /"require_secure_transport"/, /from_port\s+= 3306/],
    'elasticache-cache-redis': [/engine\s+= "valkey"/, /at_rest_encryption_enabled = true/, /transit_encryption_enabled = true/, /volatile-lru/],
    'elasticache-queue-redis': [/"noeviction"/],
    's3-': [/block_public_policy\s+= true/, /sse_algorithm = "AES256"/, /status = "Enabled"/, /DenyWithoutTls/, /abort_incomplete_multipart_upload/, /aws_s3_bucket_cors_configuration/],
    'cloudfront-': [/aws_cloudfront_origin_access_control/, /redirect-to-https/, /AWS:SourceArn/],
    'sqs-': [/deadLetterTargetArn = aws_sqs_queue\.failed_jobs\.arn/, /sqs_managed_sse_enabled/, /"failed_jobs"/, /ApproximateAgeOfOldestMessage/],
    'fargate-realtime-reverb': [/REVERB_SCALING_ENABLED", value = "true"/, /tls:\/\/\$\{var\.redis_host\}/, /idle_timeout\s+= 300/, /ELBSecurityPolicy-TLS13/, /application_secret_arn\}:REVERB_APP_SECRET::/],
    'fargate-realtime-socket-io': [/type\s+= "lb_cookie"/],
    'fargate-queue-redis': [/"queue:work"/],
    'eventbridge-scheduler-compute-php-fpm': [/"schedule:run"/, /iam:PassedToService/, /dead_letter_config/],
    'ec2-': [/http_tokens\s+= "required"/, /encrypted\s+= true/, /AmazonSSMManagedInstanceCore/],
    'ses-': [/tls_policy = "REQUIRE"/, /"COMPLAINT"/, /_dmarc/],
    'budgets-': [/FORECASTED/, /aws_ce_anomaly_monitor/],
    'cloudwatch-': [/retention_in_days = var\.log_retention_days/, /aws_cloudwatch_log_metric_filter/],
  };
  for (const [prefix, patterns] of Object.entries(required)) {
    it(prefix, () => {
      const found = terraform.filter(({ name }) => name.startsWith(prefix));
      assert.ok(found.length > 0);
      for (const { snippet } of found) for (const pattern of patterns) assert.match(snippet.text, pattern);
    });
  }

  it('asks for a second Availability Zone from the cloud-native phase on', () => {
    const inPhase = (phase: 'lift-and-shift' | 'cloud-native') => terraform.find(({ name }) => name === `rds-relational-database-sqlite-laravel-${phase}`)?.snippet.text ?? '';
    assert.match(inPhase('lift-and-shift'), /variable "database_multi_az" \{[^}]*default\s+= false/);
    assert.match(inPhase('cloud-native'), /variable "database_multi_az" \{[^}]*default\s+= true/);
  });
});

describe('Terraform', () => {
  function check(text: string): void {
    const declared = new Set([...text.matchAll(/^variable "(\w+)"/gm)].map(([, name]) => name));
    const used = new Set([...text.matchAll(/\bvar\.(\w+)/g)].map(([, name]) => name));
    assert.deepEqual([...used].sort(), [...declared].sort(), 'inputs');
    const blocks = [...text.matchAll(/^(resource|data) "(\w+)" "(\w+)"/gm)].map(([, kind, type, label]) => (kind === 'data' ? `data.${type}.${label}` : `${type}.${label}`));
    assert.deepEqual(blocks.filter((block, index) => blocks.indexOf(block) !== index), [], 'declared twice');
    for (const [reference] of text.matchAll(/\b(?:data\.)?aws_\w+\.\w+(?=[.[])/g)) assert.ok(blocks.includes(reference), reference);
    for (const block of blocks.filter((name) => name.startsWith('data.'))) assert.ok(text.includes(`${block}.`) || text.includes(`${block}[`), `${block} is not used`);
  }

  for (const { name, snippet } of terraform) {
    it(`${name} declares what it uses and uses what it declares`, () => {
      check(snippet.text);
    });
  }

  it('wires the services of a folder together and asks for the rest once', () => {
    const { files, missing, notes } = generateFolder(wholeApplication);
    check(files.map(({ text }) => text).join('\n'));
    assert.deepEqual(missing.map(({ service }) => service), ['opensearch']);
    assert.deepEqual(files.map(({ fileName }) => fileName), [
      'main.tf', 'variables.tf', 'clinic-vpc.tf', 'clinic-web.tf', 'clinic-reverb.tf', 'clinic-worker.tf', 'clinic-rds.tf', 'clinic-cache.tf', 'clinic-queue.tf', 'clinic-sqs.tf',
      'clinic-s3.tf', 'clinic-cloudfront.tf', 'clinic-ses.tf', 'clinic-secretsmanager.tf', 'clinic-parameter-store.tf', 'clinic-cloudwatch.tf', 'clinic-eventbridge-scheduler.tf', 'clinic-budgets.tf',
    ]);
    assert.ok(notes.length > 0);
    const text = (fileName: string): string => files.find((file) => file.fileName === fileName)?.text ?? '';
    assert.match(text('clinic-rds.tf'), /referenced_security_group_id = aws_security_group\.web\.id/);
    assert.match(text('clinic-rds.tf'), /subnet_ids = aws_subnet\.private\[\*\]\.id/);
    assert.match(text('clinic-reverb.tf'), /tls:\/\/\$\{aws_elasticache_replication_group\.cache\.primary_endpoint_address\}/);
    assert.match(text('clinic-worker.tf'), /security_groups\s+= \[aws_security_group\.worker\.id, aws_security_group\.web\.id\]/);
    assert.match(text('clinic-queue.tf'), /"noeviction"/);
    assert.match(text('clinic-cache.tf'), /"volatile-lru"/);
    assert.match(text('main.tf'), /region = "sa-east-1"/);
    assert.doesNotMatch(text('variables.tf'), /variable "vpc_id"/);
  });

  it('gives nothing for nothing', () => {
    assert.deepEqual(generateFolder([]), { files: [], notes: [], missing: [] });
  });
});

describe('CloudFormation', () => {
  const tags: readonly ScalarTag[] = ['!Ref', '!GetAtt', '!Sub'].map((tag) => ({ tag, resolve: (text: string) => ({ tag, text }) }));
  const collections = ['!If', '!Not', '!Equals', '!Join', '!Select', '!Cidr'].map((tag) => ({ tag, collection: 'seq' as const }));
  const scalars: readonly ScalarTag[] = [{ tag: '!GetAZs', resolve: (text: string) => text }];

  for (const { name, snippet } of cloudFormation) {
    it(`${name} is YAML whose references exist`, () => {
      const document = parseDocument(snippet.text, { customTags: [...tags, ...scalars, ...collections] });
      assert.deepEqual([...document.errors, ...document.warnings].map(({ message }) => message), []);
      const root = document.toJS() as { readonly Parameters?: object; readonly Resources: object; readonly Conditions?: object };
      const known = new Set([...Object.keys(root.Parameters ?? {}), ...Object.keys(root.Resources)]);
      const used = new Set<string>();
      for (const [, text] of snippet.text.matchAll(/!(?:Ref|GetAtt) ([\w:]+)/g)) used.add(text ?? '');
      for (const [line] of snippet.text.matchAll(/!Sub .*/g)) for (const [, text] of line.matchAll(/\$\{([\w:]+)/g)) used.add(text ?? '');
      for (const reference of used) if (!reference.startsWith('AWS::')) assert.ok(known.has(reference), reference);
      for (const parameter of Object.keys(root.Parameters ?? {})) assert.ok(used.has(parameter), `${parameter} is not used`);
      const conditions = Object.keys(root.Conditions ?? {});
      for (const [, condition] of snippet.text.matchAll(/!If\s*\n?\s*(?:\[|- )(\w+)|Condition: (\w+)/g)) if (condition !== undefined) assert.ok(conditions.includes(condition), condition);
    });
  }
});

describe('CDK', () => {
  for (const { name, snippet } of cdk) {
    it(`${name} is TypeScript that uses what it imports`, () => {
      const { diagnostics } = ts.transpileModule(snippet.text, { reportDiagnostics: true, compilerOptions: { target: ts.ScriptTarget.ES2022 } });
      assert.deepEqual((diagnostics ?? []).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')), []);
      for (const [, alias] of snippet.text.matchAll(/^import \* as (\w+)/gm)) assert.ok(new RegExp(`\\b${alias ?? ''}\\.`).test(snippet.text.replace(/^import.*$/gm, '')), `${alias ?? ''} is not used`);
      for (const [, property] of snippet.text.matchAll(/^ {2}readonly (\w+)\??:/gm)) assert.ok(snippet.text.includes(`props.${property ?? ''}`), `${property ?? ''} is not used`);
    });
  }
});
