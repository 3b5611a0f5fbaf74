const made = new WeakMap<RegExp, RegExp>();

/**
 * A pattern as one that goes on from match to match, set to the start of a text. Made once: patterns are asked of every
 * source file, and a new one is compiled anew.
 */
export function everywhere(pattern: RegExp): RegExp {
  let global = made.get(pattern);
  if (global === undefined) {
    global = pattern.global ? pattern : new RegExp(pattern.source, `g${pattern.flags}`);
    made.set(pattern, global);
  }
  global.lastIndex = 0;
  return global;
}
