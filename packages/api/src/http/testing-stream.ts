import { type IncomingMessage, request } from "node:http";

export type Told = Readonly<{ event: string; id: string; data: { id?: string } }>;

/** A client of `GET /api/events` that waits for what it is told; no timers of its own. */
export async function openStream(base: string, headers: Record<string, string>, query = "") {
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request(`${base}/api/events${query}`, { headers, agent: false }, resolve).on("error", reject).end();
  });
  const told: Told[] = [];
  let text = "";
  let isEnded = false;
  let wake: () => void = () => undefined;
  answer.setEncoding("utf8");
  answer.on("data", (chunk: string) => {
    text += chunk;
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, "m").exec(block)?.[1] ?? "";
      if (field("event"))
        told.push({ event: field("event"), id: field("id"), data: JSON.parse(field("data")) });
    }
    wake();
  });
  // A connection that is cut ends it too.
  answer.on("error", () => undefined);
  answer.once("close", () => {
    isEnded = true;
    wake();
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    told,
    /** The first of what was told that is of this type; rejects when the stream ends without it. */
    async next(event: string): Promise<Told> {
      for (;;) {
        const found = told.find((one) => one.event === event);
        if (found) return found;
        if (isEnded) throw new Error(`the stream ended without ${event}: ${told.map((one) => one.event)}`);
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
    /** Everything that was told, once the server has ended the stream. */
    async ended(): Promise<string[]> {
      while (!isEnded)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return told.map((one) => one.event);
    },
    leave: () => answer.destroy(),
  };
}
