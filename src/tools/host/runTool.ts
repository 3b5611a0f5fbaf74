import { ToolError } from './processes';
import { warn } from './terminal';

/** Runs a tool's main function and turns its outcome into the exit code. */
export function runTool(main: () => Promise<number>): void {
  main().then(
    (code) => { process.exitCode = code; },
    (error: unknown) => {
      warn(describe(error));
      process.exitCode = 2;
    },
  );
}

/** What the user can mend is said in a sentence; a mistake of the tool itself needs its stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isUsage = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  return error instanceof ToolError || isUsage ? error.message : (error.stack ?? error.message);
}
