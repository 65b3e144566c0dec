"use client";
import { adminClient } from "@amrutam/client/admin-client";
import { useErrorMessage } from "@amrutam/client/error-message";
import type { ModeratedRating } from "@amrutam/domain/admin/rating-schema";
import { HIDE_REASONS, type HideReason } from "@amrutam/domain/rating/policy";
import { Button } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { RadioChips } from "@amrutam/ui/radio-chips";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { ActDialog } from "../listing/act-dialog";
import { useTell } from "../listing/outcome";

type DecideRatingProps = {
  rating: Pick<ModeratedRating, "id" | "revision" | "state"> & { doctorName: string; isReadable: boolean };
};

/** Publishing is one press, since it can be taken back; keeping back asks why. Both name the words that were read. */
export function DecideRating({ rating }: DecideRatingProps) {
  const t = useTranslations("adminRatings");
  const say = useErrorMessage();
  const router = useRouter();
  const tell = useTell();
  const [isHiding, setHiding] = useState(false);
  const [isPending, start] = useTransition();
  const [failure, setFailure] = useState<unknown>(null);
  const { id, revision, state, doctorName: doctor, isReadable } = rating;

  const publish = () =>
    start(async () => {
      setFailure(null);
      try {
        await adminClient.admin.decideRating.mutate({ id, revision, decision: "PUBLISHED" });
        tell(t("published", { doctor }));
      } catch (error) {
        setFailure(error);
      }
      // Also after a refusal: the words, or the decision, are others then.
      router.refresh();
    });
  return (
    <div className="flex flex-col items-end gap-2">
      <div className="flex flex-wrap gap-2">
        {state !== "PUBLISHED" && isReadable && (
          <Button
            size="small"
            variant={state === "PENDING" ? "primary" : "quiet"}
            aria-label={t("publishFor", { doctor })}
            pending={isPending}
            pendingLabel={t("pending")}
            onClick={publish}
          >
            {t("publish")}
          </Button>
        )}
        {state !== "HIDDEN" && (
          <Button
            size="small"
            variant="quiet"
            aria-label={t("hideFor", { doctor })}
            onClick={() => setHiding(true)}
          >
            {t("hide")}
          </Button>
        )}
      </div>
      {failure !== null && <Notice kind="bad">{say(failure)}</Notice>}
      <ActDialog
        open={isHiding}
        onClose={() => setHiding(false)}
        title={t("hideTitle")}
        consequence={t("hideText")}
        confirmLabel={t("hide")}
        pendingLabel={t("pending")}
        tone="danger"
        done={t("hiddenDone", { doctor })}
        act={(_, form) =>
          adminClient.admin.decideRating.mutate({
            id,
            revision,
            decision: "HIDDEN",
            reason: String(form.get("why")) as HideReason,
          })
        }
      >
        <RadioChips
          legend={t("why")}
          name="why"
          defaultValue="PERSONAL_DATA"
          options={HIDE_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
        />
      </ActDialog>
    </div>
  );
}
