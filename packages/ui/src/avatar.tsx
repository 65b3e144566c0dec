import { clsx } from "clsx";

/**
 * The initial of a name (in the viewer's script) or a picture; decoration beside the name, so silent.
 * @param initial one letter or two
 */
export function Avatar({
  initial,
  src,
  size = "normal",
}: {
  initial: string;
  src?: string;
  size?: "normal" | "small";
}) {
  return (
    <span
      aria-hidden
      className={clsx(
        "grid shrink-0 place-items-center overflow-hidden rounded-full bg-leaf-soft font-serif text-leaf-strong select-none",
        size === "small" ? "size-9 text-base" : "size-14 text-xl",
      )}
    >
      {src ? <img src={src} alt="" width={56} height={56} className="size-full object-cover" /> : initial}
    </span>
  );
}
