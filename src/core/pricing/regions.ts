/** A region as AWS's price data names it. */
export interface RegionInfo {
  readonly code: string;
  /** Location name of the price lists: ASCII, without accents. */
  readonly location: string;
  /** Prefixes of usage types (`SAE1-BoxUsage:t3.micro`). us-east-1 uses none or `USE1-`, eu-west-1 uses `EU-`. */
  readonly usagePrefixes: readonly string[];
  /** CloudFront edge that serves most readers of an application in this region. */
  readonly edge: Edge;
}

/** Price zones of CloudFront by the name of `skylift price --edge`. */
export const edges = ['us', 'eu', 'south-america', 'asia'] as const;
export type Edge = (typeof edges)[number];

/** Location names of CloudFront's price zones. */
export const edgeLocations: Readonly<Record<Edge, string>> = {
  us: 'United States',
  eu: 'EU',
  'south-america': 'South America',
  asia: 'Asia Pacific',
};

/** Usage-type prefixes of CloudFront's price zones. */
export const edgePrefixes: Readonly<Record<Edge, string>> = { us: 'US-', eu: 'EU-', 'south-america': 'SA-', asia: 'AP-' };

/** Regions of the commercial partition that the price lists name, for messages and for live prices. */
export const regions: readonly RegionInfo[] = [
  region('us-east-1', 'US East (N. Virginia)', 'us', ['', 'USE1-']),
  region('us-east-2', 'US East (Ohio)', 'us', ['USE2-']),
  region('us-west-1', 'US West (N. California)', 'us', ['USW1-']),
  region('us-west-2', 'US West (Oregon)', 'us', ['USW2-']),
  region('ca-central-1', 'Canada (Central)', 'us', ['CAN1-']),
  region('ca-west-1', 'Canada West (Calgary)', 'us', ['CAN2-']),
  region('mx-central-1', 'Mexico (Central)', 'us', ['MXC1-']),
  region('sa-east-1', 'South America (Sao Paulo)', 'south-america', ['SAE1-']),
  region('eu-west-1', 'EU (Ireland)', 'eu', ['EU-', 'EUW1-']),
  region('eu-west-2', 'EU (London)', 'eu', ['EUW2-']),
  region('eu-west-3', 'EU (Paris)', 'eu', ['EUW3-']),
  region('eu-central-1', 'EU (Frankfurt)', 'eu', ['EUC1-']),
  region('eu-central-2', 'Europe (Zurich)', 'eu', ['EUC2-']),
  region('eu-north-1', 'EU (Stockholm)', 'eu', ['EUN1-']),
  region('eu-south-1', 'EU (Milan)', 'eu', ['EUS1-']),
  region('eu-south-2', 'Europe (Spain)', 'eu', ['EUS2-']),
  region('il-central-1', 'Israel (Tel Aviv)', 'eu', ['ILC1-']),
  region('ap-south-1', 'Asia Pacific (Mumbai)', 'asia', ['APS3-', 'APS1-']),
  region('ap-south-2', 'Asia Pacific (Hyderabad)', 'asia', ['APS5-']),
  region('ap-southeast-1', 'Asia Pacific (Singapore)', 'asia', ['APS1-']),
  region('ap-southeast-2', 'Asia Pacific (Sydney)', 'asia', ['APS2-']),
  region('ap-southeast-3', 'Asia Pacific (Jakarta)', 'asia', ['APS4-']),
  region('ap-southeast-4', 'Asia Pacific (Melbourne)', 'asia', ['APS6-']),
  region('ap-southeast-5', 'Asia Pacific (Malaysia)', 'asia', ['APS7-']),
  region('ap-southeast-7', 'Asia Pacific (Thailand)', 'asia', ['APS9-']),
  region('ap-northeast-1', 'Asia Pacific (Tokyo)', 'asia', ['APN1-']),
  region('ap-northeast-2', 'Asia Pacific (Seoul)', 'asia', ['APN2-']),
  region('ap-northeast-3', 'Asia Pacific (Osaka)', 'asia', ['APN3-']),
  region('ap-east-1', 'Asia Pacific (Hong Kong)', 'asia', ['APE1-']),
  region('ap-east-2', 'Asia Pacific (Taipei)', 'asia', ['APE2-']),
  region('me-south-1', 'Middle East (Bahrain)', 'asia', ['MES1-']),
  region('me-central-1', 'Middle East (UAE)', 'asia', ['MEC1-']),
  region('af-south-1', 'Africa (Cape Town)', 'eu', ['AFS1-']),
];

export function regionInfo(code: string): RegionInfo | undefined {
  return regions.find((candidate) => candidate.code === code);
}

export function isEdge(value: string): value is Edge {
  return edges.some((edge) => edge === value);
}

function region(code: string, location: string, edge: Edge, usagePrefixes: readonly string[]): RegionInfo {
  return { code, location, edge, usagePrefixes };
}
