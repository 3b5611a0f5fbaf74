import type { WorkspaceFacts } from '../scope';

const runtimes: readonly (readonly [RegExp, string])[] = [[/^node/, 'javascript'], [/^python/, 'python'], [/^ruby/, 'ruby'], [/^java/, 'java'], [/^dotnet/, 'csharp'], [/^go/, 'go'], [/^php/, 'php']];

/** What stands in a folder beside a runtime that tells no language: an image, a program that is compiled. */
const sources: readonly (readonly [RegExp, string])[] = [[/(?:^|\/)package\.json$/, 'javascript'], [/(?:^|\/)go\.mod$/, 'go'], [/(?:^|\/)Cargo\.toml$/, 'rust'], [/\.py$/, 'python'], [/\.php$/, 'php']];

/** The language of a function by the name of its runtime (`nodejs22.x`), else by what its folder holds. */
export function languageOf(runtime: string, root: string, workspace: WorkspaceFacts): string {
  const inFolder = (pattern: RegExp): boolean => workspace.files.some((file) => (root === '.' || file.path.startsWith(`${root}/`)) && pattern.test(file.path));
  const language = runtimes.find(([pattern]) => pattern.test(runtime))?.[1] ?? sources.find(([pattern]) => inFolder(pattern))?.[1] ?? 'javascript';
  return language === 'javascript' && inFolder(/(?<!\.d)\.[cm]?ts$/) ? 'typescript' : language;
}
