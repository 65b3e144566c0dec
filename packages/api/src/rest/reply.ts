import type { ServerResponse } from "node:http";
import type { VisitCalendarFile } from "@amrutam/domain/calendar/schema";
import type { prescriptionPdf } from "@amrutam/domain/prescription/schema";
import { Temporal } from "temporal-polyfill";
import type * as z from "zod";

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** The same answer with its instants on a zone's clock: "2026-11-22T15:00:00+05:30". @param zone IANA zone */
export function inZone(value: unknown, zone: string): unknown {
  if (typeof value === "string" && INSTANT.test(value))
    return Temporal.Instant.from(value).toString({ timeZone: zone, smallestUnit: "second" });
  if (Array.isArray(value)) return value.map((item) => inZone(item, zone));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inZone(inner, zone)]));
}

export function replyJson(res: ServerResponse, status: number, value: unknown): void {
  res.statusCode = status;
  res.setHeader("content-type", "application/json; charset=utf-8");
  res.end(JSON.stringify(value));
}

/** A document to keep: downloaded under its name, never shown in our origin. */
function replyFile(res: ServerResponse, type: string, filename: string, content: Buffer): void {
  const plain = filename.replace(/[^\w.-]/g, "_");
  res.statusCode = 200;
  res.setHeader("content-type", type);
  res.setHeader(
    "content-disposition",
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
  );
  res.end(content);
}

export const replyPdf = (res: ServerResponse, { filename, base64 }: z.infer<typeof prescriptionPdf>): void =>
  replyFile(res, "application/pdf", filename, Buffer.from(base64, "base64"));

export const replyIcs = (res: ServerResponse, { filename, content }: VisitCalendarFile): void =>
  replyFile(res, "text/calendar; charset=utf-8", filename, Buffer.from(content, "utf8"));
