import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LOCALES } from "@amrutam/domain/locales";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { messagesOf } from "./catalog";
import { SAME_IN_BOTH } from "./same-in-both";

type Tree = { readonly [key: string]: string | Tree };

/** Every message of a tree by its full key. */
function flatten(tree: Tree, prefix = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    expect(key, "a dot inside a key makes it unreachable").not.toContain(".");
    return typeof value === "string"
      ? [[prefix + key, value] as [string, string]]
      : flatten(value, `${prefix}${key}.`);
  });
}

/** Arguments and tags a message needs, with their kinds; of a `select` the cases too. */
function argumentsOf(elements: MessageFormatElement[]): Set<string> {
  const found = new Set<string>();
  const visit = (list: MessageFormatElement[]) => {
    for (const element of list) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      if (element.type === TYPE.select) {
        found.add(`${element.value}: select ${Object.keys(element.options).sort().join("|")}`);
      } else found.add(`${element.value}: ${TYPE[element.type]}`);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.select || element.type === TYPE.plural)
        for (const option of Object.values(element.options)) visit(option.value);
    }
  };
  visit(elements);
  return found;
}

/** The letters a reader sees, without arguments. */
function lettersOf(elements: MessageFormatElement[]): string {
  return elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type === TYPE.tag) return lettersOf(element.children);
      if (element.type === TYPE.select || element.type === TYPE.plural)
        return Object.values(element.options)
          .map((option) => lettersOf(option.value))
          .join("");
      return "";
    })
    .join("")
    .replace(/[^\p{L}]/gu, "");
}

const namespacesOn = (locale: string) =>
  readdirSync(join(import.meta.dirname, locale))
    .map((file) => file.replace(/\.json$/, ""))
    .sort();
const read = (locale: string, namespace: string) =>
  flatten(
    JSON.parse(readFileSync(join(import.meta.dirname, locale, `${namespace}.json`), "utf8")),
    `${namespace}.`,
  );

describe.each(LOCALES)("the catalog of %s", (locale) => {
  it("holds every file of its folder, and both folders hold the same", () => {
    expect(Object.keys(messagesOf(locale)).sort()).toEqual(namespacesOn(locale));
    expect(namespacesOn(locale)).toEqual(namespacesOn("en"));
  });
});

describe.each(namespacesOn("en"))("namespace %s", (namespace) => {
  const en = new Map(read("en", namespace));
  const hi = new Map(read("hi", namespace));

  it("has the same keys in English and Hindi", () => {
    expect([...hi.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it("has no empty message", () => {
    const empty = [...en, ...hi].filter(([, value]) => value.trim() === "").map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it("takes the same arguments in both", () => {
    for (const [key, value] of en)
      expect([key, argumentsOf(parse(hi.get(key) ?? ""))]).toEqual([key, argumentsOf(parse(value))]);
  });

  it("is written in Hindi, but for the names and codes listed", () => {
    const forgotten = [...hi]
      .filter(([key, value]) => {
        const letters = lettersOf(parse(value));
        return (
          letters !== "" &&
          (value === en.get(key) || !/\p{Script=Devanagari}/u.test(letters)) &&
          !SAME_IN_BOTH.includes(key)
        );
      })
      .map(([key]) => key);
    expect(forgotten).toEqual([]);
  });
});

it("lists no exception that is none", () => {
  const hindi = new Map(namespacesOn("hi").flatMap((namespace) => read("hi", namespace)));
  expect(SAME_IN_BOTH.filter((key) => !hindi.has(key))).toEqual([]);
});
