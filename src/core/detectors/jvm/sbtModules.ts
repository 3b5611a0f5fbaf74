import type { Fact } from '../../model';
import { folderOf, inFolder } from '../paths';
import { literal, type JvmModule } from './module';

/** Projects of a build of sbt: the folder of its `build.sbt` and those that it names. What the build depends on, each may use. */
export function sbtModules(facts: readonly Fact[]): readonly JvmModule[] {
  const own = facts.filter((fact) => fact.origin === 'sbt');
  const builds = new Set(own.filter((fact) => fact.at.path.endsWith('build.sbt')).map((fact) => folderOf(fact.at.path)));
  return [...builds].flatMap((build) => {
    const within = own.filter((fact) => buildOf(fact.at.path) === build);
    const dependencies = within.filter((fact) => fact.kind === 'dependency' && fact.stage !== 'test');
    const shared = [...new Set(within.map((fact) => fact.at.path))];
    const folders = new Set(['.', ...within.flatMap((fact) => (fact.name === 'jvm.sbt-project' ? [literal(fact) ?? '.'] : []))]);
    return [...folders].map((folder): JvmModule => ({
      root: folder === '.' ? build : inFolder(build, folder.replace(/^\.\/|\/$/g, '')),
      artifact: null,
      packaging: 'jar',
      build: 'sbt',
      dependencies,
      plugins: within.filter((fact) => fact.name === 'jvm.plugin' && (fact.detail?.['folder'] ?? folder) === folder),
      statements: [],
      shared,
      uses: [],
    }));
  });
}

/** `project/plugins.sbt` and its like belong to the build above. */
function buildOf(path: string): string {
  const folder = folderOf(path);
  if (path.endsWith('build.sbt')) return folder;
  return folder === 'project' ? '.' : folder.endsWith('/project') ? folder.slice(0, -'/project'.length) : folder;
}
