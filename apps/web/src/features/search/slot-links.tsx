import { SlotLines, slotClass } from "@amrutam/ui/slot-button";
import Link from "next/link";
import { useWhen } from "../when/use-when";

/** Open times as links to their booking page. `withDay` where no heading says the day. */
export function SlotLinks({
  slots,
  mode,
}: {
  slots: readonly { id: string; startsAt: string }[];
  /** Kept for the form behind the link. */
  mode?: string;
}) {
  const when = useWhen();
  return slots.map((slot) => (
    <Link
      key={slot.id}
      href={`/book/${slot.id}${mode ? `?mode=${mode}` : ""}`}
      prefetch={false}
      className={slotClass()}
    >
      <SlotLines top={when.day(slot.startsAt, "short")} bottom={when.time(slot.startsAt)} />
    </Link>
  ));
}
