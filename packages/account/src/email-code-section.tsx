"use client";
import { Button } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { useTranslations } from "next-intl";
import type { MailedCodeClient } from "./account-client";
import { SecuritySection } from "./security-section";
import { Told } from "./told";
import { useFactorAct } from "./use-factor-act";

type EmailCodeSectionProps = {
  client: MailedCodeClient;
  email: string;
  isVerified: boolean;
  isOn: boolean;
  /** Devices on which the second step isn't asked for. */
  remembered: number;
  onCodes: (codes: readonly string[]) => void;
};

/** A patient's code by mail, and the devices that aren't asked for the second step. */
export function EmailCodeSection(props: EmailCodeSectionProps) {
  const { client, email, isVerified, isOn, remembered, onCodes } = props;
  const [t, devices] = [useTranslations("factors.email"), useTranslations("factors.remembered")];
  const act = useFactorAct();

  async function turn() {
    const enabled = !isOn;
    const done = t(enabled ? "turnedOn" : "turnedOff");
    const made = await act.run("turn", () => client.factor.setEmailCode.mutate({ enabled }), done);
    if (made && made.recoveryCodes.length > 0) onCodes(made.recoveryCodes);
  }
  return (
    <SecuritySection
      id="email-code"
      title={t("title")}
      lead={<span className="wrap-anywhere">{t("lead", { email })}</span>}
      action={
        (isVerified || isOn) && (
          <Button
            variant="quiet"
            size="small"
            pending={act.pending === "turn"}
            pendingLabel={t("turning")}
            onClick={turn}
          >
            {t(isOn ? "turnOff" : "turnOn")}
          </Button>
        )
      }
    >
      <Told by={act} />
      {!isVerified && !isOn && <Notice>{t("unverified")}</Notice>}
      <p className="text-sm">{t(isOn ? "on" : "off")}</p>
      {remembered > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-3 border-t border-line pt-3">
          <p className="text-sm text-ink-soft">{devices("text", { count: remembered })}</p>
          <Button
            variant="ghost"
            size="small"
            pending={act.pending === "forget"}
            pendingLabel={devices("forgetting")}
            onClick={() =>
              act.run("forget", () => client.factor.forgetDevices.mutate({}), devices("forgotten"))
            }
          >
            {devices("forget")}
          </Button>
        </div>
      )}
    </SecuritySection>
  );
}
