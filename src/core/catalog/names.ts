import { verbatim, type Localized } from '../l10n/localized';
import type { ServiceId } from './ids';

interface ServiceLabel {
  readonly name: Localized;
  /** Id of the shipped icon set (`media/icons`); `aws` is the neutral picture. */
  readonly icon: string;
}

/**
 * How diagrams and lists call each service. Kept apart from the long texts of the catalog,
 * so that whoever draws a node does not load them.
 */
const labels: Readonly<Record<ServiceId, ServiceLabel>> = {
  ec2: product('Amazon EC2', 'aws-ec2'),
  'auto-scaling': product('EC2 Auto Scaling', 'aws-ec2'),
  fargate: product('Amazon ECS on AWS Fargate', 'aws-fargate', 'Amazon ECS no AWS Fargate'),
  lambda: product('AWS Lambda', 'aws-lambda'),
  'amplify-hosting': product('AWS Amplify Hosting', 'aws-amplify'),
  alb: product('Application Load Balancer', 'aws-elb'),
  nlb: product('Network Load Balancer', 'aws-elb'),
  vpc: product('Amazon VPC', 'aws-vpc'),
  'nat-gateway': product('NAT gateway', 'aws-nat-gateway'),
  'public-ipv4': product('Public IPv4 address', 'aws-public-ipv4', 'Endereço IPv4 público'),
  'vpc-endpoint': product('VPC endpoint', 'aws-vpc-endpoint'),
  'data-transfer-out': product('Data transfer to the internet', 'aws-data-transfer', 'Transferência de dados para a internet'),
  'data-transfer-az': product('Data transfer between Availability Zones', 'aws-data-transfer', 'Transferência de dados entre Zonas de Disponibilidade'),
  cloudfront: product('Amazon CloudFront', 'aws-cloudfront'),
  'cloudfront-functions': product('CloudFront Functions', 'aws-cloudfront'),
  'lambda-edge': product('Lambda@Edge', 'aws-lambda'),
  route53: product('Amazon Route 53', 'aws-route53'),
  acm: product('AWS Certificate Manager', 'aws-certificate-manager'),
  waf: product('AWS WAF', 'aws-waf'),
  shield: product('AWS Shield', 'aws-shield'),
  'apigateway-rest': product('API Gateway (REST API)', 'aws-api-gateway'),
  'apigateway-http': product('API Gateway (HTTP API)', 'aws-api-gateway'),
  'apigateway-websocket': product('API Gateway (WebSocket API)', 'aws-api-gateway'),
  'appsync-events': product('AWS AppSync Events', 'aws-appsync'),
  rds: product('Amazon RDS', 'aws-rds'),
  aurora: product('Amazon Aurora', 'aws-aurora'),
  'aurora-serverless': product('Aurora Serverless v2', 'aws-aurora'),
  'rds-proxy': product('Amazon RDS Proxy', 'aws-rds'),
  dynamodb: product('Amazon DynamoDB', 'aws-dynamodb'),
  documentdb: product('Amazon DocumentDB', 'aws-documentdb'),
  elasticache: product('Amazon ElastiCache', 'aws-elasticache'),
  'elasticache-serverless': product('ElastiCache Serverless', 'aws-elasticache'),
  memorydb: product('Amazon MemoryDB', 'aws-memorydb'),
  sqs: product('Amazon SQS', 'aws-sqs'),
  sns: product('Amazon SNS', 'aws-sns'),
  'amazon-mq': product('Amazon MQ', 'aws-mq'),
  msk: product('Amazon MSK', 'aws-msk'),
  kinesis: product('Amazon Kinesis Data Streams', 'aws-kinesis'),
  eventbridge: product('Amazon EventBridge', 'aws-eventbridge'),
  'eventbridge-scheduler': product('EventBridge Scheduler', 'aws-eventbridge'),
  stepfunctions: product('AWS Step Functions', 'aws-step-functions'),
  s3: product('Amazon S3', 'aws-s3'),
  ebs: product('Amazon EBS', 'aws-ebs'),
  efs: product('Amazon EFS', 'aws-efs'),
  backup: product('AWS Backup', 'aws-backup'),
  ecr: product('Amazon ECR', 'aws-ecr'),
  iam: product('AWS IAM', 'aws-iam'),
  secretsmanager: product('AWS Secrets Manager', 'aws-secrets-manager'),
  'parameter-store': product('Systems Manager Parameter Store', 'aws-systems-manager'),
  kms: product('AWS KMS', 'aws-kms'),
  cognito: product('Amazon Cognito', 'aws-cognito'),
  guardduty: product('Amazon GuardDuty', 'aws-guardduty'),
  config: product('AWS Config', 'aws-config'),
  cloudtrail: product('AWS CloudTrail', 'aws-cloudtrail'),
  ses: product('Amazon SES', 'aws-ses'),
  'end-user-messaging': product('AWS End User Messaging', 'aws-end-user-messaging'),
  opensearch: product('Amazon OpenSearch Service', 'aws-open-search'),
  'chime-sdk': product('Amazon Chime SDK', 'amazon-chime'),
  'kinesis-video-streams': product('Kinesis Video Streams', 'aws-kinesis'),
  cloudwatch: product('Amazon CloudWatch', 'aws-cloudwatch'),
  xray: product('AWS X-Ray', 'aws-xray'),
  budgets: product('AWS Budgets', 'aws-budgets'),
  codepipeline: product('AWS CodePipeline', 'aws-codepipeline'),
  codebuild: product('AWS CodeBuild', 'aws-codebuild'),
  codedeploy: product('AWS CodeDeploy', 'aws-codedeploy'),
};

function product(name: string, icon: string, inPortuguese = name): ServiceLabel {
  return { name: { en: name, 'pt-br': inPortuguese }, icon };
}

function isServiceId(id: string): id is ServiceId {
  return Object.hasOwn(labels, id);
}

/** Display name of a service of the catalog; an id that the catalog does not know is shown as it is. */
export function serviceName(id: string): Localized {
  return isServiceId(id) ? labels[id].name : verbatim(id);
}

/** Icon id of a service of the catalog; `aws` for an id that the catalog does not know. */
export function serviceIcon(id: string): string {
  return isServiceId(id) ? labels[id].icon : 'aws';
}
