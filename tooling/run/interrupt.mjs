const POLL_MS = 500;
const parent = process.ppid;

/**
 * Resolves when somebody asks this process to end: Ctrl-C, a service manager, a closed terminal, or the end of the npm
 * that started it. A second Ctrl-C does not cut the tidying short; that takes SIGKILL.
 * @returns {Promise<string>} what asked
 */
export function interruption() {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => resolve(signal));
    // npm passes SIGTERM on to the shell between it and us, which dies of it and tells nobody.
    if (process.env.npm_lifecycle_event)
      setInterval(() => process.ppid !== parent && resolve("npm ended"), POLL_MS).unref();
  });
}
