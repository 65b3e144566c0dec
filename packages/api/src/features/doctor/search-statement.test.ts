import { searchDoctorsInput } from "@amrutam/domain/doctor/schema";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testContext } from "../../testing-context";
import { searchStatement } from "./search-statement";

const DOCTORS = 60;

describe("the statement of a search", () => {
  let api: Awaited<ReturnType<typeof testContext>>;
  beforeAll(async () => {
    api = await testContext();
    for (let n = 0; n < DOCTORS; n += 1)
      await makeDoctor(api.sql, { feeMinor: n, ratingCount: n, ratingSum: 4 * n });
    await api.sql.query("ANALYZE doctors");
  });
  afterAll(() => api.close());

  /** Index scans of the plan, by index. A handful of doctors would be read whole: here the planner may not. */
  async function indexesOf(input: object): Promise<string[]> {
    const { text, values } = searchStatement(searchDoctorsInput.parse(input), null);
    const client = await api.sql.connect();
    try {
      await client.query(
        ["seqscan", "bitmapscan", "sort", "mergejoin"].map((way) => `SET enable_${way} = off`).join(";"),
      );
      const { rows } = await client.query({ text: `EXPLAIN (COSTS OFF) ${text}`, values });
      const plan = rows.map((row: Record<string, string>) => row["QUERY PLAN"]).join("\n");
      return [...plan.matchAll(/using (\w+)/g)].map(([, name = ""]) => name);
    } finally {
      client.release(true);
    }
  }

  it.each([
    ["soonest", "doctors_approval_next_open_at_id_idx"],
    ["fee", "doctors_by_fee"],
    ["rating", "doctors_by_rating"],
    ["experience", "doctors_by_experience"],
  ])("walks the index of %s", async (sort, index) => {
    expect(await indexesOf({ sort })).toContain(index);
  });

  it("is prepared for up to two filters only", () => {
    const nameOf = (input: object) => searchStatement(searchDoctorsInput.parse(input), null).name;
    expect(nameOf({ language: "hi", minRating: 4 })).toBe("doctor.search:soonest:first:language:rating");
    expect(nameOf({ language: "hi", minRating: 4, gender: "MALE" })).toBe("");
  });
});
