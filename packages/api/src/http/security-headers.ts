import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";

/** 128 random bits, good for one page. */
export const newNonce = (): string => randomBytes(16).toString("base64");

type PagePolicy = Readonly<{ nonce: string; isSecure: boolean; isDev: boolean }>;

/**
 * Content Security Policy of a page (CSP Level 3): only scripts that carry this answer's nonce, and what those load.
 * Style attributes stay allowed, since measured widths are written so; style sheets are ours alone.
 */
export function pagePolicy({ nonce, isSecure, isDev }: PagePolicy): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDev ? " 'unsafe-eval'" : ""}`,
    isDev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDev ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isSecure ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Nothing an API answers is meant to be looked at as a document. */
const API_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** On every answer; a page's own policy replaces the strict one. @param isSecure is the public origin https? */
export function setSecurityHeaders(res: ServerResponse, isSecure: boolean): void {
  res.setHeader("content-security-policy", API_POLICY);
  res.setHeader("x-content-type-options", "nosniff");
  // Links from mails carry tokens: no other site learns where a visitor came from.
  res.setHeader("referrer-policy", "same-origin");
  res.setHeader("permissions-policy", "camera=(self), microphone=(self), geolocation=(), payment=(), usb=()");
  res.setHeader("cross-origin-opener-policy", "same-origin");
  res.setHeader("cross-origin-resource-policy", "same-origin");
  if (isSecure) res.setHeader("strict-transport-security", "max-age=63072000; includeSubDomains");
}
