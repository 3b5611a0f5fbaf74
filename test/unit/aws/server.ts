import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CatalogProduct } from './catalog';

/** What goes wrong with one request. */
export type Fault =
  | 'throttled'
  | 'server-error'
  | 'access-denied'
  | 'expired'
  | 'bad-keys'
  | 'clock-skew'
  | 'not-json'
  | 'bad-document'
  | 'reset'
  | 'hang'
  | 'endless';

export interface SpendGroup {
  readonly name: string;
  readonly amount: string;
  readonly unit?: string;
}

export interface RecordedRequest {
  readonly target: string;
  readonly contentType: string;
  readonly signed: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface FakeAwsOptions {
  readonly products?: readonly CatalogProduct[];
  readonly spend?: readonly SpendGroup[];
  readonly pageSize?: number;
  readonly delayMs?: number;
  /** Fault of a request, counted from 1; null: it is answered properly. */
  fault?(request: RecordedRequest, number: number): Fault | null;
}

export interface FakeAws {
  readonly endpoint: string;
  readonly requests: readonly RecordedRequest[];
  /** Most requests that were open at one time. */
  readonly mostAtOnce: () => number;
  close(): Promise<void>;
}

interface Filter {
  readonly Type: string;
  readonly Field: string;
  readonly Value: string;
}

const errors: Readonly<Partial<Record<Fault, readonly [status: number, type: string, message: string]>>> = {
  throttled: [400, 'ThrottlingException', 'Rate exceeded'],
  'server-error': [500, 'InternalErrorException', 'We had a problem'],
  'access-denied': [400, 'AccessDeniedException', 'User: arn:aws:iam::123456789012:user/reader is not authorized to perform this action'],
  expired: [400, 'ExpiredTokenException', 'The security token included in the request is expired'],
  'bad-keys': [400, 'UnrecognizedClientException', 'The security token included in the request is invalid.'],
  'clock-skew': [400, 'InvalidSignatureException', 'Signature expired: 20200101T000000Z is now earlier than 20261001T000000Z'],
};

/** A server on loopback that speaks JSON 1.1 as the Price List Query API and Cost Explorer do. */
export async function startFakeAws(options: FakeAwsOptions): Promise<FakeAws> {
  const requests: RecordedRequest[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    open += 1;
    most = Math.max(most, open);
    response.on('close', () => (open -= 1));
    answer(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const recorded = await record(request);
    requests.push(recorded);
    const fault = options.fault?.(recorded, requests.length) ?? null;
    if (options.delayMs !== undefined) await new Promise((resolve) => setTimeout(resolve, options.delayMs));
    if (fault === 'hang') return;
    if (fault === 'reset') {
      request.socket.destroy();
      return;
    }
    const error = fault === null ? undefined : errors[fault];
    if (error !== undefined) send(response, error[0], JSON.stringify({ __type: error[1], message: error[2] }), error[1]);
    else if (fault === 'not-json') send(response, 200, '<html>gateway</html>');
    else if (fault === 'bad-document') send(response, 200, JSON.stringify({ FormatVersion: 'aws_v1', PriceList: ['{"product":'] }));
    else if (recorded.target === 'AWSPriceListService.GetProducts') send(response, 200, JSON.stringify(products(recorded.body, fault === 'endless')));
    else if (recorded.target === 'AWSInsightsIndexService.GetCostAndUsage') send(response, 200, JSON.stringify(spend(recorded.body, fault === 'endless')));
    else send(response, 400, JSON.stringify({ __type: 'UnknownOperationException' }), 'UnknownOperationException');
  }

  function products(body: RecordedRequest['body'], endless: boolean): unknown {
    const filters = (body['Filters'] ?? []) as readonly Filter[];
    const found = (options.products ?? []).filter(
      (product) => product.serviceCode === body['ServiceCode'] && filters.every(({ Type, Field, Value }) => Type === 'TERM_MATCH' && product.fields[Field] === Value),
    );
    const [from, size] = page(body['NextToken'], Math.min(options.pageSize ?? 100, Number(body['MaxResults'])));
    const more = endless || from + size < found.length;
    return {
      FormatVersion: 'aws_v1',
      PriceList: found.slice(from, from + size).map(({ document }) => document),
      ...(more ? { NextToken: token(from + size) } : {}),
    };
  }

  function spend(body: RecordedRequest['body'], endless: boolean): unknown {
    const groups = options.spend ?? [];
    const [from, size] = page(body['NextPageToken'], options.pageSize ?? 100);
    return {
      GroupDefinitions: body['GroupBy'],
      ResultsByTime: [
        {
          TimePeriod: body['TimePeriod'],
          Total: {},
          Groups: groups.slice(from, from + size).map(({ name, amount, unit = 'USD' }) => ({ Keys: [name], Metrics: { UnblendedCost: { Amount: amount, Unit: unit } } })),
          Estimated: false,
        },
      ],
      // Endless the other way: a token that leads back to the same page.
      ...(endless || from + size < groups.length ? { NextPageToken: token(endless ? 0 : from + size) } : {}),
    };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    mostAtOnce: () => most,
    close: () => close(server),
  };
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    target: String(request.headers['x-amz-target'] ?? ''),
    contentType: String(request.headers['content-type'] ?? ''),
    signed: request.headers.authorization?.startsWith('AWS4-HMAC-SHA256 ') === true,
    body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as RecordedRequest['body'],
  };
}

function token(offset: number): string {
  return Buffer.from(JSON.stringify({ offset })).toString('base64');
}

function page(given: unknown, size: number): readonly [from: number, size: number] {
  if (typeof given !== 'string') return [0, size];
  return [(JSON.parse(Buffer.from(given, 'base64').toString()) as { offset: number }).offset, size];
}

function send(response: ServerResponse, status: number, body: string, errorType?: string): void {
  response.writeHead(status, {
    'Content-Type': 'application/x-amz-json-1.1',
    'x-amzn-RequestId': '00000000-0000-4000-8000-000000000000',
    ...(errorType === undefined ? {} : { 'x-amzn-ErrorType': errorType }),
  });
  response.end(body);
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
