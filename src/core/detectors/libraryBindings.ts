import { binding, evidenceOf, packageName } from './bindings';
import type { Binding } from './detector';
import { meaningsOf } from './libraries';
import type { ApplicationScope } from './scope';

/** What the direct dependencies of an application's own manifests say, for every framework. */
export function libraryBindings(scope: ApplicationScope): readonly Binding[] {
  const folders = scope.application.includes ?? [];
  const manifests = new Set(['composer.json', 'package.json'].flatMap((file) => [scope.path(file), ...folders.map((folder) => `${folder}/${file}`)]));
  return scope.find('dependency').flatMap((fact) => {
    if (fact.origin === 'composer-lock' || (!manifests.has(fact.at.path) && ecosystemsWithManifest.has(fact.origin))) return [];
    return meaningsOf(fact.name)
      // A front end's packages are development dependencies of its bundler; a server's are not in use.
      .filter((meaning) => fact.stage !== 'local' || (fact.origin === 'npm' && meaning.need === 'video'))
      .map((meaning) =>
        binding({ need: meaning.need, technology: meaning.technology, library: meaning.library, confidence: meaning.confidence, evidence: [evidenceOf(fact, packageName(fact))], basis: 'library' }));
  });
}

const ecosystemsWithManifest: ReadonlySet<string> = new Set(['composer', 'npm']);
