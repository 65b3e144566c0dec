import type { ReactNode } from "react";
import { EntranceFrame } from "../../features/account/entrance-frame";

export default function EntranceLayout({ children }: { children: ReactNode }) {
  return <EntranceFrame>{children}</EntranceFrame>;
}
