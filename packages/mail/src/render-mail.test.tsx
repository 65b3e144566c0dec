import { LOCALES } from "@amrutam/domain/locales";
import { money } from "@amrutam/domain/money/money";
import { describe, expect, it } from "vitest";
import { FACTOR_CHANGES } from "./letters/factor";
import { type MailKind, type MailProps, renderMail } from "./render-mail";

const url = "https://clinic.example/visits/1";
const visit = {
  name: "Asha <b>Rao</b>",
  url,
  startsAt: "2026-11-22T11:50:00Z",
  endsAt: "2026-11-22T12:10:00Z",
  zone: "Asia/Kolkata",
};
const doctor = { fullName: "Dr. Meera Iyer", council: "KMC", registrationNumber: "12345" };
const otherUrl = "https://clinic.example/book/2";
const changes = {
  changeUrl: "https://clinic.example/visit-link#token=change",
  cancelUrl: "https://clinic.example/visit-link#token=cancel",
};
const whom = "Tara <i>Nair</i>";
const timed = { name: "Asha", url, validHours: 24 };

const EXAMPLES: { [K in MailKind]: MailProps<K> } = {
  "verify-email": { url, validHours: 24 },
  "account-exists": timed,
  "staff-invitation": { ...timed, role: "SUPPORT" },
  "session-reused": timed,
  "new-device": {
    name: "Asha",
    url,
    device: { kind: "phone", browser: "Chrome", system: "Android" },
    place: "IN",
    address: "203.0.113.7",
    at: "2026-11-22T11:50:00Z",
    zone: "Asia/Kolkata",
  },
  "reset-password": { ...timed, validMin: 30 },
  "password-changed": timed,
  "confirm-email-change": { url, validMin: 60 },
  "email-change-asked": timed,
  "email-changed": timed,
  "email-code": { ...timed, code: "042137" },
  "factor-changed": { ...timed, change: "passkey_added" },
  "booking-confirmed": { ...visit, whom, ...changes, doctor, mode: "VIDEO", fee: money(49_950, "INR") },
  "booking-confirmed-doctor": { ...visit, mode: "VIDEO" },
  "booking-moved": {
    ...visit,
    whom,
    ...changes,
    doctor,
    mode: "VIDEO",
    by: "PATIENT",
    before: visit.startsAt,
  },
  "booking-moved-doctor": { ...visit, mode: "VIDEO", by: "DOCTOR", before: visit.startsAt },
  "booking-cancelled": {
    ...visit,
    whom,
    doctor,
    by: "DOCTOR",
    refund: money(49_950, "INR"),
    reason: "The room is under water.\n<script>1</script>",
    alternatives: [{ startsAt: "2026-11-23T11:50:00Z", doctor: "Dr. Meera Iyer", url: otherUrl }],
  },
  "booking-cancelled-doctor": { ...visit, by: "PATIENT" },
  "visit-missed": {
    ...visit,
    whom,
    doctor,
    by: "DOCTOR",
    refund: money(49_950, "INR"),
    alternatives: [{ startsAt: "2026-11-23T11:50:00Z", doctor: "Dr. Meera Iyer", url: otherUrl }],
  },
  "visit-missed-doctor": { ...visit, by: "PATIENT" },
  "visit-reminder": { ...visit, whom, doctor, mode: "VIDEO" },
  "how-was-it": { ...visit, whom, doctor, mode: "VIDEO" },
  "waitlist-offer": { ...visit, whom, doctor, mode: "VIDEO", expiresAt: "2026-11-22T12:20:00Z" },
  "running-late": { ...visit, whom, doctor, mode: "VIDEO", minutes: 20 },
  "doctor-approved": timed,
  "doctor-reapproved": timed,
  "registration-changed": timed,
  "doctor-rejected": { ...timed, reason: "The number is not in the register.\n<script>1</script>" },
  "doctor-suspended": { ...timed, reason: "Complaint under review" },
  "prescription-ready": { ...timed, whom },
};
const KINDS = Object.keys(EXAMPLES) as MailKind[];

describe.each(KINDS)("the mail %s", (kind) => {
  it.each(LOCALES)(
    "has its link in both parts, one line of subject and no markup of others (%s)",
    async (locale) => {
      const mail = await renderMail(kind, EXAMPLES[kind], locale);
      expect(mail.html).toContain(`href="${url}"`);
      expect(mail.html).toContain(`lang="${locale}"`);
      expect(mail.text).toContain(`\n${url}\n`);
      expect(mail.subject).toMatch(/^\P{Cc}{3,90}$/u);
      expect(mail.html).not.toMatch(/<script|<b>Rao/);
      // Letters of the language, and nothing loaded from anywhere.
      if (locale === "hi") expect(mail.subject).toMatch(/\p{Script=Devanagari}/u);
      expect(mail.html).not.toMatch(/<img|@import|src=/);
    },
  );
});

it.each(LOCALES)("says of every change of a factor which it was (%s)", async (locale) => {
  const letters = await Promise.all(
    FACTOR_CHANGES.map((change) => renderMail("factor-changed", { ...timed, change }, locale)),
  );
  expect(new Set(letters.map(({ subject }) => subject)).size).toBe(FACTOR_CHANGES.length);
  expect(new Set(letters.map(({ text }) => text)).size).toBe(FACTOR_CHANGES.length);
});

it("keeps every digit of a code", async () => {
  const { subject, text } = await renderMail("email-code", EXAMPLES["email-code"], "en");
  expect(subject).toContain("042137");
  expect(text).toContain("042137");
});

const TO_PATIENT = KINDS.filter((kind) => "whom" in EXAMPLES[kind]);
it.each(TO_PATIENT)("the mail %s names whom it is for, and nobody when it is the reader", async (kind) => {
  const { text, html } = await renderMail(kind, EXAMPLES[kind], "en");
  expect(text).toContain("For: Tara <i>Nair</i>");
  expect(html).not.toContain("<i>");
  const own = await renderMail(kind, { ...EXAMPLES[kind], whom: null } as MailProps<typeof kind>, "en");
  expect(own.text).not.toContain("For:");
});

it("says of a missed visit who wasn't there, what comes back and what is free instead", async () => {
  const letter = EXAMPLES["visit-missed"];
  const { text } = await renderMail("visit-missed", letter, "en");
  expect(text).toContain("Your doctor did not come");
  expect(text).toContain("Refund: ₹499.50");
  expect(text).toContain(otherUrl);
  const own = { ...letter, by: "PATIENT", refund: money(0, "INR"), alternatives: [] } as const;
  const mine = await renderMail("visit-missed", own, "en");
  expect(mine.text).toContain("you were not there");
  expect(mine.text).toContain("Refund: None");
});

describe("a confirmed booking", () => {
  it("names doctor, registration and council, the fee and the recipient's clock", async () => {
    const { text, html } = await renderMail("booking-confirmed", EXAMPLES["booking-confirmed"], "en");
    expect(text).toContain("When: Sunday, 22 November 2026, 5:20 pm – 5:40 pm IST");
    expect(text).toContain("IST is India Standard Time.");
    expect(text).toContain("Dr. Meera Iyer");
    expect(text).toContain("Registration 12345, Karnataka Medical Council");
    expect(text).toContain("Fee: ₹499.50");
    expect(html).toContain("IST is India Standard Time.");
  });

  it("is told in the zone and language of whoever reads it", async () => {
    const props = { ...EXAMPLES["booking-confirmed"], zone: "America/New_York", fee: money(0, "INR") };
    const { text } = await renderMail("booking-confirmed", props, "hi");
    expect(text).toContain("समय: रविवार, 22 नवंबर 2026, 6:50 am – 7:10 am EST");
    expect(text).toContain("शुल्क: निःशुल्क");
  });

  it("refuses a time that is none, rather than writing a wrong one", async () => {
    const props = { ...EXAMPLES["booking-confirmed"], startsAt: "tomorrow" };
    await expect(renderMail("booking-confirmed", props, "en")).rejects.toThrow(RangeError);
  });
});

it("says of a new device what it is, when it was on the reader's clock, and where", async () => {
  const { text } = await renderMail("new-device", EXAMPLES["new-device"], "en");
  expect(text).toContain("Device: Chrome on Android");
  expect(text).toMatch(/When: Sunday,? 22 November 2026 at 5:20\s?pm IST/);
  expect(text).toMatch(/Where: India\s+203\.0\.113\.7/);
  const unknown = {
    ...EXAMPLES["new-device"],
    place: null,
    address: null,
    device: { kind: "unknown", browser: null, system: null },
  } as const;
  const plain = (await renderMail("new-device", unknown, "hi")).text;
  expect(plain).toContain("अनजान उपकरण");
  expect(plain).not.toContain("null");
});

it("says in a cancellation who cancelled and what comes back", async () => {
  const { text } = await renderMail("booking-cancelled", EXAMPLES["booking-cancelled"], "en");
  expect(text).toContain("The doctor had to cancel");
  expect(text).toContain("Refund: ₹499.50");
  const unpaid = await renderMail(
    "booking-cancelled",
    { ...EXAMPLES["booking-cancelled"], refund: null },
    "en",
  );
  expect(unpaid.text).not.toContain("Refund");
});

it.each(LOCALES)(
  "offers to change a visit from the mail itself, and says how long that works (%s)",
  async (locale) => {
    for (const kind of ["booking-confirmed", "booking-moved"] as const) {
      const { html, text } = await renderMail(kind, EXAMPLES[kind], locale);
      for (const link of Object.values(changes)) {
        expect(html).toContain(`href="${link}"`);
        expect(text).toContain(`\n${link}\n`);
      }
    }
    const near = { ...EXAMPLES["booking-confirmed"], changeUrl: null, cancelUrl: null };
    expect((await renderMail("booking-confirmed", near, locale)).text).not.toContain("visit-link");
  },
);

it.each(LOCALES)("names the times that are free instead of a cancelled one (%s)", async (locale) => {
  const { html, text } = await renderMail("booking-cancelled", EXAMPLES["booking-cancelled"], locale);
  expect(html).toContain(`href="${otherUrl}"`);
  expect(text).toContain("> The room is under water.");
});
