import type { PanelNode } from '../../src/protocol/panelModel';
import type { PanelStrings } from '../../src/protocol/panelStrings';
import type { Drawing } from './drawing';
import { fill } from './dom';

/** Which way an arrow key points. */
const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** What a screen reader says of a node: what it is first, how to go on last. */
export function describeNode(node: PanelNode, strings: PanelStrings): string {
  const [first, second] = node.evidence;
  const action =
    first === undefined
      ? null
      : second === undefined
        ? fill(strings.openLine, { line: first.label })
        : fill(strings.openOneOf, { count: node.evidence.length });
  // The visible lines in their order: who speaks what they see must be understood.
  return [node.label, node.detail, node.cost, node.group, action].filter((part) => part !== null && part !== '').join(', ');
}

/** Makes the nodes of a drawing buttons. One of them takes part in the Tab order; arrow keys move on from it. */
export function makeFocusable(drawing: Drawing, nodes: readonly PanelNode[], strings: PanelStrings): void {
  let first = true;
  for (const node of nodes) {
    const element = drawing.nodes.get(node.id);
    if (element === undefined) continue;
    element.dataset['node'] = node.id;
    element.setAttribute('role', 'button');
    element.setAttribute('aria-label', describeNode(node, strings));
    if (node.evidence.length !== 1) element.setAttribute('aria-haspopup', 'dialog');
    element.setAttribute('tabindex', first ? '0' : '-1');
    first = false;
  }
}

/** Focuses a node and lets Tab come back to it. */
export function focusNode(drawing: Drawing, id: string): void {
  const target = drawing.nodes.get(id);
  if (target === undefined) return;
  for (const element of drawing.nodes.values()) element.setAttribute('tabindex', element === target ? '0' : '-1');
  target.focus({ preventScroll: true });
}

/** The nearest node in the direction of an arrow key, as the eye would find it; null where there is none. */
export function neighbour(drawing: Drawing, id: string, key: string): string | null {
  const direction = directions[key];
  const origin = drawing.nodes.get(id);
  if (direction === undefined || origin === undefined) return null;
  const [dx, dy] = direction;
  const from = centre(origin);
  let best: string | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [candidate, element] of drawing.nodes) {
    if (candidate === id) continue;
    const to = centre(element);
    const along = (to.x - from.x) * dx + (to.y - from.y) * dy;
    const across = Math.abs((to.x - from.x) * dy) + Math.abs((to.y - from.y) * dx);
    // Within a quarter turn; what lies straight ahead wins over what is nearer but aside.
    if (along < 1 || across > along * 2.5) continue;
    const distance = along + across * 2;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

export function isArrow(key: string): boolean {
  return Object.hasOwn(directions, key);
}

export function panStep(key: string): readonly [number, number] {
  const [x, y] = directions[key] ?? [0, 0];
  return [-x * 60, -y * 60];
}

function centre(element: Element): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
