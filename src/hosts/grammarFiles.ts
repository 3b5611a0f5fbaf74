import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setAssetLoader } from '../core/formats/treeSitter/assets';
import packaged from './grammars.json';

/** Reads grammars from the folder that the build fills; sources that run unbuilt have them in `node_modules`. */
export function useGrammarFiles(built: URL): void {
  setAssetLoader((name) => {
    const file = fileURLToPath(new URL(`${name}.wasm`, built));
    return readFile(existsSync(file) ? file : createRequire(import.meta.url).resolve(packaged[name]));
  });
}
