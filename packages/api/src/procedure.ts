import type { SessionFacts } from "@amrutam/auth/sessions";
import { type Actor, hasRole, hasStepUp, isStaff } from "@amrutam/domain/actor";
import type { Result } from "@amrutam/domain/result";
import { initTRPC } from "@trpc/server";
import { Temporal } from "temporal-polyfill";
import type { ActorContext, Context } from "./context";
import { Refused, raise, toPublicError } from "./errors";
import { measure } from "./metrics";
import { parsingAtOnce } from "./parse-at-once";
import { POLICIES, type PolicyName, type PolicyRole, type RoleRule, type Rule } from "./policy";
import { spend } from "./rate-limit";
import { transformer } from "./transformer";

type Meta = { policy: PolicyName };

const t = initTRPC
  .context<Context>()
  .meta<Meta>()
  .create({
    transformer,
    isDev: false,
    errorFormatter({ shape, error, ctx }) {
      const { code, status, fields, details } = toPublicError(error);
      return {
        code: shape.code,
        message: code,
        data: { code, httpStatus: status, requestId: ctx?.requestId ?? "", fields, details },
      };
    },
  });

export const router = t.router;
export const mergeRouters = t.mergeRouters;
export const createCallerFactory = t.createCallerFactory;

/** Roles, assurance and step-up of one call, from the session row of this request. @throws Refused */
function admit(rule: RoleRule, ctx: Context): { actor: Actor; session: SessionFacts } {
  const { actor, session } = ctx;
  if (!actor || !session) throw new Refused("auth.unauthenticated");
  if (!hasRole(actor, rule.roles)) throw new Refused("auth.forbidden");
  if (isStaff(actor) && actor.aal < 2 && rule.aal !== 1) throw new Refused("auth.second_factor_required");
  const now = Temporal.Instant.fromEpochMilliseconds(ctx.deps.clock.now().getTime());
  if (rule.stepUp && !hasStepUp(actor, now)) throw new Refused("auth.step_up_required");
  return { actor, session };
}

/** For handlers that read a body of their own: what a call would be refused with, before a byte of it is read. @throws Refused */
export function mayCall(policy: PolicyName, ctx: Context): void {
  const rule: Rule = POLICIES[policy];
  if (rule.roles !== "PUBLIC") admit(rule, ctx);
}

/** What a procedure of policy P finds in `ctx`. */
export type ContextOf<P extends PolicyName> = [PolicyRole<P>] extends [never]
  ? Context
  : ActorContext<Actor<PolicyRole<P>>>;

const enforce = <P extends PolicyName>(policy: P) =>
  t.middleware(async ({ ctx, type, next }) => {
    const rule: Rule = POLICIES[policy];
    return measure(policy, async () => {
      const admitted = rule.roles === "PUBLIC" ? ctx : { ...ctx, ...admit(rule, ctx) };
      await spend(ctx, policy, rule.limit, type === "mutation" ? "mutation" : "query");
      return next({ ctx: admitted as unknown as ContextOf<P> });
    });
  });

/**
 * The only way to start a procedure: policy first, so that nobody learns from parsing what they may not call.
 * Continue with a strict `.input()`, a strict `.output()` and one call of a use case.
 */
export const procedure = <P extends PolicyName>(policy: P) =>
  parsingAtOnce(t.procedure.meta({ policy }).use(enforce(policy)));

/** Joins a use case to a procedure: its value is the answer, its refusal becomes the error. */
export const answer =
  <Ctx, Input, T>(useCase: (ctx: Ctx, input: Input) => Promise<Result<T>>) =>
  async ({ ctx, input }: { ctx: Ctx; input: Input }): Promise<T> => {
    const result = await useCase(ctx, input);
    return result.ok ? result.value : raise(result);
  };
