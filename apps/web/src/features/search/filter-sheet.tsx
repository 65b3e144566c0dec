"use client";
import { chipClass } from "@amrutam/ui/chip";
import { Sheet } from "@amrutam/ui/sheet";
import { type ReactNode, useState } from "react";

type FilterSheetProps = {
  label: string;
  title: string;
  closeLabel: string;
  isOn: boolean;
  /** The same filters as a page, for a browser without scripts. */
  href: string;
  children: ReactNode;
};

/** The filters on phones: a sheet from the foot. */
export function FilterSheet({ label, title, closeLabel, isOn, href, children }: FilterSheetProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <a
        href={href}
        aria-haspopup="dialog"
        className={chipClass(isOn)}
        onClick={(event) => {
          event.preventDefault();
          setOpen(true);
        }}
      >
        {label}
      </a>
      <Sheet open={isOpen} onClose={() => setOpen(false)} title={title} closeLabel={closeLabel}>
        <div onSubmit={() => setOpen(false)}>{children}</div>
      </Sheet>
    </>
  );
}
