import type { Pictures } from "@amrutam/ports/pictures";
import type { Sharp } from "sharp";

/** A camera's fifty megapixels are turned away: browsers make pictures smaller before they send them. */
const MAX_PIXELS = 40_000_000;
const QUALITY = 80;
const SECONDS = 10;

/** First bytes of the formats that are taken (file signatures); a name or a declared type says nothing. */
function isTaken(bytes: Uint8Array): boolean {
  const at = (offset: number, length: number) =>
    Buffer.from(bytes.subarray(offset, offset + length)).toString("latin1");
  return (
    at(0, 3) === "\xFF\xD8\xFF" ||
    at(0, 8) === "\x89PNG\r\n\x1A\n" ||
    (at(0, 4) === "RIFF" && at(8, 4) === "WEBP")
  );
}

let loaded: Promise<typeof import("sharp").default> | undefined;
/** Loaded with the first picture: most processes never see one. */
const load = () => {
  loaded ??= import("sharp").then(({ default: sharp }) => {
    // Decoders of formats that nobody may send are never reached, whatever the bytes pretend to be.
    sharp.block({ operation: ["VipsForeignLoad"] });
    sharp.unblock({
      operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"],
    });
    sharp.cache(false);
    sharp.concurrency(1);
    return sharp;
  });
  return loaded;
};

const inSize = (picture: Sharp, size: number): Promise<Buffer> =>
  picture
    .clone()
    .resize(size, size, { fit: "cover", position: "attention" })
    .flatten({ background: "#ffffff" })
    .webp({ quality: QUALITY })
    .toBuffer();

/** Pictures by libvips. One at a time: each may take the memory of its pixels. */
export function sharpPictures(): Pictures {
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const mine = before.then(run, run);
    before = mine.catch(() => undefined);
    return mine;
  };
  return {
    async squares(picture, sizes, minPx) {
      if (!isTaken(picture)) return "unsupported";
      const sharp = await load();
      return inTurn(async () => {
        try {
          const source = sharp(picture, { limitInputPixels: MAX_PIXELS, failOn: "warning" })
            .autoOrient()
            .timeout({ seconds: SECONDS });
          const { width, height } = await source.metadata();
          if (Math.min(width, height) < minPx) return "too_small";
          const drawn = new Map<number, Uint8Array>();
          for (const size of sizes) drawn.set(size, await inSize(source, size));
          return drawn;
        } catch {
          // What libvips says of it is nobody's business: it quotes the file.
          return "unreadable";
        }
      });
    },
  };
}
