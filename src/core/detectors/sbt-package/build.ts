import type { Fact, SourceDocument, TextRange } from '../../model';

const dependency = /"([\w.-]+)"\s{0,40}%{1,3}\s{0,40}"([\w.-]+)"\s{0,40}%\s{0,40}("[^"\n]{1,60}"|[\w.]{1,60})(?:\s{0,4}%\s{0,4}"?(\w{1,20}))?/g;
const projects = /\b(?:lazy\s+)?val\s+(\w+)(?:\s*:\s*Project)?\s*=\s*(?:\(\s*)?project\b(?:\s+in\s+file\(\s*"([^"\n]*)"\s*\)|\.in\(\s*file\(\s*"([^"\n]*)"\s*\)\s*\))?/g;
const plugins = /\benablePlugins\s*\(([^)]{1,300})\)/g;
const added = /\baddSbtPlugin\s*\(\s*"([\w.-]+)"\s*%\s*"([\w.-]+)"\s*%\s*"([^"\n]+)"/g;

/** Modules of Play by the names that its plugin gives them in a build. */
const playModules = /(?<![\w."])(jdbc|javaJdbc|javaJpa|evolutions|caffeine|ehcache|cacheApi|ws|javaWs|guice)(?![\w."])/g;
const artifacts: Readonly<Record<string, string>> = { jdbc: 'play-jdbc', javaJdbc: 'play-java-jdbc', javaJpa: 'play-java-jpa', evolutions: 'play-jdbc-evolutions', caffeine: 'play-caffeine-cache', ehcache: 'play-ehcache' };

/** What a build says: `maven:` dependencies, `jvm.plugin` of which project, `jvm.sbt-project` with its folder. */
export function readSbt({ path, text: written }: SourceDocument): readonly Fact[] {
  const text = withoutComments(written);
  const facts: Fact[] = [];
  const about = (name: string, value: string, range: TextRange, detail: Readonly<Record<string, string>>): void => {
    facts.push({ kind: 'config', name, value: { kind: 'literal', text: value }, at: { path, range }, stage: 'default', origin: 'sbt', detail });
  };
  const depends = (name: string, version: string, range: TextRange, isTest: boolean): void => {
    facts.push({ kind: 'dependency', name: `maven:${name}`, value: { kind: 'literal', text: version }, at: { path, range }, stage: isTest ? 'test' : 'default', origin: 'sbt' });
  };
  for (const match of text.matchAll(added)) about('jvm.plugin', `${match[1] ?? ''}:${match[2] ?? ''}`, rangeOf(match.index, match[0]), { version: match[3] ?? '' });
  if (/plugins\.sbt$/.test(path)) return facts;
  const starts = [...text.matchAll(projects)].map((match) => ({ index: match.index, name: match[1] ?? '', folder: match[2] ?? match[3] ?? match[1] ?? '' }));
  for (const { index, name, folder } of starts) about('jvm.sbt-project', folder === '' ? '.' : folder, { start: index, end: index + name.length }, { name });
  for (const match of text.matchAll(plugins)) {
    const folder = starts.findLast(({ index }) => index < match.index)?.folder ?? '.';
    const first = match.index + match[0].indexOf('(') + 1;
    for (const word of (match[1] ?? '').matchAll(/\w+/g)) {
      const range = rangeOf(first + word.index, word[0]);
      about('jvm.plugin', word[0], range, { folder: folder === '' ? '.' : folder });
      // The plugin brings the framework along.
      if (/^Play(?:Scala|Java|Service|MinimalJava)$/.test(word[0])) depends('org.playframework:play', '*', range, false);
    }
  }
  for (const match of text.matchAll(dependency)) {
    const [whole, group = '', artifact = '', version = '', scope = ''] = match;
    const start = match.index + whole.indexOf(`"${artifact}`, group.length + 2) + 1;
    depends(`${group}:${artifact}`, version.startsWith('"') ? version.slice(1, -1) : '*', { start, end: start + artifact.length }, /^(?:test|it|integrationtest|provided)$/i.test(scope));
  }
  if (/\bPlay(?:Scala|Java|Service|MinimalJava)\b/.test(text)) {
    for (const match of text.matchAll(playModules)) {
      const artifact = artifacts[match[1] ?? ''];
      if (artifact !== undefined) depends(`org.playframework:${artifact}`, '*', rangeOf(match.index, match[0]), false);
    }
  }
  return facts;
}

function rangeOf(start: number, text: string): TextRange {
  return { start, end: start + text.length };
}

/** Comments as spaces, so that places stay what they are. */
function withoutComments(text: string): string {
  return text.replace(/(^|[\s,;(){}])\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}
