/** Why somebody's picture can't be used. */
export type PictureProblem =
  /** no JPEG, PNG or WebP */
  | "unsupported"
  /** broken, cut short, or with more pixels than anybody needs */
  | "unreadable"
  /** narrower or lower than asked for */
  | "too_small";

export interface Pictures {
  /**
   * Cuts a square out of a picture, upright and around what draws the eye, and draws it anew in each size as WebP: nothing
   * of the original bytes goes on, and no metadata (place, device).
   * @param sizes pixels @param minPx least width and height of the original
   */
  squares(
    picture: Uint8Array,
    sizes: readonly number[],
    minPx: number,
  ): Promise<ReadonlyMap<number, Uint8Array> | PictureProblem>;
}
