import { ecsWorkload } from '../ecsWorkload';
import type { SnippetContext } from '../snippet';
import { tags } from './template';

/** Listener, target group and security groups of a load balancer in front of the tasks. */
export function balancer(context: SnippetContext, port: number): string {
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
