import { LoaderCircle } from "lucide-react";

/** A turning mark beside words that say what is under way; silent to assistive technology. */
export function Spinner() {
  return <LoaderCircle aria-hidden size="1.1em" strokeWidth={1.75} className="shrink-0 animate-turn" />;
}
