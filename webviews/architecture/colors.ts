/** Colours as sRGB channels of 0–255 and an alpha of 0–1. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** Reads what `getComputedStyle` gives: `rgb(…)`, `rgba(…)` or `color(srgb …)`. */
export function parseColor(text: string): Color | undefined {
  const numbers = (text.match(/-?\d*\.?\d+(?:e-?\d+)?%?/g) ?? []).map((part) => (part.endsWith('%') ? Number.parseFloat(part) / 100 : Number(part)));
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  if (/^rgba?\(/i.test(text)) return { red, green, blue, alpha };
  if (/^color\(srgb /i.test(text)) return { red: red * 255, green: green * 255, blue: blue * 255, alpha };
  return undefined;
}

/** `over` laid on `base` with `share` of its own alpha. The result is opaque if `base` is. */
export function blend(base: Color, over: Color, share = 1): Color {
  const weight = over.alpha * share;
  return {
    red: over.red * weight + base.red * (1 - weight),
    green: over.green * weight + base.green * (1 - weight),
    blue: over.blue * weight + base.blue * (1 - weight),
    alpha: weight + base.alpha * (1 - weight),
  };
}

export function hex({ red, green, blue }: Color): string {
  return `#${[red, green, blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance by WCAG 2: 0 is black, 1 is white. */
export function luminance({ red, green, blue }: Color): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((channel) => {
    const value = channel / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

export function contrast(a: Color, b: Color): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** `color` moved towards `target` until it stands out from `background` by `ratio`, as far as that goes. */
export function readable(color: Color, background: Color, target: Color, ratio: number): Color {
  for (let share = 0; share < 1; share += 0.1) {
    const candidate = blend(color, target, share);
    if (contrast(candidate, background) >= ratio) return candidate;
  }
  return target;
}
