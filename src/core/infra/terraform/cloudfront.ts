import type { SnippetContext } from '../snippet';
import { bucketBase, denyWithoutTls } from './bucket';
import { tagsInput } from './inputs';
import type { TerraformModule } from './module';

export function cloudfront(context: SnippetContext): TerraformModule {
  const { name, say } = context;
  return {
    variables: [tagsInput(name)],
    data: ['caller_identity'],
    body: `
${bucketBase('assets', `${name}-assets`)}

resource "aws_cloudfront_origin_access_control" "assets" {
  name                              = "${name}-assets"
  description                       = "Reads the assets of ${name}"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
}

data "aws_cloudfront_cache_policy" "assets" {
  name = "Managed-CachingOptimized"
}

# ${say({ en: 'Fonts and modules are fetched across origins.', 'pt-br': 'Fontes e módulos são buscados entre origens.' })}
data "aws_cloudfront_response_headers_policy" "assets" {
  name = "Managed-CORS-with-preflight-and-SecurityHeadersPolicy"
}

resource "aws_cloudfront_distribution" "assets" {
  comment         = "Assets of ${name}"
  enabled         = true
  is_ipv6_enabled = true
  http_version    = "http2and3"
  # ${say({ en: 'South America is in this class only.', 'pt-br': 'A América do Sul está só nesta classe.' })}
  price_class = "PriceClass_All"
  tags        = var.tags

  origin {
    origin_id                = "assets"
    domain_name              = aws_s3_bucket.assets.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.assets.id
  }

  default_cache_behavior {
    target_origin_id           = "assets"
    viewer_protocol_policy     = "redirect-to-https"
    allowed_methods            = ["GET", "HEAD", "OPTIONS"]
    cached_methods             = ["GET", "HEAD"]
    compress                   = true
    cache_policy_id            = data.aws_cloudfront_cache_policy.assets.id
    response_headers_policy_id = data.aws_cloudfront_response_headers_policy.assets.id
  }

  restrictions {
    geo_restriction {
      restriction_type = "none"
    }
  }

  viewer_certificate {
    cloudfront_default_certificate = true
  }
}

data "aws_iam_policy_document" "assets_bucket" {
  # ${say({ en: 'This distribution reads the bucket, and nobody else.', 'pt-br': 'Esta distribuição lê o bucket, e mais ninguém.' })}
  statement {
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.assets.arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudfront.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "AWS:SourceArn"
      values   = [aws_cloudfront_distribution.assets.arn]
    }
  }

${denyWithoutTls('assets')}
}

resource "aws_s3_bucket_policy" "assets" {
  bucket     = aws_s3_bucket.assets.id
  policy     = data.aws_iam_policy_document.assets_bucket.json
  depends_on = [aws_s3_bucket_public_access_block.assets]
}

output "asset_url" {
  value = "https://\${aws_cloudfront_distribution.assets.domain_name}"
}

output "assets_bucket" {
  value = aws_s3_bucket.assets.bucket
}
`,
  };
}
