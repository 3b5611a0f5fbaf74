import { ecsWorkload, type EcsWorkload } from '../ecsWorkload';
import { serverImage } from '../machines';
import type { SnippetContext } from '../snippet';
import { properties, type CdkModule, type StackProperty } from './stack';

const containerProperties: readonly StackProperty[] = [
  { name: 'image', type: 'ecs.ContainerImage', description: { en: 'Image of the application, such as ecs.ContainerImage.fromEcrRepository(repository, tag).', 'pt-br': 'Imagem da aplicação, como ecs.ContainerImage.fromEcrRepository(repository, tag).' } },
];
const secretProperty: StackProperty = {
  name: 'applicationSecret',
  type: 'secretsmanager.ISecret',
  description: { en: 'Secret with a JSON object whose keys are injected.', 'pt-br': 'Segredo com um objeto JSON cujas chaves são injetadas.' },
};
const certificateProperty: StackProperty = { name: 'certificate', type: 'acm.ICertificate', description: { en: 'Certificate of the domain.', 'pt-br': 'Certificado do domínio.' } };
const redisProperty: StackProperty = {
  name: 'redisHost',
  type: 'string',
  description: { en: 'Endpoint of ElastiCache, over which the tasks pass events to one another.', 'pt-br': 'Endpoint do ElastiCache, por onde as tarefas repassam eventos entre si.' },
};

const classNames = { web: 'Web', reverb: 'Reverb', realtime: 'Realtime', worker: 'Worker' } satisfies Record<EcsWorkload['label'], string>;

export function fargate(context: SnippetContext): CdkModule {
  const workload = ecsWorkload(context);
  const { label, port, secrets, usesRedis } = workload;
  return {
    className: classNames[label],
    core: ['Duration'],
    modules: {
      ...(port === null ? {} : { acm: 'aws-certificatemanager' }),
      ec2: 'aws-ec2',
      ecs: 'aws-ecs',
      ...(port === null ? {} : { elb: 'aws-elasticloadbalancingv2' }),
      logs: 'aws-logs',
      ...(secrets.length === 0 ? {} : { secretsmanager: 'aws-secretsmanager' }),
    },
    properties: [properties.vpc, ...(workload.joinsApplication ? [properties.applicationSecurityGroup] : []), ...containerProperties, ...(port === null ? [] : [certificateProperty]), ...(secrets.length === 0 ? [] : [secretProperty]), ...(usesRedis ? [redisProperty] : [])],
    body: `${service(context, workload)}${port === null ? '' : balancer(context, workload, port)}
    const scaling = service.autoScaleTaskCount({ minCapacity: ${context.highlyAvailable ? 2 : 1}, maxCapacity: 10 });
    scaling.scaleOnCpuUtilization('Cpu', { targetUtilizationPercent: 60 });
`,
    outputs: port === null ? [] : [[`${label}_balancer_domain`, 'balancer.loadBalancerDnsName']],
  };
}

function service({ name, highlyAvailable, machines }: SnippetContext, { label, port, command, environment, usesRedis, secrets, joinsApplication }: EcsWorkload): string {
  const variables = [...environment.map(([key, value]) => `        ${key}: '${value}',`), ...(usesRedis ? ['        REDIS_HOST: `tls://${props.redisHost}`,'] : [])];
  const options = [
    command === null ? '' : `      command: [${command.map((word) => `'${word}'`).join(', ')}],\n`,
    variables.length === 0 ? '' : `      environment: {\n${variables.join('\n')}\n      },\n`,
    secrets.length === 0 ? '' : `      secrets: {\n${secrets.map((key) => `        ${key}: ecs.Secret.fromSecretsManager(props.applicationSecret, '${key}'),`).join('\n')}\n      },\n`,
    port === null ? '' : `      portMappings: [{ containerPort: ${port} }],\n`,
  ].join('');
  return `
    const cluster = new ecs.Cluster(this, 'Cluster', {
      clusterName: '${name}-${label}',
      vpc: props.vpc,
      containerInsightsV2: ecs.ContainerInsights.${highlyAvailable ? 'ENABLED' : 'DISABLED'},
    });
    const task = new ecs.FargateTaskDefinition(this, 'Task', {
      family: '${name}-${label}',
      cpu: 512,
      memoryLimitMiB: 1024,
      runtimePlatform: { cpuArchitecture: ecs.CpuArchitecture.${machines.processor === 'arm' ? 'ARM64' : 'X86_64'}, operatingSystemFamily: ecs.OperatingSystemFamily.LINUX },
    });
    task.addContainer('app', {
      image: props.image,
      stopTimeout: Duration.seconds(120),
${options}      logging: ecs.LogDrivers.awsLogs({
        streamPrefix: 'app',
        mode: ecs.AwsLogDriverMode.NON_BLOCKING,
        logGroup: new logs.LogGroup(this, 'Logs', { logGroupName: '/${name}/${label}', retention: logs.RetentionDays.ONE_MONTH }),
      }),
    });
${joinsApplication ? groups(name, label) : ''}    const service = new ecs.FargateService(this, 'Service', {
      serviceName: '${name}-${label}',
      cluster,
      taskDefinition: task,
      desiredCount: ${highlyAvailable ? 2 : 1},
      minHealthyPercent: 100,
      assignPublicIp: false,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS },
${joinsApplication ? `      securityGroups: [securityGroup, applicationSecurityGroup],\n` : ''}      circuitBreaker: { rollback: true },
      propagateTags: ecs.PropagatedTagSource.SERVICE,
    });
`;
}

/** The application's group is joined as it is: rules of this service belong to its own. */
function groups(name: string, label: string): string {
  return `    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: props.vpc, description: 'Tasks of ${name} ${label}' });
    const applicationSecurityGroup = ec2.SecurityGroup.fromSecurityGroupId(this, 'Application', props.applicationSecurityGroup.securityGroupId, { mutable: false });
`;
}

function balancer({ name }: SnippetContext, { label, healthCheck, idleTimeout, sticky }: EcsWorkload, port: number): string {
  return `
    const balancer = new elb.ApplicationLoadBalancer(this, 'Balancer', {
      loadBalancerName: '${name}-${label}',
      vpc: props.vpc,
      internetFacing: true,
      idleTimeout: Duration.seconds(${idleTimeout}),
      dropInvalidHeaderFields: true,
      deletionProtection: true,
    });
    balancer.addRedirect();
    balancer
      .addListener('Https', { port: 443, certificates: [props.certificate], sslPolicy: elb.SslPolicy.TLS13_RES })
      .addTargets('Tasks', {
        protocol: elb.ApplicationProtocol.HTTP,
        port: ${port},
        targets: [service],
        deregistrationDelay: Duration.seconds(30),
${sticky ? '        stickinessCookieDuration: Duration.days(1),\n' : ''}        healthCheck: { path: '${healthCheck.path}', healthyHttpCodes: '${healthCheck.matcher}', interval: Duration.seconds(15), healthyThresholdCount: 2, unhealthyThresholdCount: 3 },
      });
`;
}

export function eventBridgeScheduler(context: SnippetContext): CdkModule {
  const { name, say, region } = context;
  const laravel = context.framework === 'laravel';
  return {
    className: 'Schedule',
    core: ['Duration', 'TimeZone'],
    modules: { ec2: 'aws-ec2', ecs: 'aws-ecs', scheduler: 'aws-scheduler', sqs: 'aws-sqs', targets: 'aws-scheduler-targets' },
    properties: [
      properties.vpc,
      properties.applicationSecurityGroup,
      { name: 'cluster', type: 'ecs.ICluster', description: { en: 'ECS cluster of the application.', 'pt-br': 'Cluster ECS da aplicação.' } },
      { name: 'task', type: 'ecs.FargateTaskDefinition', description: { en: 'Task definition whose container “app” holds the application.', 'pt-br': 'Definição de tarefa cujo contêiner “app” contém a aplicação.' } },
      ...(laravel ? [] : [{ name: 'command', type: 'string[]', description: { en: 'Command that a tick runs.', 'pt-br': 'Comando que cada disparo executa.' } }]),
    ],
    body: `
    // ${say({ en: 'A tick that could not start is kept here instead of vanishing.', 'pt-br': 'Um disparo que não pôde iniciar fica guardado aqui em vez de sumir.' })}
    const missed = new sqs.Queue(this, 'Missed', { retentionPeriod: Duration.days(14), encryption: sqs.QueueEncryption.SQS_MANAGED, enforceSSL: true });

    new scheduler.Schedule(this, 'Schedule', {
      scheduleName: '${name}-schedule',
      schedule: scheduler.ScheduleExpression.cron({ minute: '${laravel ? '*' : '*/5'}', timeZone: TimeZone.${region === 'sa-east-1' ? 'AMERICA_SAO_PAULO' : 'ETC_UTC'} }),
      target: new targets.EcsRunFargateTask(props.cluster, {
        taskDefinition: props.task,
        taskCount: 1,
        assignPublicIp: false,
        vpcSubnets: props.vpc.selectSubnets({ subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS }),
        securityGroups: [props.applicationSecurityGroup],
        input: scheduler.ScheduleTargetInput.fromObject({
          containerOverrides: [{ name: 'app', command: ${laravel ? "['php', 'artisan', 'schedule:run']" : 'props.command'} }],
        }),
        deadLetterQueue: missed,
        maxEventAge: Duration.minutes(2),
        retryAttempts: 2,
      }),
    });
`,
    outputs: [],
  };
}

export function vpc({ name, say, standby }: SnippetContext): CdkModule {
  return {
    className: 'Network',
    core: [],
    modules: { ec2: 'aws-ec2' },
    properties: [],
    body: `
    const vpc = new ec2.Vpc(this, 'Vpc', {
      vpcName: '${name}',
      ipAddresses: ec2.IpAddresses.cidr('10.20.0.0/16'),
      maxAzs: 2,
      // ${say({ en: 'Each is billed by the hour and by the gigabyte.', 'pt-br': 'Cada um é cobrado por hora e por gigabyte.' })}
      natGateways: ${standby ? 2 : 1},
      restrictDefaultSecurityGroup: true,
      // ${say({ en: 'S3 and DynamoDB without NAT: free of charge.', 'pt-br': 'S3 e DynamoDB sem NAT: sem custo.' })}
      gatewayEndpoints: {
        s3: { service: ec2.GatewayVpcEndpointAwsService.S3 },
        dynamodb: { service: ec2.GatewayVpcEndpointAwsService.DYNAMODB },
      },
      subnetConfiguration: [
        { name: 'public', subnetType: ec2.SubnetType.PUBLIC, cidrMask: 20, mapPublicIpOnLaunch: false },
        { name: 'private', subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
      ],
    });
`,
    outputs: [
      ['vpc_id', 'vpc.vpcId'],
      ['public_subnet_ids', "vpc.publicSubnets.map(({ subnetId }) => subnetId).join(',')"],
      ['private_subnet_ids', "vpc.privateSubnets.map(({ subnetId }) => subnetId).join(',')"],
    ],
  };
}

export function ec2({ name, say, machines }: SnippetContext): CdkModule {
  return {
    className: 'Server',
    core: [],
    modules: { ec2: 'aws-ec2' },
    properties: [properties.vpc],
    body: `
    const securityGroup = new ec2.SecurityGroup(this, 'SecurityGroup', { vpc: props.vpc, description: 'Server of ${name}' });
    for (const port of [80, 443]) securityGroup.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(port), 'Browsers');

    const server = new ec2.Instance(this, 'Server', {
      instanceName: '${name}-server',
      vpc: props.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PUBLIC },
      instanceType: new ec2.InstanceType('${machines.server}'),
      machineImage: ec2.MachineImage.latestAmazonLinux2023({ cpuType: ec2.AmazonLinuxCpuType.${serverImage(machines).image === 'arm64' ? 'ARM_64' : 'X86_64'}, cachedInContext: true }),
      securityGroup,
      // ${say({ en: 'A shell by Session Manager: no SSH port, no key.', 'pt-br': 'Terminal pelo Session Manager: sem porta SSH, sem chave.' })}
      ssmSessionPermissions: true,
      // ${say({ en: 'IMDSv2 only: a request forged through the application cannot fetch credentials.', 'pt-br': 'Só IMDSv2: uma requisição forjada através da aplicação não obtém credenciais.' })}
      requireImdsv2: true,
      disableApiTermination: true,
      blockDevices: [{ deviceName: '/dev/xvda', volume: ec2.BlockDeviceVolume.ebs(30, { volumeType: ec2.EbsDeviceVolumeType.GP3, encrypted: true }) }],
    });
    const address = new ec2.CfnEIP(this, 'Address', { domain: 'vpc', instanceId: server.instanceId });
`,
    outputs: [
      ['server_address', 'address.ref'],
      ['server_security_group_id', 'securityGroup.securityGroupId'],
    ],
  };
}
