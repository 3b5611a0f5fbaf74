import type { Detector } from '../detector';
import { problemsAt } from '../facts';
import { readPom } from './pom';

/** Maven's `pom.xml`: dependencies, plugins, modules, parent. Which of them makes an application is the frameworks' matter. */
export const mavenPackage: Detector = {
  id: 'maven-package',
  label: 'Maven',
  files: [{ match: /(^|\/)pom\.xml$/, example: 'services/orders/pom.xml' }],
  formats: () => ['xml'],
  extract(document, formats) {
    const parsed = formats.xml(document.text);
    return { facts: parsed.value === null ? [] : readPom(document.path, parsed.value), problems: problemsAt(document.path, parsed.problems) };
  },
};
