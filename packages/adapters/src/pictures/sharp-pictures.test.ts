import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { sharpPictures } from "./sharp-pictures";

const SIZES = [96, 192];
const squares = (picture: Uint8Array) => sharpPictures().squares(picture, SIZES, 100);

const colour = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 80, b: 20 } } });

/** A PNG whose header claims a size that its data needn't have. */
function claimedPng(width: number, height: number): Buffer {
  const crcOf = (data: Buffer) => {
    let crc = ~0;
    for (const byte of data) {
      crc ^= byte;
      for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    }
    return ~crc >>> 0;
  };
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
    const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    crc.writeUInt32BE(crcOf(body));
    return Buffer.concat([length, body, crc]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1A\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(50_000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("a picture", () => {
  let jpeg: Buffer;
  beforeAll(async () => {
    jpeg = await colour(640, 400)
      .withExif({ IFD0: { Copyright: "canary-owner", Make: "canary-camera" } })
      .jpeg()
      .toBuffer();
  });

  it.each(["jpeg", "png", "webp"] as const)(
    "of %s becomes a square in each size, as WebP",
    async (format) => {
      const drawn = await squares(await colour(640, 400).toFormat(format).toBuffer());
      if (typeof drawn === "string") throw new Error(drawn);
      expect([...drawn.keys()]).toEqual(SIZES);
      for (const [size, bytes] of drawn)
        expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width: size, height: size });
    },
  );

  it("loses its metadata and whatever was hidden behind it", async () => {
    expect(jpeg.includes("canary-owner")).toBe(true);
    const drawn = await squares(Buffer.concat([jpeg, Buffer.from("<script>canary-script</script>")]));
    if (typeof drawn === "string") throw new Error(drawn);
    for (const bytes of drawn.values()) {
      expect(Buffer.from(bytes).includes("canary")).toBe(false);
      expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    }
  });

  it("stands upright, as the camera meant it", async () => {
    const half = { create: { width: 200, height: 400, channels: 3, background: "#0000ff" } } as const;
    const lying = await sharp({ create: { ...half.create, width: 400, background: "#ff0000" } })
      .composite([{ input: await sharp(half).png().toBuffer(), left: 0, top: 0 }])
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const drawn = await squares(lying);
    if (typeof drawn === "string") throw new Error(drawn);
    const { data } = await sharp(drawn.get(96)).raw().toBuffer({ resolveWithObject: true });
    // Turned a quarter to the right, what was left is above.
    expect(data[2]).toBeGreaterThan(200);
    expect(data.at(-3)).toBeGreaterThan(200);
  });

  it.each<[string, () => Uint8Array, string]>([
    ["a text", () => Buffer.from("hello"), "unsupported"],
    ["nothing", () => new Uint8Array(), "unsupported"],
    [
      "an SVG",
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      "unsupported",
    ],
    ["a GIF", () => Buffer.from("GIF89a\x01\x00\x01\x00\x00\x00\x00;", "latin1"), "unsupported"],
    [
      "a PDF that is a picture as well",
      () => Buffer.concat([Buffer.from("%PDF-1.7\n"), jpeg]),
      "unsupported",
    ],
    [
      "a page behind the first bytes of a JPEG",
      () => Buffer.from("\xFF\xD8\xFF\xE0<html><script>", "latin1"),
      "unreadable",
    ],
    ["half of a picture", () => jpeg.subarray(0, jpeg.length / 2), "unreadable"],
    ["a bomb of 900 megapixels", () => claimedPng(30_000, 30_000), "unreadable"],
    ["more pixels than there is data for", () => claimedPng(5_000, 5_000), "unreadable"],
  ])("is none: %s", async (_what, bytes, problem) => {
    expect(await squares(bytes())).toBe(problem);
  });

  it("is turned away when it is too small", async () => {
    expect(await squares(await colour(300, 99).png().toBuffer())).toBe("too_small");
  });

  it("is drawn with steady memory, many at once", async () => {
    const big = await colour(5000, 5000).png().toBuffer();
    const before = process.memoryUsage.rss();
    const pictures = sharpPictures();
    const drawn = await Promise.all(Array.from({ length: 8 }, () => pictures.squares(big, SIZES, 100)));
    expect(drawn.every((one) => typeof one !== "string")).toBe(true);
    // One of them is 75 MB of pixels: eight at once would be 600.
    expect(process.memoryUsage.rss() - before).toBeLessThan(300 * 1024 * 1024);
  });
});
