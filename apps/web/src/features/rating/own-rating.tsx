"use client";
import type { OwnRating as Own } from "@amrutam/domain/rating/schema";
import { Button } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect, useRef, useState } from "react";
import { RatingForm } from "./rating-form";
import { type Said, SaidRating } from "./said-rating";
import { WithdrawRating } from "./withdraw-rating";

type OwnRatingProps = {
  visitId: string;
  rating: (Said & Pick<NonNullable<Own["rating"]>, "changeableUntil">) | null;
  /** Until when something may still be said, in words. */
  until: string;
};

/** The own rating of one visit: a form, or what was said with the ways to change it. An act is told where it was done. */
export function OwnRating({ visitId, rating, until }: OwnRatingProps) {
  const t = useTranslations("rating");
  const router = useRouter();
  const [isEditing, setEditing] = useState(false);
  const [told, setTold] = useState<"given" | "changed" | "withdrawn" | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  /** What takes the focus of a button that went with its screen. */
  const next = useRef("");
  useEffect(() => {
    if (told) box.current?.focus();
  }, [told]);
  const done = (outcome: "given" | "changed" | "withdrawn") =>
    startTransition(() => {
      setTold(outcome);
      setEditing(false);
      router.refresh();
    });
  useEffect(() => {
    if (next.current) root.current?.querySelector<HTMLElement>(next.current)?.focus();
    next.current = "";
  }, [isEditing]);
  const turn = (isForm: boolean) => {
    next.current = isForm ? "input:checked" : "button";
    setTold(null);
    setEditing(isForm);
  };
  return (
    <div ref={root} className="flex flex-col gap-4">
      {told && (
        <div ref={box} tabIndex={-1} className="rounded-md">
          <Notice kind="ok" live="status">
            {t(told)}
          </Notice>
        </div>
      )}
      {rating && !isEditing && (
        <>
          <SaidRating said={rating} />
          <div className="flex flex-wrap gap-3">
            {rating.changeableUntil && (
              <Button variant="quiet" size="small" onClick={() => turn(true)}>
                {t("change")}
              </Button>
            )}
            <WithdrawRating visitId={visitId} onDone={() => done("withdrawn")} />
          </div>
        </>
      )}
      {(!rating || isEditing) && (
        <RatingForm
          key={rating ? "change" : "give"}
          visitId={visitId}
          before={rating}
          onDone={done}
          onKeep={rating ? () => turn(false) : undefined}
        />
      )}
      <p className="text-sm text-ink-soft">{until}</p>
    </div>
  );
}
