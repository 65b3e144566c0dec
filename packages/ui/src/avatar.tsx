import { clsx } from "clsx";

const SIZE = {
  small: "size-9 text-base",
  normal: "size-14 text-xl",
  large: "size-24 text-3xl",
} as const;

/**
 * A picture, or the initial of a name (in the viewer's script); decoration beside the name, so silent. The initial stands
 * behind the picture and is seen until it comes, or when it doesn't.
 * @param initial one letter or two @param src square
 */
export function Avatar({
  initial,
  src,
  size = "normal",
}: {
  initial: string;
  src?: string;
  size?: keyof typeof SIZE;
}) {
  return (
    <span
      aria-hidden
      className={clsx(
        "relative grid shrink-0 place-items-center overflow-hidden rounded-full bg-leaf-soft font-serif text-leaf-strong select-none",
        SIZE[size],
      )}
    >
      {initial}
      {src && (
        <img
          key={src}
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          className="absolute inset-0 size-full object-cover"
        />
      )}
    </span>
  );
}
