"use client";
import { Button } from "@amrutam/ui/button";
import { EmptyState } from "@amrutam/ui/empty-state";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition } from "react";

/** A page that could not be shown, with the way to try again. What went wrong is in the log, under the digest. */
export function ErrorScreen({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("errors");
  const router = useRouter();
  const retry = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div role="alert" className="mx-auto flex w-full max-w-2xl flex-col gap-3 p-4 md:p-6">
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState title={t("title")} action={<Button onClick={retry}>{t("retry")}</Button>}>
        {t("text")}
      </EmptyState>
      {error.digest && (
        <p className="text-center text-sm text-ink-faint">{t("reference", { requestId: error.digest })}</p>
      )}
    </div>
  );
}
