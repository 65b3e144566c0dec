import { id as uuid } from "@amrutam/domain/wire";

/**
 * The conditions in force of one list. A filter that isn't asked for isn't in the text, so each combination is a
 * prepared statement of its own, planned for what it really filters.
 */
export type Conditions = Readonly<{
  /** Adds a condition when there is something to compare with. `sql` gets the placeholders of `values`. */
  when<T extends readonly unknown[]>(
    name: string,
    values: T | undefined,
    sql: (...placeholders: { [K in keyof T]: string }) => string,
  ): Conditions;
  /** Placeholder of a value that is always there. */
  bind(value: unknown): string;
  /** `WHERE …`, or nothing. */
  where(): string;
  /** The statement's name: one per combination. */
  name(): string;
  values: readonly unknown[];
}>;

export function conditions(base: string): Conditions {
  const values: unknown[] = [];
  const names: string[] = [];
  const parts: string[] = [];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const self: Conditions = {
    when(name, given, sql) {
      if (given === undefined) return self;
      names.push(name);
      parts.push(sql(...(given.map(bind) as { [K in keyof typeof given]: string })));
      return self;
    },
    bind,
    where: () => (parts.length === 0 ? "" : `WHERE ${parts.join("\n  AND ")}`),
    name: () => [base, ...names].join("+"),
    values,
  };
  return self;
}

/** One value, when it is there. */
export const given = <T>(value: T | undefined | null): readonly [T] | undefined =>
  value === undefined || value === null ? undefined : [value];

/** A LIKE pattern that finds the text anywhere and takes `%`, `_` and `\` as themselves. */
export const containing = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** Was an id pasted into the search box? Then that one record is meant. */
export const isId = (q: string | undefined): boolean => uuid.safeParse(q).success;
