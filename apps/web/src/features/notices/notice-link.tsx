"use client";
import { webClient } from "@amrutam/client/web-client";
import Link from "next/link";
import type { ReactNode } from "react";

type NoticeLinkProps = {
  id: string;
  /** null: it leads nowhere */
  href: string | null;
  children: ReactNode;
};

/** To what a line is about; whoever goes there has seen it. */
export function NoticeLink({ id, href, children }: NoticeLinkProps) {
  if (href === null) return children;
  return (
    <Link
      href={href}
      className="text-ink no-underline hocus:text-leaf-strong hocus:underline"
      onClick={() => {
        // A line that stays new is worth no word: the visit is what was wanted.
        webClient.notification.markRead.mutate({ ids: [id] }).catch(() => undefined);
      }}
    >
      {children}
    </Link>
  );
}
