import { CALENDAR_FILE, type StoredMail } from "@amrutam/adapters/mailer/stored-mail";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);

const LINK = /https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)]/g;

/** Escapes a message's text and makes its addresses clickable. */
function linked(text: string): string {
  let html = "";
  let end = 0;
  for (const { 0: address, index } of text.matchAll(LINK)) {
    html += `${escaped(text.slice(end, index))}<a href="${escaped(address)}">${escaped(address)}</a>`;
    end = index + address.length;
  }
  return html + escaped(text.slice(end));
}

const STYLE = `
  body { font: 16px/1.5 system-ui, sans-serif; color-scheme: light dark; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
  article { border-top: 1px solid; padding: 1rem 0; }
  h2 { font-size: 1.1rem; margin: 0; }
  p { margin: 0; opacity: 0.75; }
  pre { font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }`;

const attachment = (content: string) => `
  <p><a download="${CALENDAR_FILE}" href="data:text/calendar;base64,${Buffer.from(content).toString("base64")}">${CALENDAR_FILE}</a></p>`;

const article = ({ id, at, to, subject, text, calendar }: StoredMail) => `
<article id="${escaped(id)}">
  <h2>${escaped(subject)}</h2>
  <p>${escaped(to)} · <time datetime="${escaped(at)}">${escaped(at)}</time></p>
  <pre>${linked(text)}</pre>${calendar ? attachment(calendar.content) : ""}
</article>`;

/** The local mailbox as a page, newest first. A tool of developers: in English, outside the design system. */
export const mailboxPage = (mails: readonly StoredMail[], nonce: string): string => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Local mailbox</title>
<style nonce="${nonce}">${STYLE}</style>
<main>
<h1>Local mailbox</h1>
<p>Nothing here was sent: these messages stay on this machine.</p>
${mails.length === 0 ? "<p>No messages yet.</p>" : mails.map(article).join("")}
</main>
</html>`;
