import type { ReactNode } from "react";

/** A place in the app. */
export type NavItem = {
  href: string;
  label: ReactNode;
  /** lucide, size 20, strokeWidth 1.75, aria-hidden */
  icon?: ReactNode;
  /** This is where the viewer is. */
  current?: boolean;
  /** e.g. a Tag with a number */
  badge?: ReactNode;
};
