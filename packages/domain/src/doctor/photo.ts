/** Widths and heights in pixels that a doctor's picture is kept in, for screens of one to three pixels per point. */
export const PHOTO_SIZES = [96, 192, 384] as const;
export type PhotoSize = (typeof PHOTO_SIZES)[number];

/** A smaller one would be blurred where it is shown. */
export const PHOTO_MIN_PX = 192;
/** Greatest upload, bytes. */
export const PHOTO_MAX_BYTES = 5 * 1024 * 1024;
/** What may be uploaded, as its sender declares it; the bytes decide. */
export const PHOTO_TYPES = ["image/jpeg", "image/png", "image/webp"] as const;

/** Under which name a picture lies among the files. @param name random, as the doctor's record has it */
export const photoFile = (name: string, size: PhotoSize): string => `doctor/${name}-${size}.webp`;

/** Where browsers find it, on either app's origin. */
export const photoPath = (name: string, size: PhotoSize): string => `/media/${photoFile(name, size)}`;

/** A path that may lead to a picture: nothing else of what is kept can be named by it. */
export const PHOTO_PATH = /^\/media\/(doctor\/[A-Za-z0-9_-]{22}-(?:96|192|384)\.webp)$/;
