/** Text of a workspace inside Markdown: no markup, no link, no icon and no line break of it comes to life. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|<>~$&:]/g, (character) => `\\${character}`);
}

/** A line of a table: the first cell may wrap, numbers and their units stay together. */
export function tableLine([first = '', ...others]: readonly string[]): string {
  return `| ${[first, ...others.map((cell) => cell.replaceAll(' ', '\u00a0'))].join(' | ')} |`;
}

/** A link that runs a command with arguments; the label is trusted text. */
export function commandLink(label: string, command: string, ...commandArguments: readonly unknown[]): string {
  const encoded = encodeURIComponent(JSON.stringify(commandArguments));
  return `[${label}](command:${command}?${encoded})`;
}
