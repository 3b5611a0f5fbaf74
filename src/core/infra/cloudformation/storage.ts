import type { SnippetContext } from '../snippet';
import { tags, type CloudFormationModule } from './template';

/** Properties of a private, encrypted bucket whose name is unique by the account's number. */
function bucketProperties(name: string, purpose: string): string {
  return `      BucketName: !Sub ${name}-${purpose}-\${AWS::AccountId}
      PublicAccessBlockConfiguration:
        BlockPublicAcls: true
        BlockPublicPolicy: true
        IgnorePublicAcls: true
        RestrictPublicBuckets: true
      OwnershipControls:
        Rules:
          - ObjectOwnership: BucketOwnerEnforced
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - BucketKeyEnabled: true
            ServerSideEncryptionByDefault:
              SSEAlgorithm: AES256`;
}

function denyWithoutTls(bucket: string): string {
  return `          - Sid: DenyWithoutTls
            Effect: Deny
            Principal: '*'
            Action: s3:*
            Resource: [!GetAtt ${bucket}.Arn, !Sub '\${${bucket}.Arn}/*']
            Condition:
              Bool:
                aws:SecureTransport: false`;
}

export function s3({ name, say }: SnippetContext): CloudFormationModule {
  return {
    parameters: [
      {
        name: 'UploadOrigins',
        type: 'CommaDelimitedList',
        default: '',
        description: {
          en: 'Origins of pages that upload straight to the bucket with a presigned URL, such as https://www.example.com.',
          'pt-br': 'Origens das páginas que enviam direto ao bucket com uma URL pré-assinada, como https://www.exemplo.com.br.',
        },
      },
    ],
    conditions: [['HasUploadOrigins', "!Not [!Equals [!Join ['', !Ref UploadOrigins], '']]"]],
    resources: `
  Uploads:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
${bucketProperties(name, 'uploads')}
      VersioningConfiguration:
        Status: Enabled
      LifecycleConfiguration:
        Rules:
          - Id: tidy-up
            Status: Enabled
            AbortIncompleteMultipartUpload:
              DaysAfterInitiation: 7
            # ${say({ en: 'A deleted or overwritten file can be brought back for 90 days.', 'pt-br': 'Um arquivo apagado ou sobrescrito pode ser recuperado por 90 dias.' })}
            NoncurrentVersionExpiration:
              NoncurrentDays: 90
            Transitions:
              - StorageClass: INTELLIGENT_TIERING
                TransitionInDays: 30
      CorsConfiguration: !If
        - HasUploadOrigins
        - CorsRules:
            - AllowedMethods: [GET, HEAD, PUT, POST]
              AllowedOrigins: !Ref UploadOrigins
              AllowedHeaders: ['*']
              ExposedHeaders: [ETag]
              MaxAge: 3000
        - !Ref AWS::NoValue
${tags(name)}
  UploadsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Uploads
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${denyWithoutTls('Uploads')}
  # ${say({ en: 'For the role of the application.', 'pt-br': 'Para a role da aplicação.' })}
  UploadsAccess:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Description: Reads and writes the uploads of ${name}
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Action: [s3:GetObject, s3:PutObject, s3:DeleteObject]
            Resource: !Sub '\${Uploads.Arn}/*'
          - Effect: Allow
            Action: s3:ListBucket
            Resource: !GetAtt Uploads.Arn
`,
    outputs: [
      ['uploads_bucket', '!Ref Uploads'],
      ['uploads_policy_arn', '!Ref UploadsAccess'],
    ],
  };
}

/** Ids of policies that CloudFront manages, the same in every account. */
const managed = { cachingOptimized: '658327ea-f89d-4fab-a63d-7e88639e58f6', corsWithSecurityHeaders: 'e61eb60c-9c35-4d20-a928-2b84e02af89c' } as const;

export function cloudfront({ name, say }: SnippetContext): CloudFormationModule {
  return {
    parameters: [],
    resources: `
  Assets:
    Type: AWS::S3::Bucket
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties:
${bucketProperties(name, 'assets')}
${tags(name)}
  AssetsOriginAccess:
    Type: AWS::CloudFront::OriginAccessControl
    Properties:
      OriginAccessControlConfig:
        Name: ${name}-assets
        OriginAccessControlOriginType: s3
        SigningBehavior: always
        SigningProtocol: sigv4
  AssetsDistribution:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        Comment: Assets of ${name}
        Enabled: true
        IPV6Enabled: true
        HttpVersion: http2and3
        # ${say({ en: 'South America is in this class only.', 'pt-br': 'A América do Sul está só nesta classe.' })}
        PriceClass: PriceClass_All
        Origins:
          - Id: assets
            DomainName: !GetAtt Assets.RegionalDomainName
            OriginAccessControlId: !Ref AssetsOriginAccess
            S3OriginConfig: {}
        DefaultCacheBehavior:
          TargetOriginId: assets
          ViewerProtocolPolicy: redirect-to-https
          AllowedMethods: [GET, HEAD, OPTIONS]
          CachedMethods: [GET, HEAD]
          Compress: true
          # CachingOptimized
          CachePolicyId: ${managed.cachingOptimized}
          # CORS-with-preflight-and-SecurityHeadersPolicy
          ResponseHeadersPolicyId: ${managed.corsWithSecurityHeaders}
        ViewerCertificate:
          CloudFrontDefaultCertificate: true
${tags(name)}
  AssetsPolicy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Assets
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          # ${say({ en: 'This distribution reads the bucket, and nobody else.', 'pt-br': 'Esta distribuição lê o bucket, e mais ninguém.' })}
          - Effect: Allow
            Principal:
              Service: cloudfront.amazonaws.com
            Action: s3:GetObject
            Resource: !Sub '\${Assets.Arn}/*'
            Condition:
              StringEquals:
                AWS:SourceArn: !Sub arn:\${AWS::Partition}:cloudfront::\${AWS::AccountId}:distribution/\${AssetsDistribution}
${denyWithoutTls('Assets')}
`,
    outputs: [
      ['asset_url', '!Sub https://${AssetsDistribution.DomainName}'],
      ['assets_bucket', '!Ref Assets'],
    ],
  };
}
