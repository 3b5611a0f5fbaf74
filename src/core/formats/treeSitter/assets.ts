/** WebAssembly that readers need: the engine and a grammar per language. The build puts each into `dist/grammars`. */
export type AssetName = 'engine' | 'elixir' | 'hcl' | 'ruby';

export type AssetLoader = (name: AssetName) => Promise<Uint8Array>;

let current: AssetLoader | null = null;

/** Says where the bytes come from: only a host knows its files. */
export function setAssetLoader(loader: AssetLoader): void {
  current = loader;
}

export function loadAsset(name: AssetName): Promise<Uint8Array> {
  return current === null ? Promise.reject(new Error('no host has said where the grammars are')) : current(name);
}
