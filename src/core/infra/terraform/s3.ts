import type { SnippetContext } from '../snippet';
import { bucketBase, denyWithoutTls } from './bucket';
import { tagsInput } from './inputs';
import type { TerraformModule } from './module';

export function s3(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  return {
    variables: [
      {
        name: 'upload_origins',
        type: 'list(string)',
        default: '[]',
        description: {
          en: 'Origins of pages that upload straight to the bucket with a presigned URL, such as https://www.example.com.',
          'pt-br': 'Origens das páginas que enviam direto ao bucket com uma URL pré-assinada, como https://www.exemplo.com.br.',
        },
      },
      tagsInput(name),
    ],
    data: ['caller_identity'],
    body: `
${bucketBase('uploads', `${name}-uploads`)}

resource "aws_s3_bucket_versioning" "uploads" {
  bucket = aws_s3_bucket.uploads.id

  versioning_configuration {
    status = "Enabled"
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "uploads" {
  bucket     = aws_s3_bucket.uploads.id
  depends_on = [aws_s3_bucket_versioning.uploads]

  rule {
    id     = "tidy-up"
    status = "Enabled"

    filter {}

    abort_incomplete_multipart_upload {
      days_after_initiation = 7
    }

    # ${say({ en: 'A deleted or overwritten file can be brought back for 90 days.', 'pt-br': 'Um arquivo apagado ou sobrescrito pode ser recuperado por 90 dias.' })}
    noncurrent_version_expiration {
      noncurrent_days = 90
    }

    transition {
      days          = 30
      storage_class = "INTELLIGENT_TIERING"
    }
  }
}

resource "aws_s3_bucket_cors_configuration" "uploads" {
  count  = length(var.upload_origins) > 0 ? 1 : 0
  bucket = aws_s3_bucket.uploads.id

  cors_rule {
    allowed_methods = ["GET", "HEAD", "PUT", "POST"]
    allowed_origins = var.upload_origins
    allowed_headers = ["*"]
    expose_headers  = ["ETag"]
    max_age_seconds = 3000
  }
}

data "aws_iam_policy_document" "uploads_bucket" {
${denyWithoutTls('uploads')}
}

resource "aws_s3_bucket_policy" "uploads" {
  bucket     = aws_s3_bucket.uploads.id
  policy     = data.aws_iam_policy_document.uploads_bucket.json
  depends_on = [aws_s3_bucket_public_access_block.uploads]
}

# ${say({ en: 'For the role of the application.', 'pt-br': 'Para a role da aplicação.' })}
data "aws_iam_policy_document" "uploads_access" {
  statement {
    actions   = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]
    resources = ["\${aws_s3_bucket.uploads.arn}/*"]
  }

  statement {
    actions   = ["s3:ListBucket"]
    resources = [aws_s3_bucket.uploads.arn]
  }
}

resource "aws_iam_policy" "uploads_access" {
  name   = "${name}-uploads-access"
  policy = data.aws_iam_policy_document.uploads_access.json
  tags   = var.tags
}

output "uploads_bucket" {
  value = aws_s3_bucket.uploads.bucket
}

output "uploads_policy_arn" {
  value = aws_iam_policy.uploads_access.arn
}
`,
  };
}
