"use client";
import { webClient } from "@amrutam/client/web-client";
import type { Audience, Channel, NoticeKind } from "@amrutam/domain/notification/kinds";
import type { NoticeSettings } from "@amrutam/domain/notification/schema";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { Checkbox } from "@amrutam/ui/checkbox";
import { Field } from "@amrutam/ui/field";
import { Input } from "@amrutam/ui/input";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActError } from "../portal-shell/act-error";
import { useAct } from "../portal-shell/use-act";

const NIGHT = { fromMin: 22 * 60, toMin: 7 * 60 };
const clockOf = (min: number) =>
  `${String(Math.floor(min / 60)).padStart(2, "0")}:${String(min % 60).padStart(2, "0")}`;
const minuteOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** Which message comes where, and when it is quiet; nothing counts until it is saved. */
export function SettingsForm({ settings, audience }: { settings: NoticeSettings; audience: Audience }) {
  const t = useTranslations("notices.settings");
  const router = useRouter();
  const [kinds, setKinds] = useState(settings.kinds);
  const [quiet, setQuiet] = useState(settings.quietHours);
  const [isSaved, setSaved] = useState(false);
  const turn = (kind: NoticeKind, channel: Channel, isOn: boolean) => {
    setSaved(false);
    setKinds((rows) =>
      rows.map((row) =>
        row.kind === kind
          ? {
              ...row,
              channels: row.channels.map((one) => (one.channel === channel ? { ...one, isOn } : one)),
            }
          : row,
      ),
    );
  };
  const wait = (hours: typeof quiet) => {
    setSaved(false);
    setQuiet(hours);
  };
  const wishes = kinds.flatMap(({ kind, channels }) =>
    channels.filter(({ isFixed }) => !isFixed).map(({ channel, isOn }) => ({ kind, channel, isOn })),
  );
  const save = useAct(
    () => webClient.notification.setSettings.mutate({ quietHours: quiet, wishes }),
    () => {
      setSaved(true);
      router.refresh();
    },
  );
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save.run();
      }}
    >
      {kinds.map(({ kind, channels }) => (
        <Card key={kind} padding="small">
          <fieldset className="flex flex-col gap-1">
            <legend className="font-semibold">{t(`kind.${audience}.${kind}`)}</legend>
            <div className="flex flex-wrap gap-x-6">
              {channels.map(({ channel, isOn, isFixed }) => (
                <Checkbox
                  key={channel}
                  label={t(`channel.${channel}`)}
                  checked={isOn}
                  disabled={isFixed}
                  onChange={(event) => turn(kind, channel, event.currentTarget.checked)}
                />
              ))}
            </div>
          </fieldset>
        </Card>
      ))}
      <Card padding="small">
        <fieldset className="flex flex-col gap-2">
          <legend className="font-semibold">{t("quiet")}</legend>
          <p className="text-sm text-ink-soft">{t("quietHint", { zone: settings.timezone })}</p>
          <Checkbox
            label={t("quietOn")}
            checked={quiet !== null}
            onChange={(event) => wait(event.currentTarget.checked ? NIGHT : null)}
          />
          {quiet && (
            <div className="flex flex-wrap gap-4">
              <Field label={t("from")}>
                <Input
                  type="time"
                  required
                  value={clockOf(quiet.fromMin)}
                  onChange={({ currentTarget: { value } }) =>
                    value && wait({ ...quiet, fromMin: minuteOf(value) })
                  }
                />
              </Field>
              <Field label={t("to")}>
                <Input
                  type="time"
                  required
                  value={clockOf(quiet.toMin)}
                  onChange={({ currentTarget: { value } }) =>
                    value && wait({ ...quiet, toMin: minuteOf(value) })
                  }
                />
              </Field>
            </div>
          )}
        </fieldset>
      </Card>
      <div className="flex items-center gap-3">
        <Button type="submit" pending={save.isPending} pendingLabel={t("saving")}>
          {t("save")}
        </Button>
        <p role="status" className="text-sm text-leaf-strong">
          {isSaved && t("saved")}
        </p>
      </div>
      <ActError error={save.error} />
    </form>
  );
}
