import { ecsWorkload } from '../ecsWorkload';
import { serverImage } from '../machines';
import type { SnippetContext } from '../snippet';
import { parameters, quoted, tags, type CloudFormationModule, type TemplateParameter } from './template';

const image: TemplateParameter = { name: 'ContainerImage', type: 'String', description: { en: 'Image of the application in ECR, with its tag.', 'pt-br': 'Imagem da aplicação no ECR, com a tag.' } };
const certificate: TemplateParameter = { name: 'CertificateArn', type: 'String', description: { en: 'Certificate of the domain (ACM, in the same region).', 'pt-br': 'Certificado do domínio (ACM, na mesma região).' } };
const secret: TemplateParameter = {
  name: 'ApplicationSecretArn',
  type: 'String',
  description: { en: 'Secret in Secrets Manager, a JSON object with the keys that are injected.', 'pt-br': 'Segredo no Secrets Manager, um objeto JSON com as chaves injetadas.' },
};
const redis: TemplateParameter = {
  name: 'RedisHost',
  type: 'String',
  description: { en: 'Endpoint of ElastiCache, over which the tasks pass events to one another.', 'pt-br': 'Endpoint do ElastiCache, por onde as tarefas repassam eventos entre si.' },
};

export function fargate(context: SnippetContext): CloudFormationModule {
  const workload = ecsWorkload(context);
  const { label, port, command, secrets, usesRedis } = workload;
  const { name, say, highlyAvailable, machines } = context;
  const environment = [...workload.environment.map(([key, value]) => [key, quoted(value)] as const), ...(usesRedis ? [['REDIS_HOST', '!Sub tls://${RedisHost}'] as const] : [])];
  const container = [
    command === null ? '' : `          Command: [${command.map((word) => quoted(word)).join(', ')}]\n`,
    environment.length === 0 ? '' : `          Environment:\n${environment.map(([key, value]) => `            - Name: ${key}\n              Value: ${value}\n`).join('')}`,
    secrets.length === 0 ? '' : `          Secrets:\n${secrets.map((key) => `            - Name: ${key}\n              ValueFrom: !Sub '\${ApplicationSecretArn}:${key}::'\n`).join('')}`,
    port === null ? '' : `          PortMappings:\n            - ContainerPort: ${port}\n              Protocol: tcp\n`,
  ].join('');
  const readSecret =
    secrets.length === 0
      ? ''
      : `
      Policies:
        - PolicyName: read-secret
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: secretsmanager:GetSecretValue
                Resource: !Ref ApplicationSecretArn`;
  const trust = `      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: ecs-tasks.amazonaws.com
            Action: sts:AssumeRole`;
  return {
    parameters: [parameters.vpc, ...(port === null ? [] : [parameters.publicSubnets]), parameters.privateSubnets, ...(workload.joinsApplication ? [parameters.applicationSecurityGroup] : []), image, ...(port === null ? [] : [certificate]), ...(secrets.length === 0 ? [] : [secret]), ...(usesRedis ? [redis] : [])],
    resources: `
  Logs:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
      LogGroupName: /${name}/${label}
      RetentionInDays: 30
${tags(name)}
  # ${say({ en: 'Starts the task: pulls the image, writes logs, injects secrets.', 'pt-br': 'Inicia a tarefa: baixa a imagem, escreve logs, injeta segredos.' })}
  ExecutionRole:
    Type: AWS::IAM::Role
    Properties:
${trust}
      ManagedPolicyArns:
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy${readSecret}
${tags(name)}
  # ${say({ en: 'What the application itself may do: attach the policies of its bucket and queue.', 'pt-br': 'O que a própria aplicação pode fazer: anexe as políticas do bucket e da fila.' })}
  TaskRole:
    Type: AWS::IAM::Role
    Properties:
${trust}
${tags(name)}
  Cluster:
    Type: AWS::ECS::Cluster
    Properties:
      ClusterName: ${name}-${label}
      ClusterSettings:
        - Name: containerInsights
          Value: ${highlyAvailable ? 'enabled' : 'disabled'}
${tags(name)}
  TaskDefinition:
    Type: AWS::ECS::TaskDefinition
    Properties:
      Family: ${name}-${label}
      RequiresCompatibilities: [FARGATE]
      NetworkMode: awsvpc
      Cpu: '512'
      Memory: '1024'
      ExecutionRoleArn: !GetAtt ExecutionRole.Arn
      TaskRoleArn: !GetAtt TaskRole.Arn
      RuntimePlatform:
        OperatingSystemFamily: LINUX
        CpuArchitecture: ${machines.processor === 'arm' ? 'ARM64' : 'X86_64'}
      ContainerDefinitions:
        - Name: app
          Image: !Ref ContainerImage
          Essential: true
          StopTimeout: 120
${container}          LogConfiguration:
            LogDriver: awslogs
            Options:
              awslogs-group: !Ref Logs
              awslogs-region: !Ref AWS::Region
              awslogs-stream-prefix: app
              mode: non-blocking
${tags(name)}
  TaskSecurityGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Tasks of ${name} ${label}
      VpcId: !Ref VpcId
${tags(name)}
${port === null ? '' : balancer(context, port)}  Service:
    Type: AWS::ECS::Service
${port === null ? '' : '    DependsOn: HttpsListener\n'}    Properties:
      ServiceName: ${name}-${label}
      Cluster: !Ref Cluster
      TaskDefinition: !Ref TaskDefinition
      LaunchType: FARGATE
      DesiredCount: ${highlyAvailable ? 2 : 1}
      PropagateTags: SERVICE
      DeploymentConfiguration:
        DeploymentCircuitBreaker:
          Enable: true
          Rollback: true
      NetworkConfiguration:
        AwsvpcConfiguration:
          Subnets: !Ref PrivateSubnetIds
          SecurityGroups: [!Ref TaskSecurityGroup${workload.joinsApplication ? ', !Ref ApplicationSecurityGroupId' : ''}]
          AssignPublicIp: DISABLED
${port === null ? '' : `      LoadBalancers:\n        - TargetGroupArn: !Ref TargetGroup\n          ContainerName: app\n          ContainerPort: ${port}\n`}${tags(name)}
  ScalableTarget:
    Type: AWS::ApplicationAutoScaling::ScalableTarget
    Properties:
      ServiceNamespace: ecs
      ScalableDimension: ecs:service:DesiredCount
      ResourceId: !Sub service/\${Cluster}/\${Service.Name}
      MinCapacity: ${highlyAvailable ? 2 : 1}
      MaxCapacity: 10
  ScalingPolicy:
    Type: AWS::ApplicationAutoScaling::ScalingPolicy
    Properties:
      PolicyName: cpu
      PolicyType: TargetTrackingScaling
      ScalingTargetId: !Ref ScalableTarget
      TargetTrackingScalingPolicyConfiguration:
        TargetValue: 60
        PredefinedMetricSpecification:
          PredefinedMetricType: ECSServiceAverageCPUUtilization
`,
    outputs: [[`${label}_security_group_id`, '!Ref TaskSecurityGroup'], ...(port === null ? [] : [[`${label}_balancer_domain`, '!GetAtt LoadBalancer.DNSName'] as const])],
  };
}

function balancer(context: SnippetContext, port: number): string {
  const { name } = context;
  const { label, healthCheck, idleTimeout, sticky } = ecsWorkload(context);
  const stickiness = sticky
    ? `        - Key: stickiness.enabled
          Value: 'true'
        - Key: stickiness.type
          Value: lb_cookie
`
    : '';
  return `  BalancerSecurityGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Load balancer of ${name} ${label}
      VpcId: !Ref VpcId
      SecurityGroupIngress:
        - Description: Browsers, sent on to HTTPS
          CidrIp: 0.0.0.0/0
          IpProtocol: tcp
          FromPort: 80
          ToPort: 80
        - Description: Browsers
          CidrIp: 0.0.0.0/0
          IpProtocol: tcp
          FromPort: 443
          ToPort: 443
${tags(name)}
  TaskIngress:
    Type: AWS::EC2::SecurityGroupIngress
    Properties:
      GroupId: !Ref TaskSecurityGroup
      Description: Load balancer
      SourceSecurityGroupId: !Ref BalancerSecurityGroup
      IpProtocol: tcp
      FromPort: ${port}
      ToPort: ${port}
  LoadBalancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Name: ${name}-${label}
      Type: application
      Scheme: internet-facing
      Subnets: !Ref PublicSubnetIds
      SecurityGroups: [!Ref BalancerSecurityGroup]
      LoadBalancerAttributes:
        - Key: idle_timeout.timeout_seconds
          Value: '${idleTimeout}'
        - Key: routing.http.drop_invalid_header_fields.enabled
          Value: 'true'
        - Key: deletion_protection.enabled
          Value: 'true'
${tags(name)}
  TargetGroup:
    Type: AWS::ElasticLoadBalancingV2::TargetGroup
    Properties:
      Name: ${name}-${label}
      VpcId: !Ref VpcId
      TargetType: ip
      Protocol: HTTP
      Port: ${port}
      HealthCheckPath: ${healthCheck.path}
      HealthCheckIntervalSeconds: 15
      HealthyThresholdCount: 2
      UnhealthyThresholdCount: 3
      Matcher:
        HttpCode: '${healthCheck.matcher}'
      TargetGroupAttributes:
        - Key: deregistration_delay.timeout_seconds
          Value: '30'
${stickiness}${tags(name)}
  HttpsListener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: 443
      Protocol: HTTPS
      SslPolicy: ELBSecurityPolicy-TLS13-1-2-2021-06
      Certificates:
        - CertificateArn: !Ref CertificateArn
      DefaultActions:
        - Type: forward
          TargetGroupArn: !Ref TargetGroup
  HttpListener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref LoadBalancer
      Port: 80
      Protocol: HTTP
      DefaultActions:
        - Type: redirect
          RedirectConfig:
            Protocol: HTTPS
            Port: '443'
            StatusCode: HTTP_301
`;
}

export function ec2({ name, say, machines }: SnippetContext): CloudFormationModule {
  const { image, label } = serverImage(machines);
  return {
    parameters: [
      parameters.vpc,
      { name: 'PublicSubnetId', type: 'AWS::EC2::Subnet::Id', description: { en: 'Public subnet of the server.', 'pt-br': 'Sub-rede pública do servidor.' } },
      { name: 'ServerInstanceType', type: 'String', default: machines.server, description: { en: `Size of the server (${label}).`, 'pt-br': `Tamanho do servidor (${label}).` } },
      { name: 'ServerDiskGb', type: 'Number', default: 30, description: { en: 'Size of its disk.', 'pt-br': 'Tamanho do disco.' } },
      {
        name: 'ServerImage',
        type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>',
        default: `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${image}`,
        description: { en: 'Operating system; a newer image replaces the server at the next update.', 'pt-br': 'Sistema operacional; uma imagem mais nova substitui o servidor na próxima atualização.' },
      },
    ],
    resources: `
  ServerSecurityGroup:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Server of ${name}
      VpcId: !Ref VpcId
      SecurityGroupIngress:
        - Description: Browsers
          CidrIp: 0.0.0.0/0
          IpProtocol: tcp
          FromPort: 80
          ToPort: 80
        - Description: Browsers
          CidrIp: 0.0.0.0/0
          IpProtocol: tcp
          FromPort: 443
          ToPort: 443
${tags(name)}
  # ${say({ en: 'A shell by Session Manager: no SSH port, no key.', 'pt-br': 'Terminal pelo Session Manager: sem porta SSH, sem chave.' })}
  ServerRole:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal:
              Service: ec2.amazonaws.com
            Action: sts:AssumeRole
      ManagedPolicyArns:
        - !Sub arn:\${AWS::Partition}:iam::aws:policy/AmazonSSMManagedInstanceCore
${tags(name)}
  ServerProfile:
    Type: AWS::IAM::InstanceProfile
    Properties:
      Roles: [!Ref ServerRole]
  ServerTemplate:
    Type: AWS::EC2::LaunchTemplate
    Properties:
      LaunchTemplateData:
        # ${say({ en: 'IMDSv2 only: a request forged through the application cannot fetch credentials.', 'pt-br': 'Só IMDSv2: uma requisição forjada através da aplicação não obtém credenciais.' })}
        MetadataOptions:
          HttpEndpoint: enabled
          HttpTokens: required
          HttpPutResponseHopLimit: 2
  Server:
    Type: AWS::EC2::Instance
    Properties:
      ImageId: !Ref ServerImage
      InstanceType: !Ref ServerInstanceType
      SubnetId: !Ref PublicSubnetId
      SecurityGroupIds: [!Ref ServerSecurityGroup]
      IamInstanceProfile: !Ref ServerProfile
      DisableApiTermination: true
      LaunchTemplate:
        LaunchTemplateId: !Ref ServerTemplate
        Version: !GetAtt ServerTemplate.LatestVersionNumber
      BlockDeviceMappings:
        - DeviceName: /dev/xvda
          Ebs:
            VolumeType: gp3
            VolumeSize: !Ref ServerDiskGb
            Encrypted: true
${tags(name, { Name: `${name}-server` })}
  ServerAddress:
    Type: AWS::EC2::EIP
    Properties:
      Domain: vpc
      InstanceId: !Ref Server
${tags(name)}
  ServerRecoveryAlarm:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/EC2
      MetricName: StatusCheckFailed_System
      Statistic: Maximum
      ComparisonOperator: GreaterThanThreshold
      Threshold: 0
      Period: 60
      EvaluationPeriods: 2
      Dimensions:
        - Name: InstanceId
          Value: !Ref Server
      AlarmActions:
        - !Sub arn:\${AWS::Partition}:automate:\${AWS::Region}:ec2:recover
`,
    outputs: [
      ['server_address', '!Ref ServerAddress'],
      ['server_security_group_id', '!Ref ServerSecurityGroup'],
    ],
  };
}

export function vpc({ name, say, standby }: SnippetContext): CloudFormationModule {
  const zones = ['A', 'B'] as const;
  const subnet = (kind: 'Public' | 'Private', zone: string, index: number): string => `  ${kind}Subnet${zone}:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Vpc
      AvailabilityZone: !Select [${index}, !GetAZs '']
      CidrBlock: !Select [${index + (kind === 'Private' ? 2 : 0)}, !Cidr [!Ref VpcCidr, 4, 12]]
${tags(name, { Name: `${name}-${kind.toLowerCase()}-${zone.toLowerCase()}` })}
  ${kind}Routing${zone}:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties:
      SubnetId: !Ref ${kind}Subnet${zone}
      RouteTableId: !Ref ${kind === 'Public' ? 'PublicRoutes' : `PrivateRoutes${zone}`}
`;
  const nat = (zone: string): string => `  NatAddress${zone}:
    Type: AWS::EC2::EIP
    DependsOn: GatewayAttachment
    Properties:
      Domain: vpc
${tags(name)}
  NatGateway${zone}:
    Type: AWS::EC2::NatGateway
    Properties:
      AllocationId: !GetAtt NatAddress${zone}.AllocationId
      SubnetId: !Ref PublicSubnet${zone}
${tags(name)}
`;
  const privateRoutes = (zone: string): string => `  PrivateRoutes${zone}:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
${tags(name)}
  PrivateRoute${zone}:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref PrivateRoutes${zone}
      DestinationCidrBlock: 0.0.0.0/0
      NatGatewayId: !Ref NatGateway${standby ? zone : 'A'}
`;
  const endpoint = (id: string, service: string): string => `  ${id}Endpoint:
    Type: AWS::EC2::VPCEndpoint
    Properties:
      VpcId: !Ref Vpc
      VpcEndpointType: Gateway
      ServiceName: !Sub com.amazonaws.\${AWS::Region}.${service}
      RouteTableIds: [!Ref PrivateRoutesA, !Ref PrivateRoutesB]
`;
  return {
    parameters: [{ name: 'VpcCidr', type: 'String', default: '10.20.0.0/16', description: { en: 'Addresses of the network.', 'pt-br': 'Endereços da rede.' } }],
    resources: `
  Vpc:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: !Ref VpcCidr
      EnableDnsHostnames: true
      EnableDnsSupport: true
${tags(name, { Name: name })}
  InternetGateway:
    Type: AWS::EC2::InternetGateway
    Properties:
${tags(name)}
  GatewayAttachment:
    Type: AWS::EC2::VPCGatewayAttachment
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !Ref InternetGateway
  PublicRoutes:
    Type: AWS::EC2::RouteTable
    Properties:
      VpcId: !Ref Vpc
${tags(name)}
  PublicRoute:
    Type: AWS::EC2::Route
    DependsOn: GatewayAttachment
    Properties:
      RouteTableId: !Ref PublicRoutes
      DestinationCidrBlock: 0.0.0.0/0
      GatewayId: !Ref InternetGateway
${zones.map((zone, index) => subnet('Public', zone, index)).join('')}${zones.map((zone, index) => subnet('Private', zone, index)).join('')}${standby ? zones.map((zone) => nat(zone)).join('') : nat('A')}${zones.map((zone) => privateRoutes(zone)).join('')}  # ${say({ en: 'S3 and DynamoDB without NAT: free of charge.', 'pt-br': 'S3 e DynamoDB sem NAT: sem custo.' })}
${endpoint('S3', 's3')}${endpoint('DynamoDb', 'dynamodb')}`,
    outputs: [
      ['vpc_id', '!Ref Vpc'],
      ['public_subnet_ids', "!Join [',', [!Ref PublicSubnetA, !Ref PublicSubnetB]]"],
      ['private_subnet_ids', "!Join [',', [!Ref PrivateSubnetA, !Ref PrivateSubnetB]]"],
    ],
  };
}
