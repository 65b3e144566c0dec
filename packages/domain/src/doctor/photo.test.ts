import { expect, it } from "vitest";
import { PHOTO_PATH, PHOTO_SIZES, photoFile, photoPath } from "./photo";

const name = "AbC-_0123456789abcdefg";

it("leads from a path to the file of that name, in each size", () => {
  for (const size of PHOTO_SIZES)
    expect(PHOTO_PATH.exec(photoPath(name, size))?.[1]).toBe(photoFile(name, size));
});

it.each([
  `/media/doctor/${name}-97.webp`,
  `/media/doctor/${name}x-96.webp`,
  `/media/doctor/../${name}-96.webp`,
  `/media/doctor/..%2f${name}-96.webp`,
  `/media/doctor/${name}-96.webp/x`,
  `/media/doctor/${name}-96.webp\n`,
  "/media/doctor/-96.webp",
])("knows no %s", (path) => {
  expect(PHOTO_PATH.exec(path)).toBeNull();
});
