import { autoScaling } from './concepts/autoScaling';
import { availabilityZone } from './concepts/availabilityZone';
import { cloudNative } from './concepts/cloudNative';
import { freeTier } from './concepts/freeTier';
import { highAvailability } from './concepts/highAvailability';
import { iam } from './concepts/iam';
import { leastPrivilege } from './concepts/leastPrivilege';
import { liftAndShift } from './concepts/liftAndShift';
import { loadBalancing } from './concepts/loadBalancing';
import { managedServices } from './concepts/managedServices';
import { microservicesByDomain } from './concepts/microservicesByDomain';
import { multiAz } from './concepts/multiAz';
import { payAsYouGo } from './concepts/payAsYouGo';
import { payAsYouScale } from './concepts/payAsYouScale';
import { region } from './concepts/region';
import { reservedCapacity } from './concepts/reservedCapacity';
import { rtoRpo } from './concepts/rtoRpo';
import { securityByDesign } from './concepts/securityByDesign';
import { securityGroup } from './concepts/securityGroup';
import { serverlessFirst } from './concepts/serverlessFirst';
import { sharedResponsibility } from './concepts/sharedResponsibility';
import { vpc } from './concepts/vpc';
import { wellArchitected } from './concepts/wellArchitected';
import { allServerless } from './pitfalls/allServerless';
import { giantServer } from './pitfalls/giantServer';
import { securityLater } from './pitfalls/securityLater';
import { surpriseCost } from './pitfalls/surpriseCost';
import { fileUpload } from './useCases/fileUpload';
import { observability } from './useCases/observability';
import { scheduling } from './useCases/scheduling';
import { videoCalls } from './useCases/videoCalls';
import type { Concept } from './types';

/** One entry per file of `concepts/`, `pitfalls/` and `useCases/`, sorted; a test compares them. */
export const concepts: readonly Concept[] = [
  autoScaling,
  availabilityZone,
  cloudNative,
  freeTier,
  highAvailability,
  iam,
  leastPrivilege,
  liftAndShift,
  loadBalancing,
  managedServices,
  microservicesByDomain,
  multiAz,
  payAsYouGo,
  payAsYouScale,
  region,
  reservedCapacity,
  rtoRpo,
  securityByDesign,
  securityGroup,
  serverlessFirst,
  sharedResponsibility,
  vpc,
  wellArchitected,
  allServerless,
  giantServer,
  securityLater,
  surpriseCost,
  fileUpload,
  observability,
  scheduling,
  videoCalls,
];

const byId = new Map<string, Concept>(concepts.map((entry) => [entry.id, entry]));

/** A concept, pitfall or use case by its id. */
export function concept(id: string): Concept | undefined {
  return byId.get(id);
}
