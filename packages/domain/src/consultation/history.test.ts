import { expect, it } from "vitest";
import { EXCERPT_LENGTH, excerptOf } from "./history";

it("shows a short text whole", () => {
  expect(excerptOf("Dry cough")).toEqual({ text: "Dry cough", isCut: false });
  expect(excerptOf("")).toEqual({ text: "", isCut: false });
  expect(excerptOf("x".repeat(EXCERPT_LENGTH)).isCut).toBe(false);
});

it("cuts a long one where a word ends, and one word without an end between characters", () => {
  const words = excerptOf("cough ".repeat(100));
  expect(words.isCut).toBe(true);
  expect(words.text).toMatch(/cough$/);
  expect(excerptOf("🫁".repeat(400))).toEqual({ text: "🫁".repeat(EXCERPT_LENGTH), isCut: true });
});
