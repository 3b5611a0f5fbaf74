import { node } from '../node';
import { nodeImports } from '../node-imports';
import { nodePackage } from '../node-package';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [node, nodeImports, nodePackage];
