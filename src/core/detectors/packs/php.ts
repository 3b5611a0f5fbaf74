import { composer } from '../composer';
import { laravel } from '../laravel';
import { phpWeb } from '../php-web';
import { symfony } from '../symfony';
import { wordpress } from '../wordpress';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [composer, laravel, phpWeb, symfony, wordpress];
