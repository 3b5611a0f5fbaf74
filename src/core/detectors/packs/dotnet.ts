import { dotnet } from '../dotnet';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [dotnet];
