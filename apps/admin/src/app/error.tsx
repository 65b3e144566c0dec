"use client";
import { ErrorScreen } from "@amrutam/account/error-screen";

/** For what goes wrong outside of every frame. */
export default function RootError(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" tabIndex={-1}>
      <ErrorScreen {...props} />
    </main>
  );
}
