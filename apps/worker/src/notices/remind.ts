import type { Database } from "@amrutam/db/client";

/** Reminders of visits ahead and questions about visits past that have come due, by the database's clock. Any number of workers may ask at once: each is one. */
export async function remindOfVisits({ query }: Pick<Database, "query">): Promise<number> {
  const [row] = await query<{ count: number }>(
    "visits.remind",
    "SELECT remind_of_visits() + ask_about_visits() AS count",
    [],
  );
  return row?.count ?? 0;
}
