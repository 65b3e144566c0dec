"use client";
import { clsx } from "clsx";
import { Modal, type ModalProps } from "./modal";

/** A question or a short form in the middle. */
export function Dialog({ size = "normal", ...rest }: ModalProps & { size?: "normal" | "wide" }) {
  return (
    <Modal
      {...rest}
      className={clsx(
        "m-auto max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] animate-rise rounded-lg",
        size === "wide" ? "max-w-3xl" : "max-w-lg",
      )}
    />
  );
}
