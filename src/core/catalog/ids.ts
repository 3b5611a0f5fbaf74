/**
 * Every AWS service that a phase can use, by one id in the catalog, the price catalog, diagrams and `skylift price`.
 * The names that `contract.md` fixes for `skylift price` are kept to the letter.
 */
export const serviceIds = [
  // compute
  'ec2', 'auto-scaling', 'fargate', 'lambda', 'amplify-hosting',
  // network and edge
  'alb', 'nlb', 'vpc', 'nat-gateway', 'public-ipv4', 'vpc-endpoint', 'data-transfer-out', 'data-transfer-az', 'cloudfront',
  'cloudfront-functions', 'lambda-edge', 'route53', 'acm', 'waf', 'shield', 'apigateway-rest', 'apigateway-http',
  'apigateway-websocket', 'appsync-events',
  // databases and caches
  'rds', 'aurora', 'aurora-serverless', 'rds-proxy', 'dynamodb', 'documentdb', 'elasticache', 'elasticache-serverless', 'memorydb',
  // messaging
  'sqs', 'sns', 'amazon-mq', 'msk', 'kinesis', 'eventbridge', 'eventbridge-scheduler', 'stepfunctions',
  // storage
  's3', 'ebs', 'efs', 'backup', 'ecr',
  // security and identity
  'iam', 'secretsmanager', 'parameter-store', 'kms', 'cognito', 'guardduty', 'config', 'cloudtrail',
  // messages to people, search, media
  'ses', 'end-user-messaging', 'opensearch', 'chime-sdk', 'kinesis-video-streams',
  // observability, cost, delivery
  'cloudwatch', 'xray', 'budgets', 'codepipeline', 'codebuild', 'codedeploy',
] as const;
export type ServiceId = (typeof serviceIds)[number];

export const conceptIds = [
  'region', 'availability-zone', 'iam', 'vpc', 'security-group', 'free-tier', 'pay-as-you-go', 'reserved-capacity',
  'managed-services', 'pay-as-you-scale', 'high-availability', 'multi-az', 'auto-scaling', 'load-balancing',
  'security-by-design', 'least-privilege', 'lift-and-shift', 'cloud-native', 'serverless-first',
  'microservices-by-domain', 'well-architected', 'shared-responsibility', 'rto-rpo',
] as const;

export const pitfallIds = ['giant-server', 'surprise-cost', 'security-later', 'all-serverless'] as const;

export const useCaseIds = ['video-calls', 'scheduling', 'file-upload', 'observability'] as const;
