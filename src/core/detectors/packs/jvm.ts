import { gradlePackage } from '../gradle-package';
import { jvm } from '../jvm';
import { mavenPackage } from '../maven-package';
import { sbtPackage } from '../sbt-package';
import type { Detector } from '../detector';

export const detectors: readonly Detector[] = [gradlePackage, jvm, mavenPackage, sbtPackage];
