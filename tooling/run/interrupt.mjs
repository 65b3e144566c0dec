/**
 * Resolves when somebody asks this process to end: Ctrl-C, a service manager, a closed terminal. A second Ctrl-C
 * does not cut the tidying short; that takes SIGKILL.
 * @returns {Promise<NodeJS.Signals>}
 */
export function interruption() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(signal));
  });
}
