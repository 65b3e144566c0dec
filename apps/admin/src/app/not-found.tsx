import { NotFoundScreen } from "@amrutam/account/not-found-screen";

export default function NotFound() {
  return (
    <main id="main" tabIndex={-1}>
      <NotFoundScreen />
    </main>
  );
}
