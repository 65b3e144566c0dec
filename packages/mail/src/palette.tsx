/** The design system's tokens as mail needs them: inlined, since mail programs know neither variables nor our fonts. Pairs are [light, dark]. */
export const PALETTE = {
  paper: ["#faf8f2", "#101714"],
  surface: ["#ffffff", "#18211d"],
  sunken: ["#f2efe6", "#0c120f"],
  line: ["#e2ddd0", "#2a352f"],
  ink: ["#17251e", "#e9efe9"],
  inkSoft: ["#52605a", "#aab7b0"],
  inkFaint: ["#5f6b65", "#8d9a93"],
  leaf: ["#1c6b4f", "#6cc5a0"],
  leafStrong: ["#124d38", "#93dcbd"],
  onLeaf: ["#ffffff", "#08150f"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

export const SANS = 'Mukta, "Noto Sans Devanagari", system-ui, "Segoe UI", Arial, sans-serif';
export const SERIF = '"Tiro Devanagari Hindi", "Noto Serif Devanagari", Georgia, serif';

/** For programs that honour it; inline styles need the `!important`. */
export const DARK_RULES = `@media (prefers-color-scheme: dark) {
  .paper { background-color: ${PALETTE.paper[1]} !important }
  .surface { background-color: ${PALETTE.surface[1]} !important; border-color: ${PALETTE.line[1]} !important }
  .sunken { background-color: ${PALETTE.sunken[1]} !important }
  .line { border-color: ${PALETTE.line[1]} !important }
  .ink { color: ${PALETTE.ink[1]} !important }
  .soft { color: ${PALETTE.inkSoft[1]} !important }
  .faint { color: ${PALETTE.inkFaint[1]} !important }
  .brand { color: ${PALETTE.leafStrong[1]} !important }
  .link { color: ${PALETTE.leaf[1]} !important }
  .action { background-color: ${PALETTE.leaf[1]} !important; color: ${PALETTE.onLeaf[1]} !important }
}`;
