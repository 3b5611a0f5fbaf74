import type { SnippetContext } from '../snippet';
import { tags, type CloudFormationModule } from './template';

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
