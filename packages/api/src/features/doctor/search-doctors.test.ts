import { COUNTED_TO } from "@amrutam/domain/doctor/schema";
import { makeDoctor } from "@amrutam/testing/factories/doctor";
import { makeSlot, minutesAhead } from "@amrutam/testing/factories/slot";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, testContext } from "../../testing-context";
import { encodeCursor } from "../../wire";
import { doctorRouter } from "./router";

type Api = Awaited<ReturnType<typeof testContext>>;
const DAY_MIN = 24 * 60;
const base = minutesAhead(0).getTime();
const ahead = (minutes: number) => new Date(base + minutes * 60_000);

describe("doctor.search", () => {
  let api: Api;
  let search: Awaited<ReturnType<typeof callerOf>>["search"];
  const callerOf = (it: Api) => it.callerAs(doctorRouter, null);
  const names = async (input: Parameters<typeof search>[0]) =>
    (await search(input)).items.map(({ fullName }) => fullName);

  beforeAll(async () => {
    api = await testContext();
    search = (await callerOf(api)).search;
    const { sql } = api;
    const sharma = await makeDoctor(sql, {
      fullName: "Dr. Ravi Sharma",
      feeMinor: 30_000,
      specialization: "cardiology",
      practisingSince: 1995,
      ratingSum: 45,
      ratingCount: 10,
    });
    const jose = await makeDoctor(sql, {
      fullName: "Dr. José Álvares",
      feeMinor: 70_000,
      specialization: "dermatology",
      gender: "MALE",
      practisingSince: 2015,
      languages: ["ta"],
      ratingSum: 49,
      ratingCount: 11,
    });
    const noSlots = await makeDoctor(sql, {
      fullName: "Dr. Kavita Iyer",
      feeMinor: 0,
      specialization: "dermatology",
      practisingSince: 2005,
      modes: ["CHAT"],
    });
    await makeDoctor(sql, { fullName: "Dr. Pending", approval: "PENDING" });
    await makeDoctor(sql, { fullName: "Dr. Suspended", approval: "SUSPENDED" });
    await makeDoctor(sql, { fullName: "Dr. Disabled", status: "DISABLED" });
    for (const minutes of [120, 60, 180, 240])
      await makeSlot(sql, { doctorId: sharma.doctorId, startsAt: ahead(minutes) });
    await makeSlot(sql, { doctorId: sharma.doctorId, startsAt: ahead(30), status: "BLOCKED" });
    await makeSlot(sql, { doctorId: jose.doctorId, startsAt: ahead(40), modes: ["AUDIO"] });
    await makeSlot(sql, { doctorId: jose.doctorId, startsAt: ahead(3 * DAY_MIN) });
    expect(noSlots.doctorId).not.toBe("");
  });
  afterAll(() => api.close());

  const [RAVI, JOSE, KAVITA] = ["Dr. Ravi Sharma", "Dr. José Álvares", "Dr. Kavita Iyer"];

  it("lists only approved doctors of active accounts, soonest first, each with three open slots at most", async () => {
    const page = await search({});
    expect(page.items.map(({ fullName }) => fullName)).toEqual([JOSE, RAVI, KAVITA]);
    expect(page).toMatchObject({ total: 3, isTotalExact: true });
    expect(page.nextCursor).toBeNull();
    const starts = (page.items[1]?.nextSlots ?? []).map(({ startsAt }) => startsAt);
    expect(starts).toEqual([60, 120, 180].map((minutes) => ahead(minutes).toISOString()));
    expect(page.items[2]?.nextSlots).toEqual([]);
    expect(page.items.map(({ rating }) => rating)).toEqual([4.5, 4.5, null]);
    expect(page.items[0]).not.toHaveProperty("bio");
  });

  it.each([
    ["soonest", [JOSE, RAVI, KAVITA]],
    ["fee", [KAVITA, RAVI, JOSE]],
    ["rating", [RAVI, JOSE, KAVITA]],
    ["experience", [RAVI, KAVITA, JOSE]],
  ] as const)("walks pages of one in the order of %s, the total staying", async (sort, expected) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await search({ sort, limit: 1, cursor });
      expect(page.total).toBe(3);
      seen.push(...page.items.map(({ fullName }) => fullName));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(expected);
  });

  it.each([
    ["a typo", { q: "sharna" }, [RAVI]],
    ["no accents", { q: "jose alvares" }, [JOSE]],
    ["accents and case", { q: "KAVÍTA" }, [KAVITA]],
    ["a beginning", { q: "Kav" }, [KAVITA]],
    ["an everyday word", { q: "skin" }, [JOSE, KAVITA]],
    ["a Hindi word", { q: "दिल" }, [RAVI]],
    ["a mistyped word", { q: "cardiolgist" }, [RAVI]],
    ["nothing but spaces", { q: "   " }, [JOSE, RAVI, KAVITA]],
    ["nobody's name", { q: "xyzzy" }, []],
    ["SQL", { q: "'; DROP TABLE doctors; --" }, []],
    ["a specialization", { specialization: "cardiology" }, [RAVI]],
    ["a language", { language: "ta" }, [JOSE]],
    ["a gender", { gender: "MALE" }, [JOSE]],
    ["a mode", { mode: "VIDEO" }, [JOSE, RAVI]],
    ["a system nobody is of", { systemOfMedicine: "SIDDHA" }, []],
    ["fees", { minFee: 1, maxFee: 30_000 }, [RAVI]],
    ["a rating", { minRating: 4.5 }, [JOSE, RAVI]],
    [
      "everything at once",
      {
        q: "ravi",
        specialization: "cardiology",
        gender: "FEMALE",
        language: "en",
        mode: "VIDEO",
        minRating: 4,
        maxFee: 99_999,
        systemOfMedicine: "MODERN",
      },
      [RAVI],
    ],
  ] as const)("finds by %s", async (_what, input, expected) => {
    expect(await names(input)).toEqual(expected);
  });

  it("shows a mode's own slots when one is asked for", async () => {
    const [first] = (await search({ mode: "VIDEO", specialization: "dermatology" })).items;
    expect(first?.nextSlots.map(({ startsAt }) => startsAt)).toEqual([ahead(3 * DAY_MIN).toISOString()]);
  });

  it("reads a date in the viewer's zone, and shows its slots first", async () => {
    const at = ahead(3 * DAY_MIN);
    const dateIn = (zone: string) => new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(at);
    for (const timezone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      const { items } = await search({ availableOn: dateIn(timezone), timezone });
      expect(items.map(({ fullName, nextSlots }) => [fullName, nextSlots[0]?.startsAt])).toEqual([
        [JOSE, at.toISOString()],
      ]);
    }
    for (const availableOn of ["1901-01-01", "2020-02-29", "2198-12-31"])
      expect(await names({ availableOn })).toEqual([]);
    for (const availableOn of ["0001-01-01", "9999-12-31", "2027-02-29"])
      expect(await codeOf(search({ availableOn }))).toBe("input.invalid");
  });

  it("finds on a date only who has time in the mode asked for", async () => {
    const on = { availableOn: ahead(40).toISOString().slice(0, 10), timezone: "UTC" } as const;
    expect(await names({ ...on, mode: "AUDIO", specialization: "dermatology" })).toEqual([JOSE]);
    expect(await names({ ...on, mode: "VIDEO", specialization: "dermatology" })).toEqual([]);
  });

  it("hides slots inside a doctor's notice", async () => {
    const strict = await makeDoctor(api.sql, {
      fullName: "Dr. Strict",
      minNoticeMin: 600,
      specialization: "psychiatry",
    });
    await makeSlot(api.sql, { doctorId: strict.doctorId, startsAt: ahead(500) });
    const { items } = await search({ specialization: "psychiatry" });
    expect(items.map(({ nextSlots }) => nextSlots)).toEqual([[]]);
  });

  it("refuses a cursor that isn't one of this sort", async () => {
    const first = await search({ sort: "fee", limit: 1 });
    const id = first.items[0]?.id ?? "";
    const bad = [
      "!",
      "bnVsbA",
      first.nextCursor ?? "",
      encodeCursor([0, 1, "not-an-id", 3]),
      encodeCursor([0, "soon", id, 3]),
      encodeCursor([0, 1e300, id, 3]),
      encodeCursor([0, 1, id, -3]),
      encodeCursor([0, 1, id, COUNTED_TO + 2]),
      encodeCursor([0, 1, id]),
    ];
    for (const cursor of bad) expect(await codeOf(search({ sort: "soonest", cursor }))).toBe("input.invalid");
  });

  it("refuses what the schema does not know", async () => {
    expect(await codeOf(search({ q: "a\u0000b" }))).toBe("input.invalid");
    expect(await codeOf(search({ limit: 101 }))).toBe("input.invalid");
    expect(await codeOf(search({ timezone: "Mars/Olympus" }))).toBe("input.invalid");
  });

  it("counts to a limit, and says so on every page", async () => {
    for (let n = 0; n <= COUNTED_TO; n += 1)
      await makeDoctor(api.sql, { fullName: `Dr. Many ${n}`, specialization: "orthopaedics", feeMinor: n });
    const first = await search({ specialization: "orthopaedics", sort: "fee", limit: 100 });
    expect(first).toMatchObject({ total: COUNTED_TO, isTotalExact: false });
    expect(first.items.map(({ fee }) => fee.minor)).toEqual(Array.from({ length: 100 }, (_, n) => n));
    const last = await search({
      specialization: "orthopaedics",
      sort: "fee",
      limit: 100,
      cursor: first.nextCursor ?? "",
    });
    expect(last).toMatchObject({ total: COUNTED_TO, isTotalExact: false, nextCursor: null });
    expect(last.items.map(({ fee }) => fee.minor)).toEqual([COUNTED_TO]);
  });
});
