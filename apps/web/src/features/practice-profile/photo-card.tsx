"use client";
import { FormRefusal } from "@amrutam/account/form-refusal";
import { useErrorMessage } from "@amrutam/client/error-message";
import { webClient } from "@amrutam/client/web-client";
import { PHOTO_TYPES } from "@amrutam/domain/doctor/photo";
import { Button } from "@amrutam/ui/button";
import { Card } from "@amrutam/ui/card";
import { Notice } from "@amrutam/ui/notice";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { DoctorAvatar } from "../search/doctor-avatar";
import { sendPhoto } from "./send-photo";

type PhotoCardProps = {
  doctor: { fullName: string; photo: string | null };
  onChange: (photo: string | null) => void;
};

/** The doctor's picture: chosen, replaced, taken away; each at once, apart from the form below. */
export function PhotoCard({ doctor, onChange }: PhotoCardProps) {
  const t = useTranslations("practice.photo");
  const say = useErrorMessage();
  const router = useRouter();
  const chooser = useRef<HTMLInputElement>(null);
  const [act, setAct] = useState<"sending" | "removing" | null>(null);
  const [done, setDone] = useState<"sent" | "removed" | null>(null);
  const [refusal, setRefusal] = useState<unknown>(null);

  async function change(which: "sending" | "removing", run: () => Promise<string | null>) {
    setAct(which);
    setDone(null);
    setRefusal(null);
    try {
      onChange(await run());
      setDone(which === "sending" ? "sent" : "removed");
      router.refresh();
    } catch (error) {
      setRefusal(error);
    } finally {
      setAct(null);
      // The same file may be chosen again.
      if (chooser.current) chooser.current.value = "";
    }
  }
  return (
    <Card className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-4">
        <DoctorAvatar doctor={doctor} size="large" />
        <div className="flex min-w-0 flex-1 basis-60 flex-col gap-2">
          <h2 className="text-xl">{t("title")}</h2>
          <p id="photo-hint" className="text-sm text-ink-soft">
            {t("hint")}
          </p>
          <input
            ref={chooser}
            type="file"
            accept={PHOTO_TYPES.join(",")}
            aria-label={t("file")}
            tabIndex={-1}
            className="sr-only"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) void change("sending", () => sendPhoto(file));
            }}
          />
          <div className="flex flex-wrap gap-2">
            <Button
              variant="quiet"
              size="small"
              aria-describedby="photo-hint"
              pending={act === "sending"}
              pendingLabel={t("sending")}
              disabled={act === "removing"}
              onClick={() => chooser.current?.click()}
            >
              {t(doctor.photo === null ? "choose" : "replace")}
            </Button>
            {doctor.photo !== null && (
              <Button
                variant="ghost"
                size="small"
                pending={act === "removing"}
                pendingLabel={t("removing")}
                disabled={act === "sending"}
                onClick={() =>
                  change("removing", async () => (await webClient.doctor.removePhoto.mutate({})).photo)
                }
              >
                {t("remove")}
              </Button>
            )}
          </div>
        </div>
      </div>
      <FormRefusal of={refusal}>{say(refusal)}</FormRefusal>
      {done && (
        <Notice kind="ok" live="status">
          {t(done)}
        </Notice>
      )}
    </Card>
  );
}
