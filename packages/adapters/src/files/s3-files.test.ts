import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { FilesUnavailable } from "@amrutam/ports/files";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { s3Files } from "./s3-files";

const SECRET = "the-secret-of-the-store";
const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();

/** Is this request signed as AWS asks (Signature Version 4, "Authenticating requests: Authorization header")? */
function isSigned(req: IncomingMessage, body: Buffer): boolean {
  const header = req.headers.authorization ?? "";
  const [, id, date = "", region = "", signed = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      header,
    ) ?? [];
  if (id !== "KEYID" || req.headers["x-amz-content-sha256"] !== sha256(body)) return false;
  const names = signed.split(";");
  if (!names.includes("host") || !names.includes("x-amz-content-sha256")) return false;
  const canonical = [
    req.method,
    new URL(req.url ?? "", "http://x").pathname,
    "",
    ...names.map((name) => `${name}:${String(req.headers[name]).trim()}`),
    "",
    signed,
    sha256(body),
  ].join("\n");
  const scope = `${date}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", req.headers["x-amz-date"], scope, sha256(canonical)].join("\n");
  const key = [region, "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${SECRET}`, date));
  return hmac(key, text).toString("hex") === signature;
}

describe("files in a bucket", () => {
  let sink: Server;
  let kept: Map<string, { body: Buffer; type: string }>;
  let endpoint: URL;
  let fault: number | "silence" | null;
  beforeEach(async () => {
    [kept, fault] = [new Map(), null];
    sink = createServer(async (req, res) => {
      const chunks: Buffer[] = [];
      for await (const chunk of req) chunks.push(chunk as Buffer);
      const body = Buffer.concat(chunks);
      if (fault === "silence") return;
      const path = req.url ?? "";
      const found = kept.get(path);
      const status = fault ?? (isSigned(req, body) ? (req.method === "GET" && !found ? 404 : 200) : 403);
      if (status === 200 && req.method === "PUT")
        kept.set(path, { body, type: String(req.headers["content-type"]) });
      if (status === 200 && req.method === "DELETE") kept.delete(path);
      res.writeHead(status).end(status === 200 && req.method === "GET" ? found?.body : undefined);
    }).listen(0, "127.0.0.1");
    await once(sink, "listening");
    endpoint = new URL(`http://127.0.0.1:${(sink.address() as AddressInfo).port}`);
  });
  afterEach(() => {
    sink.closeAllConnections();
    sink.close();
  });
  const store = (secretAccessKey = SECRET) =>
    s3Files({
      endpoint,
      bucket: "clinic",
      region: "ap-south-1",
      accessKeyId: "KEYID",
      secretAccessKey,
      timeoutMs: 300,
    });

  it("are put, read and removed by signed requests below the bucket", async () => {
    const content = new Uint8Array([0, 255, 1, 2, 3]);
    await store().put("doctor/a_b-C-96.webp", content, "image/webp");
    expect([...kept]).toEqual([
      ["/clinic/doctor/a_b-C-96.webp", { body: Buffer.from(content), type: "image/webp" }],
    ]);
    expect(await store().get("doctor/a_b-C-96.webp")).toEqual(content);
    await store().remove("doctor/a_b-C-96.webp");
    expect(kept.size).toBe(0);
    expect(await store().get("doctor/a_b-C-96.webp")).toBeNull();
  });

  it("are refused by the store when the secret is another, which the caller hears as being away", async () => {
    const put = store("another-secret").put("doctor/a.webp", new Uint8Array([1]), "image/webp");
    await expect(put).rejects.toThrow(FilesUnavailable);
    expect(kept.size).toBe(0);
  });

  it.each([503, 429, "silence"] as const)("are away when the store answers %s", async (what) => {
    fault = what;
    await expect(store().get("doctor/a.webp")).rejects.toThrow(FilesUnavailable);
  });

  it("name nothing outside of the bucket", async () => {
    expect(await store().get("../other/secret.txt")).toBeNull();
    await expect(store().put("../x.webp", new Uint8Array(), "image/webp")).rejects.toThrow(RangeError);
  });
});
