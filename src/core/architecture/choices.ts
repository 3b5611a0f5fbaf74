import type { NeedId } from '../model';

/** What `skylift.yaml` may decide, need by need: services that Skylift knows how to place. */
export const choosableServices = {
  compute: ['fargate', 'auto-scaling', 'lambda'],
  'relational-database': ['rds', 'aurora', 'aurora-serverless'],
  'document-database': ['documentdb', 'dynamodb'],
  cache: ['elasticache', 'dynamodb'],
  sessions: ['elasticache', 'dynamodb'],
  queue: ['sqs', 'elasticache', 'amazon-mq'],
  'event-streaming': ['msk', 'kinesis'],
  realtime: ['alb', 'apigateway-websocket', 'appsync-events'],
  video: ['ec2', 'chime-sdk', 'kinesis-video-streams'],
  mail: ['ses'],
  'sms-push': ['end-user-messaging'],
  search: ['opensearch', 'fargate'],
  secrets: ['parameter-store', 'secretsmanager'],
} as const satisfies Readonly<Partial<Record<NeedId, readonly string[]>>>;

/** A team's own decisions: they hold from the cloud-native phase on, where there is something to choose. */
export type ServiceChoices = Readonly<Partial<Record<NeedId, string>>>;
