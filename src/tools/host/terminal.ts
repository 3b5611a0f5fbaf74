/** One line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** One line about something that went wrong. */
export function warn(line: string): void {
  process.stderr.write(`${line}\n`);
}
