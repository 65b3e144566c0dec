"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useActKey } from "@amrutam/client/act-key";
import { useErrorMessage } from "@amrutam/client/error-message";
import { lazily } from "@amrutam/client/lazily";
import { webClient } from "@amrutam/client/web-client";
import { COMMENT_MAX } from "@amrutam/domain/rating/policy";
import { Button } from "@amrutam/ui/button";
import { Field } from "@amrutam/ui/field";
import { StarChoice } from "@amrutam/ui/star-choice";
import { Textarea } from "@amrutam/ui/textarea";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useAct } from "../portal-shell/use-act";

/** Sent unjudged when the schema can't be reached: the server has the same one. */
const judge = lazily(
  () => import("./typed-rating").then(({ isRating }) => isRating),
  () => true,
);

type Said = Readonly<{ stars: 1 | 2 | 3 | 4 | 5 | 0; comment: string }>;
type RatingFormProps = {
  visitId: string;
  /** What stands now; null for a first rating. */
  before: Said | null;
  onDone: (outcome: "given" | "changed") => void;
  onKeep?: () => void;
};

/** Stars, and words if one likes. What was typed stays until the server has taken it. */
export function RatingForm({ visitId: consultationId, before, onDone, onKeep }: RatingFormProps) {
  const t = useTranslations("rating");
  const say = useErrorMessage();
  const keyOf = useActKey();
  const [stars, setStars] = useState<Said["stars"]>(before?.stars ?? 0);
  const [comment, setComment] = useState(before?.comment ?? "");
  const [issue, setIssue] = useState<"stars" | "comment" | null>(null);
  const input = { consultationId, stars, comment };
  const act = useAct(
    () =>
      before
        ? webClient.rating.update.mutate(input)
        : webClient.rating.give.mutate({ ...input, idempotencyKey: keyOf(input) }),
    () => onDone(before ? "changed" : "given"),
  );

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const found = stars === 0 ? "stars" : (await judge(input)) ? null : "comment";
    setIssue(found);
    if (found) form.querySelector<HTMLElement>(found === "stars" ? "input" : "textarea")?.focus();
    else act.run();
  }
  return (
    <form method="post" noValidate onSubmit={send} className="flex flex-col gap-4">
      <StarChoice
        legend={t("stars")}
        name="stars"
        value={stars}
        onValueChange={(chosen) => {
          setStars(chosen);
          if (issue === "stars") setIssue(null);
        }}
        labelOf={(count) => t("starsOf", { stars: count })}
        error={issue === "stars" && t("choose")}
      />
      <Field
        label={t("comment")}
        note={t("optional")}
        hint={t("commentHint")}
        error={issue === "comment" && t("tooLong", { max: COMMENT_MAX })}
      >
        <Textarea
          name="comment"
          value={comment}
          onChange={(event) => setComment(event.target.value)}
          counter={(length) => t("counter", { length, max: COMMENT_MAX })}
        />
      </Field>
      <FormRefusal of={act.error}>{say(act.error)}</FormRefusal>
      <div className="flex flex-wrap gap-3">
        <Button type="submit" pending={act.isPending} pendingLabel={t("sending")}>
          {t(before ? "save" : "give")}
        </Button>
        {onKeep && (
          <Button variant="quiet" onClick={onKeep} disabled={act.isPending}>
            {t("keep")}
          </Button>
        )}
      </div>
    </form>
  );
}
