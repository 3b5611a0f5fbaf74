import { auroraEngine, databaseEngine } from '../databaseEngine';
import { databaseMachine } from '../machines';
import { cacheLabel, type SnippetContext } from '../snippet';
import { alarm, applicationOnly, parameters, tags, type CloudFormationModule, type TemplateParameter } from './template';

const passwordComment = {
  en: 'RDS creates the password and keeps it in Secrets Manager: it is in no template and no parameter.',
  'pt-br': 'O RDS cria a senha e a guarda no Secrets Manager: ela não fica em template nem parâmetro.',
};

export function rds(context: SnippetContext): CloudFormationModule | null {
  const engine = databaseEngine(context.technology);
  if (engine === undefined) return null;
  const { name, say } = context;
  const instanceClass: TemplateParameter = {
    name: 'DatabaseInstanceClass',
    type: 'String',
    default: databaseMachine(engine, context.machines),
    description: { en: 'Size of the database instance.', 'pt-br': 'Tamanho da instância do banco.' },
  };
  return {
    parameters: [parameters.vpc, parameters.privateSubnets, parameters.applicationSecurityGroup, instanceClass, parameters.alarmTopic],
    resources: `
  DatabaseSubnets:
    Type: AWS::RDS::DBSubnetGroup
    Properties:
      DBSubnetGroupDescription: Private subnets of ${name}
      SubnetIds: !Ref PrivateSubnetIds
${tags(name)}
${applicationOnly('DatabaseSecurityGroup', name, 'Database', engine.port)}
  DatabaseParameters:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Description: ${engine.label} of ${name}
      Family: ${engine.family}
      # ${say({ en: 'Connections without TLS are refused.', 'pt-br': 'Conexões sem TLS são recusadas.' })}
      Parameters:
        ${engine.forceTls[0]}: '${engine.forceTls[1]}'
${tags(name)}
  Database:
    Type: AWS::RDS::DBInstance
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      DBInstanceIdentifier: ${name}-database
      Engine: ${engine.engine}
      EngineVersion: '${engine.exactVersion}'
      DBInstanceClass: !Ref DatabaseInstanceClass
      MultiAZ: ${String(context.standby && !engine.isSqlServer)}
      AllocatedStorage: '20'
      MaxAllocatedStorage: 200
      StorageType: gp3
      StorageEncrypted: true
${engine.isSqlServer ? '' : '      DBName: app\n'}      MasterUsername: app
      # ${say(passwordComment)}
      ManageMasterUserPassword: true
      DBSubnetGroupName: !Ref DatabaseSubnets
      DBParameterGroupName: !Ref DatabaseParameters
      VPCSecurityGroups: [!Ref DatabaseSecurityGroup]
      PubliclyAccessible: false
      BackupRetentionPeriod: 7
      PreferredBackupWindow: 06:00-07:00
      PreferredMaintenanceWindow: sun:07:30-sun:08:30
      AutoMinorVersionUpgrade: true
      CopyTagsToSnapshot: true
      DeletionProtection: true
      EnableCloudwatchLogsExports: [${engine.logs.join(', ')}]
${tags(name)}
${alarm({ id: 'DatabaseCpuAlarm', namespace: 'AWS/RDS', metric: 'CPUUtilization', statistic: 'Average', comparison: 'GreaterThanThreshold', threshold: 80, periods: 3, dimension: ['DBInstanceIdentifier', '!Ref Database'] })}
${alarm({ id: 'DatabaseStorageAlarm', namespace: 'AWS/RDS', metric: 'FreeStorageSpace', statistic: 'Minimum', comparison: 'LessThanThreshold', threshold: 5 * 1024 ** 3, periods: 1, dimension: ['DBInstanceIdentifier', '!Ref Database'] })}
`,
    outputs: [
      ['database_host', '!GetAtt Database.Endpoint.Address'],
      ['database_secret_arn', '!GetAtt Database.MasterUserSecret.SecretArn'],
    ],
  };
}

export function auroraServerless(context: SnippetContext): CloudFormationModule | null {
  const engine = auroraEngine(context.technology);
  if (engine === undefined) return null;
  const { name, say } = context;
  const instance = (id: string): string => `  ${id}:
    Type: AWS::RDS::DBInstance
    Properties:
      DBClusterIdentifier: !Ref DatabaseCluster
      Engine: ${engine.engine}
      DBInstanceClass: db.serverless
      PubliclyAccessible: false
      AutoMinorVersionUpgrade: true
${tags(name)}
`;
  return {
    parameters: [
      parameters.vpc,
      parameters.privateSubnets,
      parameters.applicationSecurityGroup,
      {
        name: 'DatabaseMinimumAcu',
        type: 'Number',
        default: 0.5,
        description: {
          en: 'Capacity when idle. 0 pauses the database after a while; the next request then waits for some seconds.',
          'pt-br': 'Capacidade quando ociosa. 0 pausa o banco depois de um tempo; a próxima requisição espera alguns segundos.',
        },
      },
      { name: 'DatabaseMaximumAcu', type: 'Number', default: 8, description: { en: 'Capacity at the peak: also the limit of the bill.', 'pt-br': 'Capacidade no pico: também o limite da conta.' } },
      parameters.alarmTopic,
    ],
    resources: `
  DatabaseSubnets:
    Type: AWS::RDS::DBSubnetGroup
    Properties:
      DBSubnetGroupDescription: Private subnets of ${name}
      SubnetIds: !Ref PrivateSubnetIds
${tags(name)}
${applicationOnly('DatabaseSecurityGroup', name, 'Database', engine.port)}
  DatabaseCluster:
    Type: AWS::RDS::DBCluster
    DeletionPolicy: Snapshot
    UpdateReplacePolicy: Snapshot
    Properties:
      DBClusterIdentifier: ${name}-database
      Engine: ${engine.engine}
      EngineVersion: '${engine.version}'
      StorageEncrypted: true
      DatabaseName: app
      MasterUsername: app
      # ${say(passwordComment)}
      ManageMasterUserPassword: true
      DBSubnetGroupName: !Ref DatabaseSubnets
      VpcSecurityGroupIds: [!Ref DatabaseSecurityGroup]
      BackupRetentionPeriod: 7
      PreferredBackupWindow: 06:00-07:00
      PreferredMaintenanceWindow: sun:07:30-sun:08:30
      CopyTagsToSnapshot: true
      DeletionProtection: true
      EnableCloudwatchLogsExports: [${engine.log}]
      ServerlessV2ScalingConfiguration:
        MinCapacity: !Ref DatabaseMinimumAcu
        MaxCapacity: !Ref DatabaseMaximumAcu
${tags(name)}
${instance('DatabaseWriter')}${context.standby ? instance('DatabaseStandby') : ''}${alarm({ id: 'DatabaseCapacityAlarm', namespace: 'AWS/RDS', metric: 'ACUUtilization', statistic: 'Average', comparison: 'GreaterThanThreshold', threshold: 90, periods: 3, dimension: ['DBClusterIdentifier', '!Ref DatabaseCluster'] })}
`,
    outputs: [
      ['database_host', '!GetAtt DatabaseCluster.Endpoint.Address'],
      ['database_reader_host', '!GetAtt DatabaseCluster.ReadEndpoint.Address'],
      ['database_secret_arn', '!GetAtt DatabaseCluster.MasterUserSecret.SecretArn'],
    ],
  };
}

function nodeType({ machines }: SnippetContext): TemplateParameter {
  return { name: 'CacheNodeType', type: 'String', default: machines.cache, description: { en: 'Size of a cache node.', 'pt-br': 'Tamanho de um nó do cache.' } };
}

export function elasticache(context: SnippetContext): CloudFormationModule {
  const { name, say } = context;
  const isMemcached = context.technology === 'memcached';
  const subnets = `
  CacheSubnets:
    Type: AWS::ElastiCache::SubnetGroup
    Properties:
      Description: Private subnets of ${name}
      SubnetIds: !Ref PrivateSubnetIds
${tags(name)}
${applicationOnly('CacheSecurityGroup', name, 'Cache', isMemcached ? 11211 : 6379)}`;
  const shared = [parameters.vpc, parameters.privateSubnets, parameters.applicationSecurityGroup, nodeType(context), parameters.alarmTopic];
  if (isMemcached) {
    return {
      parameters: shared,
      resources: `${subnets}
  Cache:
    Type: AWS::ElastiCache::CacheCluster
    Properties:
      ClusterName: ${name}-cache
      Engine: memcached
      EngineVersion: 1.6.22
      CacheNodeType: !Ref CacheNodeType
      NumCacheNodes: ${context.standby ? 2 : 1}
      AZMode: ${context.standby ? 'cross-az' : 'single-az'}
      Port: 11211
      CacheSubnetGroupName: !Ref CacheSubnets
      VpcSecurityGroupIds: [!GetAtt CacheSecurityGroup.GroupId]
      PreferredMaintenanceWindow: sun:07:30-sun:08:30
      AutoMinorVersionUpgrade: true
${tags(name)}
${alarm({ id: 'CacheEvictionsAlarm', namespace: 'AWS/ElastiCache', metric: 'Evictions', statistic: 'Sum', comparison: 'GreaterThanThreshold', threshold: 1000, periods: 3, dimension: ['CacheClusterId', '!Ref Cache'] })}
`,
      outputs: [['cache_host', '!GetAtt Cache.ConfigurationEndpoint.Address']],
    };
  }
  const keepsJobs = context.need === 'queue';
  return {
    parameters: shared,
    resources: `${subnets}
  CacheParameters:
    Type: AWS::ElastiCache::ParameterGroup
    Properties:
      CacheParameterGroupFamily: valkey8
      Description: Valkey of ${name}
      # ${
        keepsJobs
          ? say({ en: 'Jobs must never be evicted: a full queue refuses new ones instead.', 'pt-br': 'Tarefas nunca devem ser descartadas: uma fila cheia recusa novas.' })
          : say({ en: 'When memory is full, the keys that expire make room for new ones.', 'pt-br': 'Com a memória cheia, as chaves que expiram dão lugar às novas.' })
      }
      Properties:
        maxmemory-policy: ${keepsJobs ? 'noeviction' : 'volatile-lru'}
${tags(name)}
  Cache:
    Type: AWS::ElastiCache::ReplicationGroup
    Properties:
      ReplicationGroupId: ${name}-${cacheLabel(context)}
      ReplicationGroupDescription: Valkey of ${name}
      Engine: valkey
      EngineVersion: '8.0'
      CacheParameterGroupName: !Ref CacheParameters
      CacheNodeType: !Ref CacheNodeType
      NumCacheClusters: ${context.standby ? 2 : 1}
      AutomaticFailoverEnabled: ${String(context.standby)}
      MultiAZEnabled: ${String(context.standby)}
      Port: 6379
      CacheSubnetGroupName: !Ref CacheSubnets
      SecurityGroupIds: [!GetAtt CacheSecurityGroup.GroupId]
      AtRestEncryptionEnabled: true
      TransitEncryptionEnabled: true
      SnapshotRetentionLimit: 3
      SnapshotWindow: 06:00-07:00
      PreferredMaintenanceWindow: sun:07:30-sun:08:30
      AutoMinorVersionUpgrade: true
${tags(name)}
${alarm({ id: 'CacheMemoryAlarm', namespace: 'AWS/ElastiCache', metric: 'DatabaseMemoryUsagePercentage', statistic: 'Maximum', comparison: 'GreaterThanThreshold', threshold: 80, periods: 3, dimension: ['ReplicationGroupId', '!Ref Cache'] })}
`,
    outputs: [[`${cacheLabel(context)}_host`, '!GetAtt Cache.PrimaryEndPoint.Address']],
  };
}

export function dynamodb(context: SnippetContext): CloudFormationModule {
  const { name, say } = context;
  const expires = context.need === 'cache' || context.need === 'sessions';
  const label = expires ? 'cache' : 'documents';
  const keys = expires ? [['key', 'HASH']] : [['pk', 'HASH'], ['sk', 'RANGE']];
  const retention = expires ? '' : '    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain\n';
  const expiry = expires
    ? `      # ${say({ en: 'DynamoDB deletes what has expired, free of charge.', 'pt-br': 'O DynamoDB apaga o que expirou, sem custo.' })}
      TimeToLiveSpecification:
        AttributeName: expires_at
        Enabled: true
`
    : `      PointInTimeRecoverySpecification:
        PointInTimeRecoveryEnabled: true
      DeletionProtectionEnabled: true
`;
  return {
    parameters: [],
    resources: `
  Table:
    Type: AWS::DynamoDB::Table
${retention}    Properties:
      TableName: ${name}-${label}
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
${keys.map(([key]) => `        - AttributeName: ${key ?? ''}\n          AttributeType: S`).join('\n')}
      KeySchema:
${keys.map(([key, type]) => `        - AttributeName: ${key ?? ''}\n          KeyType: ${type ?? ''}`).join('\n')}
      SSESpecification:
        SSEEnabled: true
${expiry}${tags(name)}
  # ${say({ en: 'For the role of the application.', 'pt-br': 'Para a role da aplicação.' })}
  TableAccess:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Description: Reads and writes the table of ${name}
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action:
              - dynamodb:GetItem
              - dynamodb:BatchGetItem
              - dynamodb:Query
              - dynamodb:PutItem
              - dynamodb:UpdateItem
              - dynamodb:DeleteItem
              - dynamodb:BatchWriteItem
            Resource: !GetAtt Table.Arn
`,
    outputs: [
      [`${label}_table`, '!Ref Table'],
      [`${label}_policy_arn`, '!Ref TableAccess'],
    ],
  };
}
