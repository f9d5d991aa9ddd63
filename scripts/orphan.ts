/**
 * npm passes a signal on to its shell, which dies of it and tells its child nothing. Under npm, the end of the
 * parent is taken for that signal; without npm a process may well outlive who started it.
 */
export function whenOrphanedByNpm(end: () => void): void {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && end(), 500).unref();
}
