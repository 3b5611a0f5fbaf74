import { node } from '../node';
import { nodePackage } from '../node-package';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [node, nodePackage];
