import { parseAllDocuments } from 'yaml';
import type { ConfigNode, Parsed, ParseProblem } from '../node';
import { rangeWithin } from '../positions';
import { maximumProblems, problem } from '../problems';
import { convertDocument } from './convert';
import { withFlatFlow } from './flow';

/** The library recurses over flow collections, and reports each level of a hostile run of brackets as an error. */
const maximumFlowDepth = 1_000;

/** Every document of a YAML stream. Broken places are reported and the rest is read. */
export function parseYaml(text: string): Parsed<readonly ConfigNode[]> {
  const tooDeep = depthLimitAt(text);
  if (tooDeep !== -1) return { value: [], problems: [problem('depth', { start: tooDeep, end: tooDeep + 1 })] };
  const read = readDocuments(text, text);
  if (read.problems.length === 0) return read;
  const flat = withFlatFlow(text);
  const again = flat === null ? read : readDocuments(flat, text);
  return again.problems.length < read.problems.length ? again : read;
}

/** `text` has the length of `source`, which is what values are told in. */
function readDocuments(text: string, source: string): Parsed<readonly ConfigNode[]> {
  const problems: ParseProblem[] = [];
  const documents = parseAllDocuments(text, {
    // Positions are offsets; and comparing all keys of a map with each other takes quadratic time.
    prettyErrors: false,
    uniqueKeys: false,
    strict: false,
    logLevel: 'silent',
    stringKeys: false,
  });
  const value: ConfigNode[] = [];
  for (const document of documents) {
    for (const error of document.errors) problems.push(problem('syntax', rangeWithin(text.length, error.pos[0], error.pos[1]), 'YAML'));
    value.push(convertDocument(document, source, problems));
  }
  return { value, problems: problems.slice(0, maximumProblems) };
}

/** Offset of the bracket that nests too deeply, or -1. Quotes are not looked at: real files stay far below. */
function depthLimitAt(text: string): number {
  let depth = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x5b || code === 0x7b) {
      depth += 1;
      if (depth > maximumFlowDepth) return index;
    } else if ((code === 0x5d || code === 0x7d) && depth > 0) depth -= 1;
  }
  return -1;
}
