import { go } from '../go';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [go];
