import { cdk } from '../cdk';
import { cloudFormation } from '../cloudformation';
import { kubernetes } from '../kubernetes';
import { pulumi } from '../pulumi';
import { sst } from '../sst';
import { taskDefinition } from '../task-definition';
import { terraform } from '../terraform';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [cdk, cloudFormation, kubernetes, pulumi, sst, taskDefinition, terraform];
