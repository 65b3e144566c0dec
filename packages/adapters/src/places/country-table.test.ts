import { describe, expect, it } from "vitest";
import { countryTable, noPlaces } from "./country-table";

const TABLE = `
"2001:db8::","2001:db8:ffff:ffff:ffff:ffff:ffff:ffff","NP"
203.0.113.0,203.0.113.127,IN
198.51.100.0,198.51.100.255,LK
203.0.113.128,203.0.113.255,BT
`;

describe("a country table", () => {
  const places = countryTable(TABLE);

  it.each([
    ["203.0.113.0", "IN"],
    ["203.0.113.127", "IN"],
    ["203.0.113.128", "BT"],
    ["198.51.100.255", "LK"],
    ["198.51.101.0", null],
    ["0.0.0.0", null],
    ["255.255.255.255", null],
    ["2001:db8::1", "NP"],
    ["2001:db8:ffff::203.0.113.7", "NP"],
    ["2001:db9::1", null],
    ["::1", null],
    ["fe80::1%eth0", null],
    ["127.0.0.1", null],
    ["", null],
    ["203.0.113.0, 198.51.100.1", null],
  ])("%s is in %s", (address, country) => {
    expect(places.countryOf(address)).toBe(country);
  });

  it.each(["1.2.3.4,India", "1.2.3.4,1.2.3.3,IN", "1.2.3.4,::1,IN", "1.2.3.4,1.2.3.5,India"])(
    "with the line %s is refused by its number",
    (line) => {
      expect(() => countryTable(`203.0.113.0,203.0.113.1,IN\n${line}`)).toThrow("line 2");
    },
  );

  it("that isn't there knows nothing", () => {
    expect(noPlaces.countryOf("203.0.113.0")).toBeNull();
  });
});
