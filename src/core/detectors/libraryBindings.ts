import { binding, evidenceOf, packageName } from './bindings';
import type { Binding } from './detector';
import { meaningsOf } from './libraries';
import type { ApplicationScope } from './scope';

/** What the direct dependencies of an application's own manifests say, for every framework. */
export function libraryBindings(scope: ApplicationScope): readonly Binding[] {
  const runsScripts = /^(?:java|type)script$/.test(scope.application.languages[0] ?? '');
  const folders = scope.application.includes ?? [];
  const manifests = new Set(['composer.json', 'package.json'].flatMap((file) => [scope.path(file), ...folders.map((folder) => `${folder}/${file}`)]));
  const found = scope.find('dependency').flatMap((fact) => {
    // What a shared package brings for the one application that lists it as well.
    if (fact.detail?.['listedBy'] !== undefined) return [];
    if (fact.origin === 'composer-lock' || (!manifests.has(fact.at.path) && ecosystemsWithManifest.has(fact.origin))) return [];
    return meaningsOf(fact.name)
      // Beside a server of another language npm brings what runs in its pages, where errors are those of a browser.
      .filter((meaning) => fact.origin !== 'npm' || meaning.need !== 'monitoring' || runsScripts)
      // A front end's packages are development dependencies of its bundler; a server's are not in use.
      .filter((meaning) => fact.stage !== 'local' || (fact.origin === 'npm' && meaning.need === 'video'))
      .map((meaning) =>
        ({ path: fact.at.path, binding: binding({ need: meaning.need, technology: meaning.technology, library: meaning.library, confidence: meaning.confidence, evidence: [evidenceOf(fact, packageName(fact))], basis: 'library' }) }));
  });
  const kinds = new Map<string, Set<string>>();
  for (const { path, binding: { need, technology } } of found) kinds.set(`${path} ${need}`, (kinds.get(`${path} ${need}`) ?? new Set()).add(technology));
  return found.filter(({ path, binding: { need } }) => need !== 'sms-push' || (kinds.get(`${path} ${need}`)?.size ?? 0) < catalogueSize).map((item) => item.binding).filter(({ evidence }) => evidence[0]?.key !== topics);
}

/** Counts as one of many services; alone it mostly sends events, and code tells (`node.push.sns`). */
const topics = '@aws-sdk/client-sns';

/** So many services of one kind in one manifest are those that users may choose from: no one uses them all. */
const catalogueSize = 4;

const ecosystemsWithManifest: ReadonlySet<string> = new Set(['composer', 'npm']);
