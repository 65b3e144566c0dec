"use client";
import { SlotButton } from "@amrutam/ui/slot-button";
import { useWhen } from "../when/use-when";
import type { FreeTime } from "./weeks-times";

type TimeListProps = {
  items: readonly FreeTime[];
  chosen: FreeTime | null;
  onChoose: (time: FreeTime) => void;
};

/** Open times, day by day in the viewer's zone; one is chosen by a press. */
export function TimeList({ items, chosen, onChoose }: TimeListProps) {
  const when = useWhen();
  const days = [...new Set(items.map(({ startsAt }) => when.day(startsAt, "long")))];
  return (
    <ol className="flex flex-col gap-4">
      {days.map((day) => (
        <li key={day} className="flex flex-col gap-2">
          <h3 className="text-sm font-semibold">{day}</h3>
          <ul className="flex flex-wrap gap-2">
            {items
              .filter(({ startsAt }) => when.day(startsAt, "long") === day)
              .map((time) => (
                <li key={time.id}>
                  <SlotButton
                    top={when.day(time.startsAt, "short")}
                    bottom={when.time(time.startsAt)}
                    state={chosen?.id === time.id ? "chosen" : "open"}
                    onClick={() => onChoose(time)}
                  />
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
