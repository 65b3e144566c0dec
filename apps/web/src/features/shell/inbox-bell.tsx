"use client";
import { useNews } from "@amrutam/client/live-session";
import { webClient } from "@amrutam/client/web-client";
import { buttonClass } from "@amrutam/ui/button";
import { Bell } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/** The way to the inbox, with how much of it is new: as the page was made, and as it changes since. */
export function InboxBell({ href, unread }: { href: string; unread: number }) {
  const t = useTranslations("shell");
  const [count, setCount] = useState(unread);
  useEffect(() => setCount(unread), [unread]);
  useNews(["notification.changed", "missed"], () => {
    // Without an answer the count stays what it was; the next word asks again.
    webClient.notification.unread.query({}).then(
      (answer) => setCount(answer.count),
      () => undefined,
    );
  });
  return (
    <Link
      href={href}
      aria-label={t("bell", { count })}
      className={`${buttonClass({ variant: "ghost", size: "small" })} relative`}
    >
      <Bell size={20} strokeWidth={1.75} aria-hidden />
      {count > 0 && (
        <span
          aria-hidden
          className="absolute end-0.5 top-0 min-w-4.5 rounded-full bg-brick px-1 text-center text-xs font-semibold text-on-brick"
        >
          {count > 99 ? "99+" : count}
        </span>
      )}
    </Link>
  );
}
