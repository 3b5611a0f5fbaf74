import type { AwsConnection } from '../../aws/credentials';
import type { Settings } from '../settingsModel';

/** A request that takes longer is tried again or given up. */
const requestTimeoutMilliseconds = 8000;

/** Who calls AWS, from settings that VS Code has already stripped of what an untrusted workspace says. */
export function connectionOf(settings: Pick<Settings, 'awsProfile' | 'awsRegion'>): AwsConnection {
  return {
    requestTimeoutMs: requestTimeoutMilliseconds,
    ...(settings.awsProfile === '' ? {} : { profile: settings.awsProfile }),
    ...(settings.awsRegion === '' ? {} : { priceListRegion: settings.awsRegion }),
  };
}
