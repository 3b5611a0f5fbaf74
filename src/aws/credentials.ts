import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Who calls AWS. Credentials themselves stay with the SDK: they are neither stored, logged nor passed on. */
export interface AwsConnection {
  /**
   * Profile of the user's AWS configuration, which may sign in through SSO; without one, the SDK's usual order
   * (environment, default profile, container or instance role). A host passes none that an untrusted workspace names.
   */
  readonly profile?: string;
  /** Another address than AWS's own: a proxy of the company, a server of the tests. */
  readonly endpoint?: string;
  /** Where the price list is asked; it answers for all regions from each of these. N. Virginia without a choice. */
  readonly priceListRegion?: PriceListRegion;
  readonly requestTimeoutMs: number;
}

/** The regions in which the price list has an address. */
export const priceListRegions = ['us-east-1', 'eu-central-1', 'ap-south-1'] as const;
export type PriceListRegion = (typeof priceListRegions)[number];

/** Settings of an SDK client. Retries are ours, so that they can be counted, cancelled and tested. */
export interface ClientSettings {
  readonly region: string;
  readonly maxAttempts: 1;
  readonly profile?: string;
  readonly endpoint?: string;
  readonly requestHandler: { readonly requestTimeout: number; readonly connectionTimeout: number; readonly throwOnRequestTimeout: true };
}

export function clientSettings(connection: AwsConnection, region: string): ClientSettings {
  return {
    region,
    maxAttempts: 1,
    ...(connection.profile === undefined ? {} : { profile: connection.profile }),
    ...(connection.endpoint === undefined ? {} : { endpoint: connection.endpoint }),
    requestHandler: { requestTimeout: connection.requestTimeoutMs, connectionTimeout: connection.requestTimeoutMs, throwOnRequestTimeout: true },
  };
}

/** Names of the profiles in the user's AWS configuration, for a list to choose from. Only the headings are kept. */
export async function listProfiles(environment: Readonly<Record<string, string | undefined>> = process.env): Promise<readonly string[]> {
  const config = environment['AWS_CONFIG_FILE'] ?? join(homedir(), '.aws', 'config');
  const credentials = environment['AWS_SHARED_CREDENTIALS_FILE'] ?? join(homedir(), '.aws', 'credentials');
  const names = [...profileNames(await textOf(config), true), ...profileNames(await textOf(credentials), false)];
  return [...new Set(names)].sort();
}

/** `[profile name]` and `[default]` in the configuration, `[name]` among the credentials. */
export function profileNames(text: string, isConfiguration: boolean): readonly string[] {
  const names: string[] = [];
  for (const match of text.matchAll(/^[ \t]*\[([^\]\r\n]+)\]/gm)) {
    const heading = (match[1] ?? '').trim();
    if (!isConfiguration) names.push(heading);
    else if (heading === 'default') names.push(heading);
    else if (heading.startsWith('profile ')) names.push(heading.slice('profile '.length).trim());
  }
  return names;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    // No such file is the usual case for people who sign in another way.
    return '';
  }
}
