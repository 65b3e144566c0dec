import type { RealtimeEvent } from "@amrutam/domain/realtime/events";

/** Events a process remembers, for streams that come back after a short break. */
const LENGTH = 1_000;

/** The last events in the order in which they were heard, which is the order of their commits in every process alike. */
export function eventLog(newId: () => string) {
  let events: RealtimeEvent[] = [];
  /** Names the place before the first remembered event. */
  let before = newId();
  return {
    add(event: RealtimeEvent) {
      events.push(event);
      if (events.length > LENGTH) before = events.shift()?.id ?? before;
    },
    /** What was heard is no longer all there was. */
    forget() {
      events = [];
      before = newId();
    },
    /** Names the present place. */
    place: (): string => events.at(-1)?.id ?? before,
    /** What came after a place; null when that isn't known here. */
    after(place: string): readonly RealtimeEvent[] | null {
      if (place === before) return events;
      const index = events.findLastIndex(({ id }) => id === place);
      return index < 0 ? null : events.slice(index + 1);
    },
  };
}
