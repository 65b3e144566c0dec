import type { Role } from "@amrutam/domain/actor";

/** What the frame of a page says about who looks at it. */
export type Viewer = Readonly<{
  person: Readonly<{ fullName: string; role: Role /** new lines of the inbox */; unread: number }> | null;
  /** Path and query of this page. */
  location: string;
  grievanceEmail: string;
}>;
