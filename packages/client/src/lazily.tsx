/**
 * A function whose code is fetched when it is first called: schemas and their library are worth a third of a page's
 * scripts, and nobody needs them before something was typed.
 * `useForm({ resolver: lazily(() => import("./typed-sign-in").then((m) => m.resolver)) })`
 */
export const lazily =
  <F extends (...args: never[]) => unknown>(load: () => Promise<F>) =>
  async (...args: Parameters<F>): Promise<Awaited<ReturnType<F>>> =>
    (await (
      await load()
    )(...args)) as Awaited<ReturnType<F>>;
