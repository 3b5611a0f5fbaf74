import { auroraServerless, dynamodb, elasticache, rds } from './data';
import { ec2 } from './ec2';
import { fargate } from './fargate';
import { eventBridgeScheduler, ses, sqs } from './messaging';
import { budgets, cloudwatch, secretsManager } from './operations';
import { cloudfront, s3 } from './storage';
import type { CloudFormationTemplate } from './template';
import { vpc } from './vpc';

/** Templates by catalog id of the service. CloudFormation creates no SecureString, so Parameter Store has none. */
export const cloudFormationTemplates: Readonly<Record<string, CloudFormationTemplate>> = {
  alb: fargate,
  'aurora-serverless': auroraServerless,
  budgets,
  cloudfront,
  cloudwatch,
  dynamodb,
  ec2,
  elasticache,
  'eventbridge-scheduler': eventBridgeScheduler,
  fargate,
  rds,
  s3,
  secretsmanager: secretsManager,
  ses,
  sqs,
  vpc,
};
