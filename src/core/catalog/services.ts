import { acm } from './services/acm';
import { alb } from './services/alb';
import { amazonMq } from './services/amazonMq';
import { amplifyHosting } from './services/amplifyHosting';
import { apigatewayHttp } from './services/apigatewayHttp';
import { apigatewayRest } from './services/apigatewayRest';
import { apigatewayWebsocket } from './services/apigatewayWebsocket';
import { appsyncEvents } from './services/appsyncEvents';
import { aurora } from './services/aurora';
import { auroraServerless } from './services/auroraServerless';
import { autoScaling } from './services/autoScaling';
import { backup } from './services/backup';
import { budgets } from './services/budgets';
import { chimeSdk } from './services/chimeSdk';
import { cloudfront } from './services/cloudfront';
import { cloudfrontFunctions } from './services/cloudfrontFunctions';
import { cloudtrail } from './services/cloudtrail';
import { cloudwatch } from './services/cloudwatch';
import { codebuild } from './services/codebuild';
import { codedeploy } from './services/codedeploy';
import { codepipeline } from './services/codepipeline';
import { cognito } from './services/cognito';
import { config } from './services/config';
import { dataTransferAz } from './services/dataTransferAz';
import { dataTransferOut } from './services/dataTransferOut';
import { documentdb } from './services/documentdb';
import { dynamodb } from './services/dynamodb';
import { ebs } from './services/ebs';
import { ec2 } from './services/ec2';
import { ecr } from './services/ecr';
import { efs } from './services/efs';
import { elasticache } from './services/elasticache';
import { elasticacheServerless } from './services/elasticacheServerless';
import { endUserMessaging } from './services/endUserMessaging';
import { eventbridge } from './services/eventbridge';
import { eventbridgeScheduler } from './services/eventbridgeScheduler';
import { fargate } from './services/fargate';
import { guardduty } from './services/guardduty';
import { iam } from './services/iam';
import { kinesis } from './services/kinesis';
import { kinesisVideoStreams } from './services/kinesisVideoStreams';
import { kms } from './services/kms';
import { lambda } from './services/lambda';
import { lambdaEdge } from './services/lambdaEdge';
import { memorydb } from './services/memorydb';
import { msk } from './services/msk';
import { natGateway } from './services/natGateway';
import { nlb } from './services/nlb';
import { opensearch } from './services/opensearch';
import { parameterStore } from './services/parameterStore';
import { publicIpv4 } from './services/publicIpv4';
import { rds } from './services/rds';
import { rdsProxy } from './services/rdsProxy';
import { route53 } from './services/route53';
import { s3 } from './services/s3';
import { secretsmanager } from './services/secretsmanager';
import { ses } from './services/ses';
import { shield } from './services/shield';
import { sns } from './services/sns';
import { sqs } from './services/sqs';
import { stepfunctions } from './services/stepfunctions';
import { vpc } from './services/vpc';
import { vpcEndpoint } from './services/vpcEndpoint';
import { waf } from './services/waf';
import { xray } from './services/xray';
import type { CatalogService } from './types';

/** One entry per file of `services/`, sorted; a test compares the two. */
export const catalogServices: readonly CatalogService[] = [
  acm,
  alb,
  amazonMq,
  amplifyHosting,
  apigatewayHttp,
  apigatewayRest,
  apigatewayWebsocket,
  appsyncEvents,
  aurora,
  auroraServerless,
  autoScaling,
  backup,
  budgets,
  chimeSdk,
  cloudfront,
  cloudfrontFunctions,
  cloudtrail,
  cloudwatch,
  codebuild,
  codedeploy,
  codepipeline,
  cognito,
  config,
  dataTransferAz,
  dataTransferOut,
  documentdb,
  dynamodb,
  ebs,
  ec2,
  ecr,
  efs,
  elasticache,
  elasticacheServerless,
  endUserMessaging,
  eventbridge,
  eventbridgeScheduler,
  fargate,
  guardduty,
  iam,
  kinesis,
  kinesisVideoStreams,
  kms,
  lambda,
  lambdaEdge,
  memorydb,
  msk,
  natGateway,
  nlb,
  opensearch,
  parameterStore,
  publicIpv4,
  rds,
  rdsProxy,
  route53,
  s3,
  secretsmanager,
  ses,
  shield,
  sns,
  sqs,
  stepfunctions,
  vpc,
  vpcEndpoint,
  waf,
  xray,
];

const byId = new Map<string, CatalogService>(catalogServices.map((service) => [service.id, service]));

export function catalogService(id: string): CatalogService | undefined {
  return byId.get(id);
}
