import { ci } from '../ci';
import { compose } from '../compose';
import { dockerfile } from '../dockerfile';
import { dotenv } from '../dotenv';
import { platform } from '../platform';
import { procfile } from '../procfile';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [ci, compose, dockerfile, dotenv, platform, procfile];
