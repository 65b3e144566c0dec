import { describe, expect, it } from "vitest";
import { countryTable } from "./country-table";
import { registryPlaces } from "./registry-places";

const V4 = "3325256704,3325256959,LK\n3405803776,3405803903,IN\n3405803904,3405804031,BT\n";
const V6 = "42540766411282592856903984951653826560,42540766490510755371168322545197776895,NP\n";

describe("a country table", () => {
  const places = countryTable(V4, V6);

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

  it.each(["7,6,IN", "1,2,India", "1.2.3.4,1.2.3.5,IN", "3325256704,3325256705,IN"])(
    "with the line %s is refused by its number",
    (line) => {
      expect(() => countryTable(`3405803776,3405803903,IN\n${line}`, "")).toThrow("line 2");
    },
  );
});

describe("the registries' tables", () => {
  it("know whose addresses are whose, and nothing of private ones", () => {
    const places = registryPlaces();
    // Of the Indian, the Australian and the French academic networks: theirs for decades.
    expect(["14.139.1.1", "130.56.1.1", "2001:660::1"].map(places.countryOf)).toEqual(["IN", "AU", "FR"]);
    expect(["10.0.0.1", "192.168.1.1", "fd00::1", "2001:db8::1"].map(places.countryOf)).toEqual(
      Array(4).fill(null),
    );
  });
});
