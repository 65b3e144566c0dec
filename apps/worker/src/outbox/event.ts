import * as z from "zod";

/** What a job knows of the outbox event it belongs to: ids only, whatever it needs it reads when it runs. */
export const outboxEvent = z.object({ eventId: z.uuid(), kind: z.string(), aggregateId: z.uuid() });
export type OutboxEvent = z.infer<typeof outboxEvent>;
