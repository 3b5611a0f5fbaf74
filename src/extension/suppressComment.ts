/** How a comment of a line's own is written. Null where the format has none (JSON). */
interface CommentStyle {
  readonly open: string;
  readonly close: string;
}

const hash: CommentStyle = { open: '#', close: '' };
const slashes: CommentStyle = { open: '//', close: '' };
const semicolon: CommentStyle = { open: ';', close: '' };
const dashes: CommentStyle = { open: '--', close: '' };
const angle: CommentStyle = { open: '<!--', close: ' -->' };

const byName: readonly (readonly [RegExp, CommentStyle | null])[] = [
  [/(^|\/)\.env[^/]*$/, hash],
  [/(^|\/)(dockerfile[^/]*|[^/]*\.dockerfile|procfile[^/]*|gemfile|makefile|rakefile|crontab)$/, hash],
  [/(^|\/)go\.mod$/, slashes],
  [/\.(ya?ml|toml|tf|tfvars|hcl|py|rb|ru|sh|properties|conf|env|cfg|ex|exs)$/, hash],
  [/\.(php|[cm]?[jt]sx?|jsonc|json5|java|kts?|gradle|groovy|cs|go|rs|bicep|scala)$/, slashes],
  [/\.ini$/, semicolon],
  [/\.sql$/, dashes],
  [/\.(xml|html?|csproj|fsproj|props|vue|md)$/, angle],
];

export interface SuppressingComment {
  /** Before the reason, with the indentation of the line it speaks of. */
  readonly before: string;
  /** After the reason. */
  readonly after: string;
}

/** The comment to put above a line so that a rule leaves it alone, or null where the format knows no comments. */
export function suppressingComment(path: string, rule: string, lineText: string): SuppressingComment | null {
  const style = byName.find(([pattern]) => pattern.test(path.toLowerCase()))?.[1] ?? null;
  if (style === null) return null;
  const indent = /^[ \t]*/.exec(lineText)?.[0] ?? '';
  return { before: `${indent}${style.open} skylift-disable-next-line ${rule} -- `, after: style.close };
}
