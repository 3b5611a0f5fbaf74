import { blend, hex, parseColor, readable, type Color } from './colors';

/** The colours of the user's theme, resolved: Mermaid computes with them and a saved drawing carries them. */
export interface Palette {
  readonly highContrast: boolean;
  readonly dark: boolean;
  readonly background: Color;
  readonly foreground: Color;
  /** Secondary text, at least 4.5 : 1 on the background. */
  readonly muted: Color;
  readonly surface: Color;
  readonly border: Color;
  readonly line: Color;
  readonly cost: Color;
  readonly green: Color;
  readonly blue: Color;
  readonly purple: Color;
  readonly orange: Color;
  readonly yellow: Color;
  readonly fontFamily: string;
}

const black: Color = { red: 0, green: 0, blue: 0, alpha: 1 };
const white: Color = { red: 255, green: 255, blue: 255, alpha: 1 };

export function readPalette(): Palette {
  const { classList } = document.body;
  const highContrast = classList.contains('vscode-high-contrast') || classList.contains('vscode-high-contrast-light');
  const dark = classList.contains('vscode-dark') || (highContrast && !classList.contains('vscode-high-contrast-light'));
  const probe = document.createElement('span');
  probe.hidden = true;
  document.body.append(probe);
  try {
    const resolve = (fallback: Color, ...names: readonly string[]): Color => {
      for (const name of names) {
        probe.style.color = '';
        probe.style.color = `var(${name}, transparent)`;
        const color = parseColor(getComputedStyle(probe).color);
        if (color !== undefined && color.alpha > 0) return color;
      }
      return fallback;
    };
    const background = blend(dark ? black : white, resolve(dark ? black : white, '--vscode-editor-background'));
    const on = (color: Color): Color => blend(background, color);
    const foreground = on(resolve(dark ? white : black, '--vscode-foreground', '--vscode-editor-foreground'));
    const contrastBorder = on(resolve(foreground, '--vscode-contrastBorder'));
    const chart = (name: string): Color => on(resolve(foreground, `--vscode-charts-${name}`));
    return {
      highContrast,
      dark,
      background,
      foreground,
      muted: highContrast ? foreground : readable(on(resolve(foreground, '--vscode-descriptionForeground')), background, foreground, 4.6),
      surface: highContrast ? background : blend(background, foreground, 0.05),
      border: highContrast ? contrastBorder : blend(background, foreground, 0.3),
      line: highContrast ? foreground : blend(background, foreground, 0.55),
      cost: highContrast ? foreground : readable(chart('green'), background, foreground, 4.6),
      green: highContrast ? contrastBorder : chart('green'),
      blue: highContrast ? contrastBorder : chart('blue'),
      purple: highContrast ? contrastBorder : chart('purple'),
      orange: highContrast ? contrastBorder : chart('orange'),
      yellow: highContrast ? contrastBorder : chart('yellow'),
      fontFamily: getComputedStyle(document.body).fontFamily || 'sans-serif',
    };
  } finally {
    probe.remove();
  }
}

/** Two palettes with the same fingerprint draw the same picture. */
export function fingerprint(palette: Palette): string {
  return Object.values(palette)
    .map((value: unknown) => (typeof value === 'object' && value !== null ? hex(value as Color) : String(value)))
    .join(' ');
}

/** Calls `listener` when VS Code put another theme on the page and that changed a colour or font that is drawn. */
export function onPaletteChange(listener: (palette: Palette) => void): void {
  let last = fingerprint(readPalette());
  const check = (): void => {
    const palette = readPalette();
    const now = fingerprint(palette);
    if (now === last) return;
    last = now;
    listener(palette);
  };
  const observer = new MutationObserver(check);
  observer.observe(document.body, { attributes: true, attributeFilter: ['class'] });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });
}
