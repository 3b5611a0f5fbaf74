import { gemPackage } from '../gem-package';
import { rack } from '../rack';
import { rails } from '../rails';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [gemPackage, rack, rails];
