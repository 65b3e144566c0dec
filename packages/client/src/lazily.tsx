/**
 * A function whose code is fetched when it is first called: schemas and their library are worth a third of a page's
 * scripts, and nobody needs them before something was typed.
 * `useForm({ resolver: lazily(() => import("./typed-sign-up").then((m) => m.resolver)) })`
 * @param otherwise called while the code can't be reached; without it that rejects. For a resolver: {@link unjudged}
 */
export const lazily =
  <F extends (...args: never[]) => unknown>(load: () => Promise<F>, otherwise?: NoInfer<F>) =>
  async (...args: Parameters<F>): Promise<Awaited<ReturnType<F>>> => {
    const found = await load().catch((unreachable: unknown) => {
      if (otherwise) return otherwise;
      throw unreachable;
    });
    return (await found(...args)) as Awaited<ReturnType<F>>;
  };

/**
 * Passes a form's values on as they are: the server judges them by the same schema, and a network that keeps the schema
 * away keeps the answer away too, which then is said where refusals are.
 */
export const unjudged = <V,>(values: V) => ({ values, errors: {} as Record<string, never> });
