/** A private, encrypted bucket whose name is unique by the account's number. */
export function bucketBase(label: string, prefix: string): string {
  return `resource "aws_s3_bucket" "${label}" {
  bucket = "${prefix}-\${data.aws_caller_identity.current.account_id}"
  tags   = var.tags

  lifecycle {
    prevent_destroy = true
  }
}

resource "aws_s3_bucket_public_access_block" "${label}" {
  bucket                  = aws_s3_bucket.${label}.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket_ownership_controls" "${label}" {
  bucket = aws_s3_bucket.${label}.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "${label}" {
  bucket = aws_s3_bucket.${label}.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}`;
}

/** Statement of a bucket's policy that refuses requests without TLS. */
export function denyWithoutTls(label: string): string {
  return `  statement {
    sid       = "DenyWithoutTls"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.${label}.arn, "\${aws_s3_bucket.${label}.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }`;
}
