import { readMailbox, type StoredMail } from "@amrutam/adapters/mailer/stored-mail";
import { readSmsBox } from "@amrutam/adapters/sms/stored-sms";
import { Refused } from "@amrutam/api/errors";
import type { Call, Route } from "@amrutam/api/http/call";
import { isFromThisMachine } from "@amrutam/api/http/client-address";
import { newNonce } from "@amrutam/api/http/security-headers";
import { mailboxPage } from "./mailbox-page";

/** Mails and short messages together, newest first; a short one has its channel where a mail has its subject. */
async function readAll(dir: string): Promise<StoredMail[]> {
  const [mails, shorts] = await Promise.all([readMailbox(dir), readSmsBox(dir)]);
  const asMails = shorts.map(({ channel, ...short }) => ({ ...short, subject: channel, html: "" }));
  return [...mails, ...asMails].sort((a, b) => b.at.localeCompare(a.at));
}

async function show(dir: string, { req, res, facts }: Call): Promise<void> {
  if (!isFromThisMachine(req)) throw new Refused("not_found");
  if (req.method !== "GET" && req.method !== "HEAD") throw new Refused("request.method_not_allowed");
  const mails = await readAll(dir);
  if (facts.path === "/dev/mailbox.json") {
    res.setHeader("content-type", "application/json; charset=utf-8");
    res.end(JSON.stringify(mails));
    return;
  }
  const nonce = newNonce();
  res.setHeader(
    "content-security-policy",
    `default-src 'none'; style-src 'nonce-${nonce}'; frame-ancestors 'none'`,
  );
  res.setHeader("content-type", "text/html; charset=utf-8");
  res.end(mailboxPage(mails, nonce));
}

/** What the local mailer kept, for this machine only; no routes where mail is really sent. */
export const mailboxRoutes = (dir: string | null): Route[] =>
  dir === null
    ? []
    : (["/dev/mailbox", "/dev/mailbox.json"] as const).map((prefix) => ({
        prefix,
        handle: (call) => show(dir, call),
      }));
