import { ecsWorkload } from '../ecsWorkload';
import type { SnippetContext } from '../snippet';
import { balancer } from './loadBalancer';
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
