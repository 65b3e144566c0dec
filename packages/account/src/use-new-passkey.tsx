"use client";
import { useErrorMessage } from "@amrutam/client/error-message";
import { refusalOf } from "@amrutam/client/refusal";
import type { addPasskeyOutput } from "@amrutam/domain/factor/schema";
import { useState } from "react";
import type * as z from "zod";
import type { NewPasskeyClient } from "./account-client";
import { isKnownHere, makePasskey } from "./passkeys";
import { useStepUp } from "./step-up-dialog";

/** Makes a passkey in this browser and keeps it. @param texts what is said when the person or the browser declines */
export function useNewPasskey(client: NewPasskeyClient, texts: { declined: string; known: string }) {
  const guarded = useStepUp();
  const say = useErrorMessage();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();

  /** @returns what was added; null when it wasn't, and `failure` says why */
  async function add(name: string): Promise<z.output<typeof addPasskeyOutput> | null> {
    setPending(true);
    setFailure(undefined);
    try {
      const { challengeId, options } = await guarded(() => client.factor.beginPasskey.mutate({}));
      const response = await makePasskey(options);
      return await guarded(() => client.factor.addPasskey.mutate({ challengeId, name, response }));
    } catch (refusal) {
      const own = isKnownHere(refusal) ? texts.known : texts.declined;
      setFailure(refusalOf(refusal) ? say(refusal) : own);
      return null;
    } finally {
      setPending(false);
    }
  }
  return { add, isPending, failure };
}
