/** Text from a repository must not become Markdown or HTML. */
export function cell(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\|`*_<>[\]]/g, (character) => `\\${character}`);
}
