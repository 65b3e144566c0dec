import { Card, CardHeader } from "@amrutam/ui/card";
import type { ReactNode } from "react";

type SecuritySectionProps = {
  /** Its anchor, so that mails and other pages can point at it. */
  id: string;
  title: ReactNode;
  /** One sentence: what it is, or how it stands. */
  lead?: ReactNode;
  /** One small button at the right of the title. */
  action?: ReactNode;
  children?: ReactNode;
};

/** One part of the security page. Parts are independent: each asks, sends and reports by itself. */
export function SecuritySection({ id, title, lead, action, children }: SecuritySectionProps) {
  return (
    <Card id={id} className="flex scroll-mt-20 flex-col gap-4">
      <div className="flex flex-col gap-1">
        <CardHeader title={title} level={2} action={action} />
        {lead && <p className="text-sm text-ink-soft">{lead}</p>}
      </div>
      {children}
    </Card>
  );
}
