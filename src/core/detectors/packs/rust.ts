import { rust } from '../rust';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [rust];
