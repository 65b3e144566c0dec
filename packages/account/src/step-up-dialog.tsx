"use client";
import { refusalOf } from "@amrutam/client/refusal";
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  use,
  useCallback,
  useMemo,
  useRef,
  useState,
} from "react";
import type { StepUpClient } from "./account-client";

/** Its code is fetched when it is first needed: most visits never confirm anything. */
const StepUpForm = lazy(() => import("./step-up-form").then((form) => ({ default: form.StepUpForm })));

type Guard = <T>(act: () => Promise<T>) => Promise<T>;
const StepUp = createContext<Guard>((act) => act());

/**
 * `const guarded = useStepUp(); await guarded(() => client.factor.removeTotp.mutate({}))`: does what needs a fresh
 * proof. When the server asks for one (`auth.step_up_required`), the dialog opens, and the act is done again after it.
 * Whoever closes the dialog gets the refusal itself, which reads as it should above a form.
 * Needs a {@link StepUpProvider} above; without one the act is just done.
 */
export const useStepUp = (): Guard => use(StepUp);

type Asked = Readonly<{ settle: (isConfirmed: boolean) => void }>;

/** The one step-up dialog of a page. Needs the namespaces `stepUp` and `refusals`. */
export function StepUpProvider({ client, children }: { client: StepUpClient; children: ReactNode }) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const waiting = useRef<Promise<boolean> | null>(null);

  const ask = useCallback(() => {
    // Two acts at once are confirmed by one dialog.
    waiting.current ??= new Promise<boolean>((resolve) => {
      setAsked({
        settle(isConfirmed) {
          waiting.current = null;
          setAsked(null);
          resolve(isConfirmed);
        },
      });
    });
    return waiting.current;
  }, []);

  const guard = useMemo<Guard>(
    () => async (act) => {
      try {
        return await act();
      } catch (refusal) {
        if (refusalOf(refusal)?.code !== "auth.step_up_required") throw refusal;
        if (!(await ask())) throw refusal;
        return act();
      }
    },
    [ask],
  );
  return (
    <StepUp value={guard}>
      {children}
      {asked && (
        <Suspense fallback={null}>
          <StepUpForm
            client={client}
            onConfirmed={() => asked.settle(true)}
            onClose={() => asked.settle(false)}
          />
        </Suspense>
      )}
    </StepUp>
  );
}
