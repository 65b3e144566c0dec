import { describe, expect, it } from "vitest";
import { searchHref } from "./search-address";
import { readSearch, searchInput } from "./search-params";

const NOW = "2026-11-22T20:00:00Z";

describe("the address of a search", () => {
  it("keeps what means something and drops the rest", () => {
    expect(
      readSearch({
        q: " skin ",
        language: "xx",
        fee: "cheap",
        rating: "9",
        on: "2027-02-30",
        gender: "",
        sort: "fee",
      }),
    ).toEqual({ q: "skin", sort: "fee" });
  });

  it.each([
    [["tomorrow", ""], "tomorrow"],
    [["", "2026-12-01"], "2026-12-01"],
    [["today", "2026-12-01"], "2026-12-01"],
    [["", ""], undefined],
  ])("reads %j, the chips and the date of a form without scripts, as %j", (on, meant) => {
    expect(readSearch({ on }).on).toBe(meant);
  });

  it("takes today and tomorrow for the viewer's", () => {
    const on = (value: string, zone: string) => searchInput({ on: value }, undefined, zone, NOW).availableOn;
    expect(on("today", "UTC")).toBe("2026-11-22");
    expect(on("today", "Asia/Kolkata")).toBe("2026-11-23");
    expect(on("tomorrow", "Asia/Kolkata")).toBe("2026-11-24");
    expect(on("2026-12-01", "Asia/Kolkata")).toBe("2026-12-01");
  });

  it("asks for rupees in paise, and writes no empty filter", () => {
    expect(searchInput({ fee: "500" }, undefined, "UTC", NOW).maxFee).toBe(50_000);
    expect(searchHref({ q: "skin", fee: "500" }, { fee: undefined })).toBe("/doctors?q=skin");
  });
});
