import { Card } from "@amrutam/ui/card";
import type { ReactNode } from "react";

/** One narrow sheet in the middle: every screen of signing in, up and out looks like this. */
export function AccountFrame({
  title,
  lead,
  children,
  foot,
}: {
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
}) {
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-4 p-4 md:py-12">
      <Card className="flex flex-col gap-6">
        <header className="flex flex-col gap-1">
          <h1 tabIndex={-1} className="text-2xl">
            {title}
          </h1>
          {lead && <p className="text-ink-soft">{lead}</p>}
        </header>
        {children}
      </Card>
      {foot && <div className="px-1 text-center text-sm text-ink-soft">{foot}</div>}
    </div>
  );
}
