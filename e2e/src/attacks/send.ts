import { type IncomingHttpHeaders, request } from "node:http";

export type Sent = Readonly<{ status: number; headers: IncomingHttpHeaders; text: string }>;
type Wishes = Readonly<{ method?: string; headers?: Record<string, string>; body?: string | object }>;

/**
 * One request with whatever headers an attacker likes, also those that browsers and fetch keep for themselves.
 * Redirects aren't followed; of a stream that opens, the head is enough.
 */
export function send(url: string, { method = "GET", headers = {}, body }: Wishes = {}): Promise<Sent> {
  const text = typeof body === "object" ? JSON.stringify(body) : body;
  const type = typeof body === "object" ? { "content-type": "application/json" } : {};
  const length = text === undefined ? {} : { "content-length": String(Buffer.byteLength(text)) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers: { ...type, ...length, ...headers } }, (answer) => {
      const head = { status: answer.statusCode ?? 0, headers: answer.headers };
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.once("end", () => resolve({ ...head, text: Buffer.concat(chunks).toString("utf8") }));
      answer.once("error", reject);
      if (answer.headers["content-type"]?.startsWith("text/event-stream")) {
        resolve({ ...head, text: "" });
        answer.destroy();
      }
    });
    sent.once("error", reject);
    sent.end(text);
  });
}

/** The code of a refusal, by REST or tRPC; null when it isn't one. */
export function codeIn({ text }: Sent): string | null {
  const found = /"code":"([a-z_]+(?:\.[a-z_]+)?)"/.exec(text);
  return found?.[1] ?? null;
}

/** Cookies of an answer by name, without their attributes. */
export const cookiesOf = ({ headers }: Sent): Record<string, string> =>
  Object.fromEntries(
    (headers["set-cookie"] ?? []).map((line) => {
      const [pair = ""] = line.split(";");
      const equals = pair.indexOf("=");
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );

export const cookieHeader = (cookies: Record<string, string>): string =>
  Object.entries(cookies)
    .map(([name, value]) => `${name}=${value}`)
    .join("; ");
