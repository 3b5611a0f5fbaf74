import { elixir } from '../elixir';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [elixir];
