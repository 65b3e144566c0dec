"use client";

/** When even the outermost layout could not be rendered, there are no texts to say it with: a sign, and the way to try again. */
export default function GlobalError({ reset }: { reset: () => void }) {
  const sign = "↻";
  return (
    <html lang="en">
      <body>
        <button type="button" onClick={reset} aria-label={sign}>
          {sign}
        </button>
      </body>
    </html>
  );
}
