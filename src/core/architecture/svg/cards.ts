import { localize, type Language } from '../../l10n/localized';
import type { ArchitectureNode } from '../../model';
import { nodeCostText, type NodeCost } from '../costs';
import { textWidth, wrapText } from './metrics';

/** One line of a card: its text, size in pixels and weight. */
export interface CardLine {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly tone: 'text' | 'muted' | 'cost';
  /** Baseline from the top of the card. */
  readonly y: number;
}

export interface Card {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly CardLine[];
  /** Left edge of the text. */
  readonly textX: number;
}

export const iconSize = 32;
const padding = 12;
const textWidthLimit = 168;
const minimumWidth = 96;

/** The size of a node follows from its text: label, detail, cost. */
export function layOutCard(node: ArchitectureNode, language: Language, cost: NodeCost | undefined, hasIcon: boolean): Card {
  const parts: Omit<CardLine, 'y'>[] = wrapText(localize(node.label, language), 13, textWidthLimit, 2, true).map((text) => ({ text, size: 13, bold: true, tone: 'text' }));
  if (node.detail !== null) {
    parts.push(...wrapText(localize(node.detail, language), 11, textWidthLimit, 3).map((text) => ({ text, size: 11, bold: false, tone: 'muted' }) as const));
  }
  if (cost !== undefined) parts.push(...wrapText(nodeCostText(cost, language), 12, textWidthLimit, 2, true).map((text) => ({ text, size: 12, bold: true, tone: 'cost' }) as const));
  const textHeight = parts.reduce((sum, part) => sum + part.size + 4, 0) - 3;
  const height = Math.max(textHeight + 2 * padding, hasIcon ? iconSize + 2 * padding : 0);
  const lines: CardLine[] = [];
  let y = (height - textHeight) / 2 - 1;
  for (const part of parts) {
    y += part.size + 1;
    lines.push({ ...part, y });
    y += 3;
  }
  const textX = padding + (hasIcon ? iconSize + 10 : 4);
  const widest = Math.max(0, ...lines.map((line) => textWidth(line.text, line.size, line.bold)));
  return { width: Math.ceil(Math.max(minimumWidth, textX + widest + padding)), height: Math.ceil(height), lines, textX };
}
