/** Runs at most `width` pieces of work at a time; the others wait in order of arrival. */
export function semaphore(width: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // The place is handed over rather than freed: a newcomer can't slip in before the one who waited.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
