/** First thing in the body: shows on focus, jumps to `<main id="main" tabIndex={-1}>`. */
export function SkipLink({ label, href = "#main" }: { label: string; href?: `#${string}` }) {
  return (
    <a
      href={href}
      data-print="never"
      className="sr-only z-50 rounded-md bg-leaf px-4 py-3 font-semibold text-on-leaf focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
    >
      {label}
    </a>
  );
}
