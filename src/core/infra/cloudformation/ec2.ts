import { serverImage } from '../machines';
import type { SnippetContext } from '../snippet';
import { parameters, tags, type CloudFormationModule } from './template';

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
