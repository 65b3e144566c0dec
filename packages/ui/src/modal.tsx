"use client";
import { clsx } from "clsx";
import { X } from "lucide-react";
import { type ReactNode, type SyntheticEvent, useEffect, useId, useRef } from "react";
import { IconButton } from "./icon-button";

export type ModalProps = {
  open: boolean;
  /** Asked for by Esc, the cross or a press outside; the parent then sets `open` to false. */
  onClose: () => void;
  title: ReactNode;
  /** Read out with the title: what this is about, or what the act does. */
  description?: ReactNode;
  /** Name of the cross; without it there is none, so `actions` must hold a way out. */
  closeLabel?: string;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
  /** False while something is under way that must not be left: Esc and a press outside do nothing. */
  dismissible?: boolean;
  role?: "dialog" | "alertdialog";
  children?: ReactNode;
};

/**
 * The native modal dialog behind Dialog and Sheet: the browser keeps the focus inside, makes the rest inert and gives
 * the focus back to where it was. The content exists only while open, so its state starts fresh.
 */
export function Modal(props: ModalProps & { className: string }) {
  const {
    open,
    onClose,
    title,
    description,
    closeLabel,
    actions,
    dismissible = true,
    role,
    children,
    className,
  } = props;
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (!open || !dialog) return;
    dialog.showModal();
    // Also when unmounted while open: only close() returns the focus.
    return () => dialog.close();
  }, [open]);

  function cancel(event: SyntheticEvent<HTMLDialogElement>) {
    // A file input inside sends `cancel` too.
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    if (dismissible) onClose();
  }
  return (
    <dialog
      ref={ref}
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-text` : undefined}
      onCancel={cancel}
      onClose={(event) => event.target === event.currentTarget && open && onClose()}
      onPointerDown={(event) => event.target === event.currentTarget && dismissible && onClose()}
      className={clsx(
        "overflow-hidden border border-line bg-surface p-0 text-ink shadow-float open:flex",
        className,
      )}
    >
      {open && (
        <div className="flex max-h-[inherit] min-h-0 w-full flex-col">
          <header className="flex items-start gap-3 px-4 pt-4 md:px-6 md:pt-5">
            <div className="min-w-0 flex-1">
              <h2 id={`${id}-title`}>{title}</h2>
              {description && (
                <p id={`${id}-text`} className="mt-1 text-ink-soft">
                  {description}
                </p>
              )}
            </div>
            {closeLabel && (
              <IconButton
                label={closeLabel}
                onClick={onClose}
                disabled={!dismissible}
                className="-me-2 -mt-1"
                icon={<X aria-hidden size={20} strokeWidth={1.75} />}
              />
            )}
          </header>
          {children && (
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-4 py-3 md:px-6">
              {children}
            </div>
          )}
          {actions && (
            <footer className="flex flex-col-reverse gap-2 px-4 pt-2 pb-[max(1rem,env(safe-area-inset-bottom))] sm:flex-row sm:justify-end sm:gap-3 md:px-6 md:pb-5">
              {actions}
            </footer>
          )}
        </div>
      )}
    </dialog>
  );
}
