"use client";
import { Modal, type ModalProps } from "./modal";

/** Context beside the work: rises from the foot on phones, stands at the right from 768 px on. */
export function Sheet(props: ModalProps) {
  return (
    <Modal
      {...props}
      className="mx-0 mt-auto mb-0 max-h-[88dvh] w-full max-w-full animate-rise rounded-t-lg border-x-0 border-b-0 pb-[env(safe-area-inset-bottom)] md:my-0 md:ms-auto md:h-dvh md:max-h-dvh md:w-96 md:rounded-none md:border-y-0 md:border-e-0 md:border-s"
    />
  );
}
