"use client";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import { webClient } from "@amrutam/client/web-client";
import type { Mode } from "@amrutam/domain/doctor/catalogue";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useOptimistic, useState, useTransition } from "react";
import type { GridItem } from "./grid-items";
import type { Span } from "./grid-span";
import { timeOfMin } from "./week-clock";

type Practice = Readonly<{ zone: string; modes: readonly Mode[] }>;
type Done = Readonly<{ said: string; undo: (() => Promise<unknown>) | null }>;
class Skipped extends Error {}

const place = (items: readonly GridItem[], next: GridItem): GridItem[] => [
  ...items.filter(({ key }) => key !== next.key),
  next,
];

/**
 * Changes of free times that are seen at once: the server's answer confirms them, its refusal puts everything back and
 * says why.
 * @param dates the columns' dates, `YYYY-MM-DD` @param say names a time in words
 */
export function useSlotChanges(
  items: readonly GridItem[],
  dates: readonly string[],
  practice: Practice,
  say: (span: Span) => string,
) {
  const t = useTranslations("portal");
  const sayError = useErrorMessage();
  const router = useRouter();
  const keyOf = useActKey();
  const [isPending, start] = useTransition();
  const [shown, show] = useOptimistic(items, place);
  const [problem, setProblem] = useState<unknown>(null);
  const [done, setDone] = useState<Done | null>(null);

  function sayProblem(error: unknown): string {
    if (error instanceof Skipped) return t("newSlot.skipped");
    return refusalOf(error)?.code === "availability.overlap" ? t("newSlot.overlap") : sayError(error);
  }
  async function instantOf({ day, startMin }: Span): Promise<string> {
    // Only whoever drags something needs the calendar's code.
    const { slotInstant } = await import("./slot-instant");
    const instant = slotInstant(dates[day] ?? "", timeOfMin(startMin), practice.zone);
    if (!instant) throw new Skipped();
    return instant;
  }
  function act(preview: GridItem | null, change: () => Promise<Done>) {
    if (isPending) return;
    start(async () => {
      if (preview) show(preview);
      try {
        const outcome = await change();
        startTransition(() => {
          setProblem(null);
          setDone(outcome);
          router.refresh();
        });
      } catch (refused) {
        startTransition(() => {
          setDone(null);
          setProblem(refused);
        });
      }
    });
  }
  return {
    shown,
    isPending,
    done,
    /** Why the last one was refused, in a sentence; empty when it wasn't. */
    problem: problem === null ? "" : sayProblem(problem),
    add(span: Span) {
      const key = `new ${span.day} ${span.startMin}`;
      const preview: GridItem = { ...span, key, kind: "free", time: "", label: t("slot.free") };
      act(preview, async () => {
        const input = {
          startsAt: await instantOf(span),
          lengthMin: span.lengthMin,
          modes: [...practice.modes],
        };
        const { id } = await webClient.availability.create.mutate({ ...input, idempotencyKey: keyOf(input) });
        const undo = () => webClient.availability.remove.mutate({ id });
        return { said: t("week.added", { when: say(span) }), undo };
      });
    },
    move(item: GridItem, span: Span) {
      const slot = item.place;
      if (!slot) return;
      act({ ...item, ...span }, async () => {
        const [was, startsAt] = [await instantOf(item), await instantOf(span)];
        const { lengthMin } = span;
        const { id } = await webClient.availability.move.mutate({ slotId: slot.id, startsAt, lengthMin });
        // A moved time is another slot, under an id of its own.
        const back = { slotId: id, startsAt: was, lengthMin: item.lengthMin };
        const undo = () => webClient.availability.move.mutate(back);
        return { said: t("week.movedTo", { when: say(span) }), undo };
      });
    },
    undo() {
      const back = done?.undo;
      if (!back) return;
      act(null, async () => {
        await back();
        return { said: t("week.undone"), undo: null };
      });
    },
  };
}
