"use client";
import { Button } from "@amrutam/ui/button";
import { Notice } from "@amrutam/ui/notice";
import { KeyRound, Smartphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState, useSyncExternalStore } from "react";
import type { EnrolmentClient, NewPasskeyClient, StepUpClient } from "./account-client";
import { AccountFrame } from "./account-frame";
import { EnrolTotp } from "./enrol-totp";
import { hasPasskeys } from "./passkeys";
import { RecoveryCodes } from "./recovery-codes";
import { StepUpProvider } from "./step-up-dialog";
import { useNewPasskey } from "./use-new-passkey";

type EnrolProps = { client: EnrolmentClient & NewPasskeyClient & StepUpClient; continueTo: string };

const never = () => () => {};

/** A staff account's second factor, before anything else: a passkey or an authenticator app, then the recovery codes, once. */
export function EnrolSecondFactor(props: EnrolProps) {
  return (
    <StepUpProvider client={props.client}>
      <Enrol {...props} />
    </StepUpProvider>
  );
}

function Enrol({ client, continueTo }: EnrolProps) {
  const t = useTranslations("account.enrol");
  const [isApp, setApp] = useState(false);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const canPasskey = useSyncExternalStore(never, hasPasskeys, () => false);
  const passkey = useNewPasskey(client, { declined: t("declined"), known: t("declined") });
  const onward = () => window.location.assign(continueTo);
  const enrolled = (made: readonly string[]) => (made.length > 0 ? setCodes(made) : onward());

  if (codes)
    return (
      <AccountFrame title={t("codesTitle")} lead={t("codesLead")}>
        <RecoveryCodes codes={codes} onKept={onward} />
      </AccountFrame>
    );
  if (isApp)
    return (
      <AccountFrame title={t("title")} lead={t("lead")}>
        <EnrolTotp client={client} onConfirmed={enrolled} />
        <Button variant="ghost" onClick={() => setApp(false)}>
          {t("otherWay")}
        </Button>
      </AccountFrame>
    );
  return (
    <AccountFrame title={t("title")} lead={t("chooseLead")}>
      {passkey.failure && <Notice kind="bad">{passkey.failure}</Notice>}
      {canPasskey && (
        <Way
          icon={<KeyRound aria-hidden size={22} strokeWidth={1.75} />}
          title={t("passkeyTitle")}
          text={t("passkeyText")}
        >
          <Button
            block
            pending={passkey.isPending}
            pendingLabel={t("passkeyPending")}
            onClick={async () => {
              const added = await passkey.add(t("passkeyName"));
              if (added) enrolled(added.recoveryCodes);
            }}
          >
            {t("passkeyAct")}
          </Button>
        </Way>
      )}
      <Way
        icon={<Smartphone aria-hidden size={22} strokeWidth={1.75} />}
        title={t("appTitle")}
        text={t("appText")}
      >
        <Button block variant={canPasskey ? "quiet" : "primary"} onClick={() => setApp(true)}>
          {t("appAct")}
        </Button>
      </Way>
    </AccountFrame>
  );
}

function Way({
  icon,
  title,
  text,
  children,
}: {
  icon: ReactNode;
  title: string;
  text: string;
  children: ReactNode;
}) {
  return (
    <section className="flex flex-col gap-3 rounded-md border border-line p-4">
      <div className="flex items-start gap-3">
        <span className="mt-0.5 text-leaf">{icon}</span>
        <div className="flex flex-col gap-0.5">
          <h2 className="font-sans text-base font-semibold">{title}</h2>
          <p className="text-sm text-ink-soft">{text}</p>
        </div>
      </div>
      {children}
    </section>
  );
}
