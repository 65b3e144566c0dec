import { createHash } from "node:crypto";
import { type Files, FilesUnavailable, isFileKey } from "@amrutam/ports/files";
import { AwsClient } from "aws4fetch";

export type S3Options = Readonly<{
  /** Origin of the store; the bucket is part of the path, which every compatible store understands. */
  endpoint: URL;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** For each request. Default 10 s. */
  timeoutMs?: number;
}>;

/** Keeps files in a bucket of any store that speaks S3 (Signature Version 4). */
export function s3Files({ endpoint, bucket, timeoutMs = 10_000, ...credentials }: S3Options): Files {
  const client = new AwsClient({ ...credentials, service: "s3", retries: 0 });
  const base = `${endpoint.href.replace(/\/$/, "")}/${encodeURIComponent(bucket)}`;

  async function ask(method: "PUT" | "GET" | "DELETE", key: string, content?: Uint8Array, type?: string) {
    const headers = {
      // What is sent is signed too: nobody on the way exchanges it.
      "x-amz-content-sha256": createHash("sha256")
        .update(content ?? "")
        .digest("hex"),
      ...(type === undefined ? {} : { "content-type": type }),
    };
    const body = content && { body: Buffer.from(content) };
    let answer: Response;
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      answer = await client.fetch(`${base}/${key}`, { method, headers, signal, ...body });
    } catch (cause) {
      throw new FilesUnavailable("no answer from the store", { cause });
    }
    if (answer.ok || answer.status === 404) return answer;
    await answer.body?.cancel();
    throw new FilesUnavailable(`the store answered ${answer.status}`);
  }

  return {
    kind: "s3",
    async put(key, content, contentType) {
      if (!isFileKey(key)) throw new RangeError("not a key of a file");
      const answer = await ask("PUT", key, content, contentType);
      await answer.body?.cancel();
      if (!answer.ok) throw new FilesUnavailable("the store has no such bucket");
    },
    async get(key) {
      if (!isFileKey(key)) return null;
      const answer = await ask("GET", key);
      if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
      await answer.body?.cancel();
      return null;
    },
    async remove(key) {
      if (isFileKey(key)) await (await ask("DELETE", key)).body?.cancel();
    },
  };
}
