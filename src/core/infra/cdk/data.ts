import { auroraEngine, databaseEngine, type DatabaseEngine } from '../databaseEngine';
import { databaseMachine } from '../machines';
import { cacheLabel, type SnippetContext } from '../snippet';
import { alarmModules, alarms, policy, properties, type CdkModule } from './stack';

const passwordComment = {
  en: 'Secrets Manager creates and keeps the password: it is in no file and no template.',
  'pt-br': 'O Secrets Manager cria e guarda a senha: ela não fica em arquivo nem template.',
};

function engineExpression({ engine, exactVersion, version }: DatabaseEngine): string {
  const of = (type: string): string => `rds.${type}.of('${exactVersion}', '${version}')`;
  switch (engine) {
    case 'postgres':
      return `rds.DatabaseInstanceEngine.postgres({ version: ${of('PostgresEngineVersion')} })`;
    case 'mysql':
      return `rds.DatabaseInstanceEngine.mysql({ version: ${of('MysqlEngineVersion')} })`;
    case 'mariadb':
      return `rds.DatabaseInstanceEngine.mariaDb({ version: ${of('MariaDbEngineVersion')} })`;
    default:
      return `rds.DatabaseInstanceEngine.sqlServerEx({ version: ${of('SqlServerEngineVersion')} })`;
  }
}

export function rds(context: SnippetContext): CdkModule | null {
  const engine = databaseEngine(context.technology);
  if (engine === undefined) return null;
  const { name, say, standby } = context;
  return {
    className: 'Database',
    core: ['Duration', 'RemovalPolicy'],
    modules: { ...alarmModules, cloudwatch: 'aws-cloudwatch', ec2: 'aws-ec2', rds: 'aws-rds' },
    properties: [properties.vpc, properties.applicationSecurityGroup, properties.alarmTopic],
    body: `
    const engine = ${engineExpression(engine)};
    const database = new rds.DatabaseInstance(this, 'Database', {
      instanceIdentifier: '${name}-database',
      engine,
      instanceType: new ec2.InstanceType('${databaseMachine(engine, context.machines).replace(/^db\./, '')}'),
      multiAz: ${String(standby && !engine.isSqlServer)},
      allocatedStorage: 20,
      maxAllocatedStorage: 200,
      storageType: rds.StorageType.GP3,
      storageEncrypted: true,
${engine.isSqlServer ? '' : "      databaseName: 'app',\n"}      // ${say(passwordComment)}
      credentials: rds.Credentials.fromGeneratedSecret('app'),
      vpc: props.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      publiclyAccessible: false,
      // ${say({ en: 'Connections without TLS are refused.', 'pt-br': 'Conexões sem TLS são recusadas.' })}
      parameterGroup: new rds.ParameterGroup(this, 'Parameters', { engine, parameters: { '${engine.forceTls[0]}': '${engine.forceTls[1]}' } }),
      backupRetention: Duration.days(7),
      preferredBackupWindow: '06:00-07:00',
      preferredMaintenanceWindow: 'sun:07:30-sun:08:30',
      autoMinorVersionUpgrade: true,
      copyTagsToSnapshot: true,
      cloudwatchLogsExports: [${engine.logs.map((log) => `'${log}'`).join(', ')}],
      deletionProtection: true,
      removalPolicy: RemovalPolicy.SNAPSHOT,
    });
    database.connections.allowDefaultPortFrom(props.applicationSecurityGroup);

${alarms([
  "database.metricCPUUtilization().createAlarm(this, 'Cpu', { threshold: 80, evaluationPeriods: 3 })",
  `database.metricFreeStorageSpace({ statistic: 'Minimum' }).createAlarm(this, 'Storage', { threshold: ${5 * 1024 ** 3}, evaluationPeriods: 1, comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD })`,
])}
`,
    outputs: [
      ['database_host', 'database.dbInstanceEndpointAddress'],
      ['database_secret_arn', "database.secret?.secretArn ?? ''"],
    ],
  };
}

export function auroraServerless(context: SnippetContext): CdkModule | null {
  const engine = auroraEngine(context.technology);
  if (engine === undefined) return null;
  const { name, say, standby } = context;
  const version =
    engine.port === 5432
      ? `rds.DatabaseClusterEngine.auroraPostgres({ version: rds.AuroraPostgresEngineVersion.of('${engine.version}', '${engine.version.split('.')[0] ?? ''}') })`
      : `rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.of('${engine.version}', '8.0') })`;
  return {
    className: 'Database',
    core: ['Duration', 'RemovalPolicy'],
    modules: { ...alarmModules, ec2: 'aws-ec2', rds: 'aws-rds' },
    properties: [properties.vpc, properties.applicationSecurityGroup, properties.alarmTopic],
    body: `
    const database = new rds.DatabaseCluster(this, 'Database', {
      clusterIdentifier: '${name}-database',
      engine: ${version},
      writer: rds.ClusterInstance.serverlessV2('Writer', { publiclyAccessible: false }),
${standby ? `      // ${say({ en: 'In another Availability Zone: takes over, and reads.', 'pt-br': 'Em outra Zona de Disponibilidade: assume, e lê.' })}\n      readers: [rds.ClusterInstance.serverlessV2('Standby', { publiclyAccessible: false, scaleWithWriter: true })],\n` : ''}      // ${say({ en: 'The upper limit is also the limit of the bill.', 'pt-br': 'O limite superior também é o limite da conta.' })}
      serverlessV2MinCapacity: 0.5,
      serverlessV2MaxCapacity: 8,
      storageEncrypted: true,
      defaultDatabaseName: 'app',
      // ${say(passwordComment)}
      credentials: rds.Credentials.fromGeneratedSecret('app'),
      vpc: props.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
      backup: { retention: Duration.days(7), preferredWindow: '06:00-07:00' },
      preferredMaintenanceWindow: 'sun:07:30-sun:08:30',
      copyTagsToSnapshot: true,
      cloudwatchLogsExports: ['${engine.log}'],
      deletionProtection: true,
      removalPolicy: RemovalPolicy.SNAPSHOT,
    });
    database.connections.allowDefaultPortFrom(props.applicationSecurityGroup);

${alarms(["database.metricACUUtilization().createAlarm(this, 'Capacity', { threshold: 90, evaluationPeriods: 3 })"])}
`,
    outputs: [
      ['database_host', 'database.clusterEndpoint.hostname'],
      ['database_reader_host', 'database.clusterReadEndpoint.hostname'],
      ['database_secret_arn', "database.secret?.secretArn ?? ''"],
    ],
  };
}

export function elasticache(context: SnippetContext): CdkModule {
  const { name, say, standby } = context;
  const isMemcached = context.technology === 'memcached';
  const port = isMemcached ? 11211 : 6379;
  const keepsJobs = context.need === 'queue';
  const network = `
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: props.vpc, description: 'Cache of ${name}', allowAllOutbound: false });
    securityGroup.addIngressRule(props.applicationSecurityGroup, ec2.Port.tcp(${port}), 'From the application');

    const subnets = new elasticache.CfnSubnetGroup(this, 'Subnets', {
      description: 'Private subnets of ${name}',
      subnetIds: props.vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }).subnetIds,
    });
`;
  const base = {
    className: context.need === 'queue' ? 'Queue' : 'Cache',
    core: [],
    modules: { ...alarmModules, cloudwatch: 'aws-cloudwatch', ec2: 'aws-ec2', elasticache: 'aws-elasticache' },
    properties: [properties.vpc, properties.applicationSecurityGroup, properties.alarmTopic],
  };
  if (isMemcached) {
    return {
      ...base,
      body: `${network}
    const cache = new elasticache.CfnCacheCluster(this, 'Cache', {
      clusterName: '${name}-${cacheLabel(context)}',
      engine: 'memcached',
      engineVersion: '1.6.22',
      cacheNodeType: '${context.machines.cache}',
      numCacheNodes: ${standby ? 2 : 1},
      azMode: '${standby ? 'cross-az' : 'single-az'}',
      port: ${port},
      cacheSubnetGroupName: subnets.ref,
      vpcSecurityGroupIds: [securityGroup.securityGroupId],
      preferredMaintenanceWindow: 'sun:07:30-sun:08:30',
      autoMinorVersionUpgrade: true,
    });

    const evictions = new cloudwatch.Metric({ namespace: 'AWS/ElastiCache', metricName: 'Evictions', statistic: 'Sum', dimensionsMap: { CacheClusterId: cache.ref } });
${alarms(["evictions.createAlarm(this, 'Evictions', { threshold: 1000, evaluationPeriods: 3 })"])}
`,
      outputs: [['cache_host', 'cache.attrConfigurationEndpointAddress']],
    };
  }
  return {
    ...base,
    body: `${network}
    const parameters = new elasticache.CfnParameterGroup(this, 'Parameters', {
      cacheParameterGroupFamily: 'valkey8',
      description: 'Valkey of ${name}',
      // ${
        keepsJobs
          ? say({ en: 'Jobs must never be evicted: a full queue refuses new ones instead.', 'pt-br': 'Tarefas nunca devem ser descartadas: uma fila cheia recusa novas.' })
          : say({ en: 'When memory is full, the keys that expire make room for new ones.', 'pt-br': 'Com a memória cheia, as chaves que expiram dão lugar às novas.' })
      }
      properties: { 'maxmemory-policy': '${keepsJobs ? 'noeviction' : 'volatile-lru'}' },
    });

    const cache = new elasticache.CfnReplicationGroup(this, 'Cache', {
      replicationGroupId: '${name}-cache',
      replicationGroupDescription: 'Valkey of ${name}',
      engine: 'valkey',
      engineVersion: '8.0',
      cacheParameterGroupName: parameters.ref,
      cacheNodeType: '${context.machines.cache}',
      numCacheClusters: ${standby ? 2 : 1},
      automaticFailoverEnabled: ${String(standby)},
      multiAzEnabled: ${String(standby)},
      port: ${port},
      cacheSubnetGroupName: subnets.ref,
      securityGroupIds: [securityGroup.securityGroupId],
      atRestEncryptionEnabled: true,
      transitEncryptionEnabled: true,
      snapshotRetentionLimit: 3,
      snapshotWindow: '06:00-07:00',
      preferredMaintenanceWindow: 'sun:07:30-sun:08:30',
      autoMinorVersionUpgrade: true,
    });

    const memory = new cloudwatch.Metric({ namespace: 'AWS/ElastiCache', metricName: 'DatabaseMemoryUsagePercentage', statistic: 'Maximum', dimensionsMap: { ReplicationGroupId: cache.ref } });
${alarms(["memory.createAlarm(this, 'Memory', { threshold: 80, evaluationPeriods: 3 })"])}
`,
    outputs: [[`${cacheLabel(context)}_host`, 'cache.attrPrimaryEndPointAddress']],
  };
}

export function dynamodb(context: SnippetContext): CdkModule {
  const { name, say } = context;
  const expires = context.need === 'cache' || context.need === 'sessions';
  const label = expires ? 'cache' : 'documents';
  const keys = expires
    ? `      partitionKey: { name: 'key', type: dynamodb.AttributeType.STRING },
      // ${say({ en: 'DynamoDB deletes what has expired, free of charge.', 'pt-br': 'O DynamoDB apaga o que expirou, sem custo.' })}
      timeToLiveAttribute: 'expires_at',
      removalPolicy: RemovalPolicy.DESTROY,`
    : `      partitionKey: { name: 'pk', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'sk', type: dynamodb.AttributeType.STRING },
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,`;
  return {
    className: expires ? 'Cache' : 'Documents',
    core: ['RemovalPolicy'],
    modules: { dynamodb: 'aws-dynamodb', iam: 'aws-iam' },
    properties: [properties.applicationRole],
    body: `
    const table = new dynamodb.TableV2(this, 'Table', {
      tableName: '${name}-${label}',
      billing: dynamodb.Billing.onDemand(),
      encryption: dynamodb.TableEncryptionV2.awsManagedKey(),
${keys}
    });
${policy(name, label)}
    table.grantReadWriteData(access);
`,
    outputs: [
      [`${label}_table`, 'table.tableName'],
      [`${label}_policy_arn`, 'access.managedPolicyArn'],
    ],
  };
}
