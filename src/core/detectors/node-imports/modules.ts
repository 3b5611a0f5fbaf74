import type { Module } from './module';

/** In the order in which a name without its ending is looked for. */
const endings = ['.tsx', '.ts', '.js', '.jsx', '.mts', '.mjs', '.cts', '.cjs', '.vue', '.svelte', '.astro'];
const ending = /(?:\.d)?\.[cm]?[jt]sx?$/;
const noModule = /\.(?:css|s[ac]ss|less|svg|png|jpe?g|webp|gif|json|md|mdx|wasm|txt|html)$/;

/** Modules by the names under which others ask for them: with their ending, without it, or by the folder of an `index`. */
export class Modules {
  readonly all: readonly Module[];
  private readonly byPath: ReadonlyMap<string, Module>;
  private readonly byName = new Map<string, { readonly path: string; readonly rank: number }>();

  constructor(modules: readonly Module[]) {
    this.byPath = new Map(modules.map((module) => [module.path, module]));
    this.all = [...this.byPath.values()];
    for (const { path } of this.all) {
      const dot = path.lastIndexOf('.');
      const rank = endings.indexOf(path.slice(dot));
      if (rank < 0) continue;
      const name = path.slice(0, dot);
      this.name(name, path, rank);
      // A file is found before a folder of its name.
      if (name.endsWith('/index')) this.name(name.slice(0, -'/index'.length), path, endings.length + rank);
    }
  }

  get(path: string): Module | undefined {
    return this.byPath.get(path);
  }

  has(path: string): boolean {
    return this.byPath.has(path);
  }

  /** Path of the module that is meant by one. */
  at(path: string): string | undefined {
    if (this.byPath.has(path)) return path;
    const named = this.byName.get(path)?.path;
    if (named !== undefined) return noModule.test(path) ? undefined : named;
    // `./model.js` is what `model.ts` will be.
    return ending.test(path) ? this.byName.get(path.replace(ending, ''))?.path : undefined;
  }

  private name(name: string, path: string, rank: number): void {
    const known = this.byName.get(name);
    if (known === undefined || rank < known.rank) this.byName.set(name, { path, rank });
  }
}
