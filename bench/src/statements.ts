import type { Query } from "@amrutam/db/client";

/** One statement as ours ran it. */
export type Statement = Readonly<{ name: string; text: string; values: readonly unknown[] }>;

/** What the bare handler replays for one kind of request. */
export type BareScenario = Readonly<{
  statements: readonly Statement[];
  /** Recorded value → name of the query parameter that takes its place; `@uuid` makes a new one each time. */
  samples: readonly (readonly [recorded: string, parameter: string])[];
}>;

/** A `Query` that also writes down what passes through. */
export function recording(query: Query): { query: Query; taken: () => Statement[] } {
  let statements: Statement[] = [];
  return {
    query: (name, text, values) => {
      statements.push({ name, text, values });
      return query(name, text, values);
    },
    taken: () => {
      const all = statements;
      statements = [];
      return all;
    },
  };
}

/** Values of a recorded statement for another request. */
export const substitute = (values: readonly unknown[], by: ReadonlyMap<unknown, unknown>): unknown[] =>
  values.map((value) => (by.has(value) ? by.get(value) : value));
