"use client";
import { webClient } from "@amrutam/client/web-client";
import type { CalendarSettings } from "@amrutam/domain/calendar/schema";
import type { Audience } from "@amrutam/domain/notification/kinds";
import { Button } from "@amrutam/ui/button";
import { Checkbox } from "@amrutam/ui/checkbox";
import { Notice } from "@amrutam/ui/notice";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";
import { FeedActs } from "./feed-acts";
import { FeedAddress } from "./feed-address";

type FeedSettingsProps = {
  settings: CalendarSettings;
  audience: Audience;
  /** In words: since when there is an address, and when it was fetched. */
  history: string;
};

/** The secret address of one's visits: made, handed on, changed, revoked; and whether titles name anybody. */
export function FeedSettings({ settings: { feed, hasNames }, audience, history }: FeedSettingsProps) {
  const t = useTranslations("calendar");
  const brand = useTranslations("common")("brand");
  const router = useRouter();
  const outcome = useRef<HTMLParagraphElement>(null);
  const [told, setTold] = useState({ said: "", isGone: false });
  /** @param isGone the button that was pressed goes with what it changed */
  const tell = (said: string, isGone: boolean) => {
    setTold({ said, isGone });
    router.refresh();
  };
  useEffect(() => {
    if (told.isGone) outcome.current?.focus();
  }, [told]);
  const create = useAct(
    () => webClient.calendar.createFeed.mutate({}),
    () => tell(t("feed.made"), true),
  );
  const names = useAct(
    () => webClient.calendar.setDetails.mutate({ hasNames: !hasNames }),
    (now) => tell(t(now.hasNames ? "feed.namesOn" : "feed.namesOff"), false),
  );
  return (
    <>
      <p
        ref={outcome}
        role="status"
        tabIndex={-1}
        className="text-sm text-leaf-strong outline-none empty:hidden"
      >
        {told.said}
      </p>
      {feed ? (
        <>
          <FeedAddress url={feed.url} />
          <Notice kind="warn">{t("feed.addressHint")}</Notice>
          <p className="text-sm text-ink-soft">{history}</p>
          <FeedActs onDone={(done) => tell(t(`feed.${done}`), true)} />
        </>
      ) : (
        <div className="flex flex-col items-start gap-3">
          <p>{t("feed.none")}</p>
          <Button
            variant="quiet"
            pending={create.isPending}
            pendingLabel={t("feed.creating")}
            onClick={create.run}
          >
            {t("feed.create")}
          </Button>
          <ActError error={create.error} />
        </div>
      )}
      <div className="border-t border-line pt-3">
        <Checkbox
          label={t(`feed.names.${audience}`)}
          hint={t(`feed.namesHint.${audience}`, { title: t("entry.visit", { brand }) })}
          checked={hasNames !== names.isPending}
          onChange={names.run}
        />
        <ActError error={names.error} />
      </div>
    </>
  );
}
