/**
 * How much longer things take than on a machine that has nothing else to do: wall-clock time over processor time of
 * some busy work. 1 on an idle machine; 3 where three programs compete for each core.
 */
export function slowdown(): number {
  const busyMicroseconds = 150_000;
  const wallStart = performance.now();
  const cpuStart = process.cpuUsage();
  let spent = 0;
  while (spent < busyMicroseconds) {
    const { user, system } = process.cpuUsage(cpuStart);
    spent = user + system;
  }
  return Math.max(1, ((performance.now() - wallStart) * 1000) / spent);
}
