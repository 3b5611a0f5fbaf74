import ignore from 'ignore';
import type { Ignore } from 'ignore';

/** The rules of one `.gitignore` or `.gitattributes`, which hold below the folder that the file lies in. */
interface FolderRules {
  /** `''` or `packages/api/`. */
  readonly prefix: string;
  readonly rules: Ignore;
}

/** A `.gitignore` (or another file of that kind) by its path. */
export interface RulesFile {
  readonly path: string;
  readonly text: string;
}

/** Answers as git does: nested files, the deeper one decides, and nothing comes back below an ignored folder. */
export class GitIgnores {
  private readonly folders: readonly FolderRules[];
  private readonly known = new Map<string, boolean>();

  constructor(files: readonly RulesFile[]) {
    this.folders = files.map(rulesOf).sort((one, other) => other.prefix.length - one.prefix.length);
  }

  isIgnored(path: string): boolean {
    if (this.folders.length === 0) return false;
    for (let slash = path.indexOf('/'); slash !== -1; slash = path.indexOf('/', slash + 1)) {
      if (this.isFolderIgnored(path.slice(0, slash + 1))) return true;
    }
    return decide(this.folders, path);
  }

  private isFolderIgnored(folder: string): boolean {
    const present = this.known.get(folder);
    if (present !== undefined) return present;
    const ignored = decide(this.folders, folder);
    this.known.set(folder, ignored);
    return ignored;
  }
}

interface Mark {
  readonly prefix: string;
  /** Asked with the path below `prefix`. */
  readonly matches: (path: string) => boolean;
  readonly isSet: boolean;
}

/**
 * Files that `.gitattributes` marks as somebody else's or as a machine's work. The last line that matches decides, and
 * unlike in `.gitignore` a folder does not decide for what is in it.
 */
export class GitAttributes {
  private readonly marks: readonly Mark[];

  constructor(files: readonly RulesFile[]) {
    this.marks = [...files].sort((one, other) => one.path.length - other.path.length).flatMap(marksOf).reverse();
  }

  isVendoredOrGenerated(path: string): boolean {
    const mark = this.marks.find(({ prefix, matches }) => path.startsWith(prefix) && path.length > prefix.length && matches(path.slice(prefix.length)));
    return mark?.isSet ?? false;
  }
}

function rulesOf({ path, text }: RulesFile): FolderRules {
  return { prefix: folderOf(path), rules: patterns(text.replace(/^\uFEFF/, '')) };
}

function patterns(text: string): Ignore {
  // Git tells upper from lower case in patterns wherever its repository was made on Linux.
  return ignore({ allowRelativePaths: true, ignorecase: false }).add(text);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** The deepest file that has an opinion decides. */
function decide(folders: readonly FolderRules[], path: string): boolean {
  for (const { prefix, rules } of folders) {
    if (!path.startsWith(prefix) || path.length === prefix.length) continue;
    const { ignored, unignored } = rules.test(path.slice(prefix.length));
    if (ignored || unignored) return ignored;
  }
  return false;
}

const attributePattern = /^(-?)(?:linguist-vendored|linguist-generated)(?:=(\S+))?$/;

/** `*.css`: nearly every line has this form, and each file of a repository is asked for each line. */
const byEnding = /^\*(\.[\w.-]+)$/;

/** `sdk/python/**`: folders that lie where the file of rules does, up to the first that is no plain name. */
const anchored = /^\/?((?:[\w.@ -]+\/)+)[^/]/;

function matcherOf(glob: string): (path: string) => boolean {
  const ending = byEnding.exec(glob)?.[1];
  if (ending !== undefined) return (path) => path.endsWith(ending);
  const pattern = patterns(glob);
  const start = anchored.exec(glob)?.[1] ?? '';
  return (path) => path.startsWith(start) && pattern.ignores(path);
}

function marksOf({ path, text }: RulesFile): readonly Mark[] {
  const marks: Mark[] = [];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
    const [glob, ...attributes] = line.trim().split(/[ \t]+/);
    if (glob === undefined || glob === '' || glob.startsWith('#') || glob.startsWith('!')) continue;
    for (const attribute of attributes) {
      const match = attributePattern.exec(attribute);
      if (match !== null) marks.push({ prefix: folderOf(path), matches: matcherOf(glob), isSet: match[1] === '' && match[2] !== 'false' });
    }
  }
  return marks;
}
