/** Advance widths of Helvetica and Arial in thousandths of the size, for the printable ASCII characters from space on. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278,
  584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944,
  667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
/** Letters with marks are as wide as their base; scripts of square characters fill the whole size. */
const other = 600;
const square = 1000;
const boldFactor = 1.07;
/** Fonts that stand in for Helvetica are a little wider: nothing may touch the frame. */
const safety = 1.06;

/** Width of a text in pixels. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0;
  for (const character of text.normalize('NFD')) {
    const code = character.codePointAt(0) ?? 0;
    if (code >= 0x300 && code <= 0x36f) continue;
    thousandths += widths[code - 32] ?? (code >= 0x2e80 ? square : other);
  }
  return (thousandths / 1000) * size * safety * (bold ? boldFactor : 1);
}

/** Breaks a text at spaces into lines of at most `width` pixels; a word that is longer is cut. The last line ends in `…` when there are too many. */
export function wrapText(text: string, size: number, width: number, maximumLines: number, bold = false): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter((part) => part !== '').flatMap((part) => cut(part, size, width, bold))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, size, bold) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length <= maximumLines) return lines;
  return [...lines.slice(0, maximumLines - 1), ellipsis(lines[maximumLines - 1] ?? '', size, width, bold)];
}

function cut(word: string, size: number, width: number, bold: boolean): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && textWidth(part + character, size, bold) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return part === '' ? parts : [...parts, part];
}

function ellipsis(line: string, size: number, width: number, bold: boolean): string {
  let text = line;
  while (text !== '' && textWidth(`${text}…`, size, bold) > width) text = Array.from(text).slice(0, -1).join('');
  return `${text}…`;
}
