"use client";
import { Toaster as Sonner, toast } from "sonner";

/** Where toasts appear; once in the layout. `label` names the region ("Notifications"). */
export function Toaster({ label, closeLabel }: { label: string; closeLabel: string }) {
  return (
    <Sonner
      // The colours come from the theme's tokens, which know the scheme themselves.
      theme="light"
      position="bottom-center"
      duration={8000}
      containerAriaLabel={label}
      closeButton
      // Clear of the tabs or the action bar at the foot.
      mobileOffset={{ bottom: 80, left: 16, right: 16 }}
      toastOptions={{
        closeButtonAriaLabel: closeLabel,
        classNames: {
          toast: "text-sm! shadow-float!",
          actionButton:
            "min-h-9! rounded-sm! bg-transparent! px-3! text-sm! font-semibold! text-leaf! touch:min-h-11!",
          // In the row and of a thumb's size, not the 20 px on the corner that Sonner gives it.
          closeButton:
            "static! order-last -me-2! grid! size-9! shrink-0 transform-none! place-items-center border-0! bg-transparent! text-ink-soft! touch:size-11! [&_svg]:size-4",
        },
      }}
    />
  );
}

/** Says what has been done, with the way to undo it. The only thing a toast is for. */
export function toastUndo(message: string, undoLabel: string, onUndo: () => void): void {
  toast(message, { action: { label: undoLabel, onClick: onUndo } });
}
