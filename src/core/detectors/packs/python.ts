import { django } from '../django';
import { pythonPackage } from '../python-package';
import { pythonWeb } from '../python-web';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [django, pythonPackage, pythonWeb];
