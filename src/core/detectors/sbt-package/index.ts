import type { Detector } from '../detector';
import { readSbt } from './build';

/** sbt's `build.sbt` and the Scala files beside it: dependencies, plugins, projects. Read as text: nothing of a build is run. */
export const sbtPackage: Detector = {
  id: 'sbt-package',
  label: 'sbt',
  files: [
    { match: /(^|\/)build\.sbt$/, example: 'services/orders/build.sbt' },
    { match: /(^|\/)project\/(?:plugins\.sbt|[\w.-]*(?:Dependencies|Build|Libs|Versions|Settings)[\w.-]*\.scala)$/, example: 'project/Dependencies.scala' },
  ],
  formats: () => [],
  extract: (document) => ({ facts: readSbt(document), problems: [] }),
};
