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
    this.folders = sortedRules(files, (text) => text);
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

/** Files that `.gitattributes` marks as somebody else's or as a machine's work. */
export class GitAttributes {
  private readonly folders: readonly FolderRules[];

  constructor(files: readonly RulesFile[]) {
    this.folders = sortedRules(files, attributesAsIgnores);
  }

  isVendoredOrGenerated(path: string): boolean {
    return this.folders.length > 0 && decide(this.folders, path);
  }
}

function sortedRules(files: readonly RulesFile[], rulesOf: (text: string) => string): readonly FolderRules[] {
  return files
    .map(({ path, text }) => {
      const prefix = path.slice(0, path.lastIndexOf('/') + 1);
      return { prefix, rules: ignore({ allowRelativePaths: true }).add(rulesOf(text.replace(/^\uFEFF/, ''))) };
    })
    .sort((one, other) => other.prefix.length - one.prefix.length);
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

const marks = /^(-?)(?:linguist-vendored|linguist-generated)(?:=(\S+))?$/;

/** `path/** linguist-vendored` and its negations as lines of an ignore file. */
function attributesAsIgnores(text: string): string {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [pattern, ...attributes] = line.trim().split(/[ \t]+/);
    if (pattern === undefined || pattern === '' || pattern.startsWith('#')) continue;
    for (const attribute of attributes) {
      const match = marks.exec(attribute);
      if (match === null) continue;
      const isSet = match[1] === '' && match[2] !== 'false';
      lines.push(isSet ? pattern : `!${pattern}`);
    }
  }
  return lines.join('\n');
}
