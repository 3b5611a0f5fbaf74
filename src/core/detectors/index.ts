import { cloudFormation } from './cloudformation';
import { compose } from './compose';
import { composer } from './composer';
import type { Detector } from './detector';
import { django } from './django';
import { dockerfile } from './dockerfile';
import { dotenv } from './dotenv';
import { dotnet } from './dotnet';
import { gemPackage } from './gem-package';
import { go } from './go';
import { gradlePackage } from './gradle-package';
import { jvm } from './jvm';
import { kubernetes } from './kubernetes';
import { laravel } from './laravel';
import { mavenPackage } from './maven-package';
import { node } from './node';
import { nodePackage } from './node-package';
import { phpWeb } from './php-web';
import { procfile } from './procfile';
import { pythonPackage } from './python-package';
import { pythonWeb } from './python-web';
import { rack } from './rack';
import { rails } from './rails';
import { symfony } from './symfony';
import { terraform } from './terraform';
import { wordpress } from './wordpress';

/** Every detector, sorted by id. A test compares the list with the folders. */
export const detectors: readonly Detector[] = [cloudFormation, compose, composer, django, dockerfile, dotenv, dotnet, gemPackage, go, gradlePackage, jvm, kubernetes, laravel, mavenPackage, node, nodePackage, phpWeb, procfile, pythonPackage, pythonWeb, rack, rails, symfony, terraform, wordpress];
