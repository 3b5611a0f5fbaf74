// Tests and tools run the sources unbuilt: importing this file tells readers where their grammars are.
import { useGrammarFiles } from '../hosts/grammarFiles';

useGrammarFiles(new URL('./built/', import.meta.url));
