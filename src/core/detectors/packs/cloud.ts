import { cdk } from '../cdk';
import { cloudFormation } from '../cloudformation';
import { kubernetes } from '../kubernetes';
import { pulumi } from '../pulumi';
import { terraform } from '../terraform';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [cdk, cloudFormation, kubernetes, pulumi, terraform];
