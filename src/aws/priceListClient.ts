import type { PriceSelection } from '../core/pricing/meters/meter';
import { clientSettings, type AwsConnection } from './credentials';
import { AwsFailure } from './failure';
import { throwIfCancelled, withRetries, type RequestPolicy } from './requestPolicy';

/** Permission that the price list asks for. */
export const pricePermission = 'pricing:GetProducts';

export interface ProductRequest {
  readonly serviceCode: string;
  readonly filters: Readonly<Record<string, string>>;
}

export interface ProductPage {
  readonly documents: readonly string[];
  readonly nextToken: string | null;
}

/** The one operation of the Price List Query API that prices need. */
export interface PriceListApi {
  getProducts(request: ProductRequest, nextToken: string | null, signal: AbortSignal | undefined): Promise<ProductPage>;
  close(): void;
}

/** A client of the real API. The SDK is loaded here and only here, on first use. */
export async function createPriceListApi(connection: AwsConnection): Promise<PriceListApi> {
  const { GetProductsCommand, PricingClient } = await import('@aws-sdk/client-pricing');
  const client = new PricingClient(clientSettings(connection, connection.priceListRegion ?? 'us-east-1'));
  return {
    async getProducts({ serviceCode, filters }, nextToken, signal) {
      const command = new GetProductsCommand({
        ServiceCode: serviceCode,
        FormatVersion: 'aws_v1',
        MaxResults: 100,
        Filters: Object.entries(filters).map(([Field, Value]) => ({ Type: 'TERM_MATCH' as const, Field, Value })),
        ...(nextToken === null ? {} : { NextToken: nextToken }),
      });
      const answer = await client.send(command, signal === undefined ? {} : { abortSignal: signal });
      return { documents: (answer.PriceList ?? []).map(String), nextToken: answer.NextToken ?? null };
    },
    close: () => client.destroy(),
  };
}

/**
 * Services whose whole list of a region fits a page or two (2025-11): one request for all their meters is less than one
 * for each. The answer is matched by the full selection either way.
 */
const shortLists: ReadonlySet<string> = new Set([
  'AWSELB',
  'AWSEvents',
  'AWSQueueService',
  'AWSSecretsManager',
  'AWSXRay',
  'AmazonApiGateway',
  'AmazonCloudWatch',
  'AmazonDynamoDB',
  'AmazonECR',
  'AmazonKinesis',
  'AmazonKinesisVideo',
  'AmazonSES',
  'AmazonSNS',
  'AmazonStates',
  'AmazonVPC',
  'AWSCodePipeline',
  'awskms',
  'awswaf',
]);

const regionFields: readonly string[] = ['regionCode', 'fromRegionCode'];

/** The request that finds a selection's products: meters that differ in the usage type only share it. */
export function requestOf(selection: PriceSelection): ProductRequest {
  const whole = shortLists.has(selection.serviceCode);
  // The API has no filter for an empty value; such fields are checked on the answer.
  const filters = Object.entries(selection.filters).filter(([field, value]) => value !== '' && (!whole || regionFields.includes(field)));
  return { serviceCode: selection.serviceCode, filters: Object.fromEntries(filters) };
}

export function requestKey({ serviceCode, filters }: ProductRequest): string {
  return JSON.stringify([serviceCode, Object.entries(filters).sort(([left], [right]) => (left < right ? -1 : 1))]);
}

/** Every page of an answer. Pages that never end, or lead back to one already read, are no answer. */
export async function fetchDocuments(api: PriceListApi, request: ProductRequest, policy: RequestPolicy, signal?: AbortSignal): Promise<readonly string[]> {
  const documents: string[] = [];
  const tokens = new Set<string>();
  let nextToken: string | null = null;
  for (let page = 1; page <= policy.pageLimit; page += 1) {
    throwIfCancelled(signal);
    const token: string | null = nextToken;
    const answer: ProductPage = await withRetries(() => api.getProducts(request, token, signal), policy, pricePermission, signal);
    documents.push(...answer.documents);
    if (answer.nextToken === null) return documents;
    if (tokens.has(answer.nextToken)) break;
    tokens.add(answer.nextToken);
    nextToken = answer.nextToken;
  }
  throw new AwsFailure('malformed');
}
