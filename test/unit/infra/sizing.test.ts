import assert from 'node:assert/strict';
import { createAnalysisSession, type Analysis } from '../../../src/core/analysis';
import { defaultWorkload } from '../../../src/core/architecture/workload';
import { dialects, generateFolder, generateSnippet, phaseInputs, type Dialect } from '../../../src/core/infra';
import { defaultSizing, type PhaseId, type Sizing } from '../../../src/core/model';
import { loadSnapshotPriceBook } from '../../../src/core/pricing';
import { application } from '../extension/fixture';
import { clinic, memoryReader } from '../panel/clinic';

const base = { dialect: 'terraform', need: 'relational-database', application, technology: 'postgresql', region: 'us-east-1', phase: 'cloud-native' } as const;

function textOf(dialect: Dialect, service: string, sizing: Partial<Sizing>, own: { readonly phase?: PhaseId; readonly technology?: string; readonly machines?: { readonly server: string } } = {}): string {
  return generateSnippet({ ...base, ...own, dialect, service, sizing: { ...defaultSizing, ...sizing } })?.text ?? '';
}

describe('sizes of generated code', () => {
  const cases: readonly (readonly [Dialect, string, Partial<Sizing>, RegExp])[] = [
    ['terraform', 'rds', {}, /default {5}= "db\.t4g\.small"[\s\S]*variable "database_multi_az" \{[^}]*default {5}= true/],
    ['terraform', 'rds', { multiAz: 'off', databaseClass: 'memory', architecture: 'x86' }, /default {5}= "db\.r6i\.large"[\s\S]*variable "database_multi_az" \{[^}]*default {5}= false/],
    ['cloudformation', 'rds', { multiAz: 'off', databaseClass: 'general' }, /Default: 'db\.m6g\.large'[\s\S]*MultiAZ: false/],
    ['cdk', 'rds', { multiAz: 'off', architecture: 'x86' }, /InstanceType\('t3\.small'\)[\s\S]*multiAz: false/],
    ['terraform', 'elasticache', { architecture: 'x86', multiAz: 'off' }, /default {5}= "cache\.t3\.small"[\s\S]*variable "cache_nodes" \{[^}]*default {5}= 1/],
    ['cloudformation', 'elasticache', { databaseClass: 'memory', multiAz: 'off' }, /Default: 'cache\.r6g\.large'[\s\S]*MultiAZEnabled: false/],
    ['cdk', 'elasticache', { databaseClass: 'general' }, /cacheNodeType: 'cache\.m6g\.large'[\s\S]*multiAzEnabled: true/],
    ['terraform', 'ec2', { architecture: 'x86' }, /al2023-ami-kernel-default-x86_64[\s\S]*default {5}= "t3\.small"/],
    ['cloudformation', 'ec2', { serverClass: 'general' }, /Default: 'm7g\.large'[\s\S]*al2023-ami-kernel-default-arm64/],
    ['cdk', 'ec2', { architecture: 'x86', serverClass: 'memory' }, /InstanceType\('r7i\.large'\)[\s\S]*AmazonLinuxCpuType\.X86_64/],
    ['terraform', 'fargate', { architecture: 'x86' }, /cpu_architecture {8}= "X86_64"/],
    ['cloudformation', 'fargate', { architecture: 'x86' }, /CpuArchitecture: X86_64/],
    ['cdk', 'fargate', { architecture: 'x86' }, /ecs\.CpuArchitecture\.X86_64/],
    ['terraform', 'fargate', {}, /cpu_architecture {8}= "ARM64"/],
    ['terraform', 'vpc', { multiAz: 'off' }, /variable "nat_gateways" \{[^}]*default {5}= 1/],
    ['cdk', 'vpc', { multiAz: 'on' }, /natGateways: 2/],
    ['terraform', 'aurora-serverless', { multiAz: 'off' }, /count = 1/],
  ];
  for (const [dialect, service, sizing, expected] of cases) {
    it(`${dialect} ${service} under ${JSON.stringify(sizing)}`, () => {
      assert.match(textOf(dialect, service, sizing), expected);
    });
  }

  it('leave copies of the application in two zones', () => {
    for (const dialect of dialects) assert.equal(textOf(dialect, 'fargate', { multiAz: 'off' }), textOf(dialect, 'fargate', {}));
  });

  it('keep SQL Server Express on the small Intel machine that it runs on', () => {
    assert.match(textOf('terraform', 'rds', { databaseClass: 'memory' }, { technology: 'sqlserver' }), /"db\.t3\.small"/);
  });

  it('take the image of the processors that a declared server has', () => {
    assert.match(textOf('terraform', 'ec2', { multiAz: 'on' }, { machines: { server: 't3.medium' } }), /default-x86_64[\s\S]*"t3\.medium"/);
  });

  it('are those that the phase is priced with', async () => {
    const sizing: Sizing = { multiAz: 'off', architecture: 'x86', serverClass: 'general', databaseClass: 'general' };
    const analysis: Analysis = await createAnalysisSession(
      { reader: memoryReader(clinic), loadPriceBook: loadSnapshotPriceBook, now: () => 0 },
      { region: 'us-east-1', workload: defaultWorkload, evaluation: 'local', freeTier: 'none', ruleSeverities: {}, exclude: [], include: [], sizing },
    ).scan();
    const usage = analysis.phases.find(({ id }) => id === 'cloud-native')?.architecture.usages.find(({ service }) => service === 'rds')?.usage;
    const texts = phaseInputs(analysis, { dialect: 'terraform', region: 'us-east-1', phase: 'cloud-native' }).flatMap(({ inputs }) => generateFolder(inputs).files.map(({ text }) => text)).join('\n');
    assert.match(String(usage?.['instance-type']), /^db\.m6i\./);
    assert.ok(texts.includes(`"${String(usage?.['instance-type'])}"`));
    assert.match(texts, /"X86_64"/);
  });
});
