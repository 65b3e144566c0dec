import { inflateSync } from "node:zlib";
import type { PrescriptionDetail, PrescriptionLine } from "@amrutam/domain/prescription/schema";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import { prescriptionPdf } from "./prescription-pdf";

const line: PrescriptionLine = {
  genericName: "Paracetamol",
  strength: "500 mg",
  form: "tablet",
  dose: "1 tablet",
  route: "oral",
  frequency: "three times a day",
  durationDays: 5,
  quantity: "15 tablets",
  instructions: "After food",
};
const prescription: PrescriptionDetail = {
  id: "0195d2a0-0000-7000-8000-000000000001",
  consultationId: "0195d2a0-0000-7000-8000-000000000002",
  version: 2,
  issuedAt: "2026-11-22T20:00:00Z",
  timezone: "Asia/Kolkata",
  doctor: {
    fullName: "Dr. Meera Iyer",
    qualification: "MBBS, MD",
    council: "KMC",
    registrationNumber: "KMC/12345",
    clinicName: "Green Leaf Clinic",
    clinicAddress: "12 MG Road\nBengaluru 560001",
    clinicPhone: "+91 80 5555 0101",
  },
  patient: { fullName: "Asha Rāo", age: 34, gender: "FEMALE", address: "4 Lake View, Mysuru" },
  lines: [line],
  advice: "Drink water.\nCome back if the fever stays for three days.",
};

/** The words of each page, as any reader of PDFs finds them. */
async function pagesOf(pdf: Buffer): Promise<string[]> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  return Promise.all(
    Array.from({ length: file.numPages }, async (_, index) => {
      const { items } = await (await file.getPage(index + 1)).getTextContent();
      return items
        .map((item) => ("str" in item ? item.str : ""))
        .join("")
        .replace(/\s+/g, " ");
    }),
  );
}

/** The letters declared for runs whose glyphs stand in another order (ISO 32000-1, 14.9.4). */
function actualTexts(pdf: Buffer): string[] {
  const streams = [...pdf.toString("latin1").matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(
    ([, body = ""]) => {
      try {
        return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
      } catch {
        return "";
      }
    },
  );
  return [...streams.join("\n").matchAll(/\/ActualText <([0-9a-f]+)>/gi)].map(([, hex = ""]) =>
    Buffer.from(hex, "hex").swap16().toString("utf16le").replace("\ufeff", ""),
  );
}

describe("a prescription as PDF", () => {
  it("holds everything the guidelines ask for, as text", async () => {
    const [page = "", ...more] = await pagesOf(await prescriptionPdf(prescription, "en"));
    expect(more).toEqual([]);
    for (const words of [
      "Dr. Meera Iyer",
      "MBBS, MD",
      "Reg. no. KMC/12345, Karnataka Medical Council",
      "Green Leaf Clinic",
      "12 MG Road",
      "Phone +91 80 5555 0101",
      // 20:00 UTC is the next day in Kolkata
      "Date: 23 November 2026",
      "Asha Rāo · 34 years · Female",
      "4 Lake View, Mysuru",
      "PARACETAMOL 500 mg, Tablet",
      "Dose: 1 tablet",
      "Route: By mouth",
      "Frequency: three times a day",
      "Duration: 5 days",
      "Quantity: 15 tablets",
      "Instructions: After food",
      "Come back if the fever stays for three days.",
      "Issued electronically by Dr. Meera Iyer",
      "23 November 2026, 1:30 am IST",
      "version 2",
      "Page 1 of 1",
    ])
      expect(page).toContain(words);
  });

  it("labels in Hindi, with letters in the order they are read", async () => {
    const hindi = { ...prescription, advice: "पानी पिएँ, 2 लीटर daily." };
    const texts = actualTexts(await prescriptionPdf(hindi, "hi"));
    for (const words of ["पर्चा", "मरीज़", "दवाइयाँ", "महिला", "मुँह से", "पानी पिएँ"])
      expect(texts.join("|")).toContain(words);
  });

  it("goes on over as many pages as it takes, each numbered and named, no medicine lost or split", async () => {
    const lines = Array.from({ length: 20 }, (_, i) => ({
      ...line,
      genericName: `Medicine ${String.fromCharCode(65 + i)}`,
      instructions: "Take with a full glass of water and do not lie down. ".repeat(5).trim(),
    }));
    const pages = await pagesOf(
      await prescriptionPdf({ ...prescription, lines, advice: "Rest. ".repeat(330).trim() }, "en"),
    );
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain(`Page ${index + 1} of ${pages.length}`);
      if (index > 0) expect(page).toContain("Asha Rāo, 23 November 2026");
    });
    for (const { genericName } of lines) {
      const name = genericName.toUpperCase();
      const on = pages.filter((page) => page.includes(`${name} 500 mg`));
      expect([name, on.length]).toEqual([name, 1]);
    }
  });

  it("breaks a word that is wider than the page", async () => {
    const [page = ""] = await pagesOf(
      await prescriptionPdf({ ...prescription, lines: [{ ...line, instructions: "x".repeat(300) }] }, "en"),
    );
    expect(page.match(/x/g)?.length).toBeGreaterThanOrEqual(300);
  });

  it("names the guardian beside a dependant, and nobody beside a patient of their own account", async () => {
    const patient = { ...prescription.patient, fullName: "Tara Menon", guardian: "Meera Menon" };
    const [page = ""] = await pagesOf(await prescriptionPdf({ ...prescription, patient }, "en"));
    expect(page).toContain("Tara Menon");
    expect(page).toContain("With Meera Menon");
    expect((await pagesOf(await prescriptionPdf(prescription, "en"))).join()).not.toContain("With ");
  });

  it("says so where the address or a known sex is missing, and leaves no empty label", async () => {
    const patient = { ...prescription.patient, address: "", gender: "SOMETHING" };
    const bare = { ...line, route: "", quantity: "", instructions: "" };
    const doctor = { ...prescription.doctor, clinicName: "", clinicAddress: "", clinicPhone: "" };
    const [page = ""] = await pagesOf(
      await prescriptionPdf({ ...prescription, doctor, patient, lines: [bare], advice: "" }, "en"),
    );
    expect(page).toContain("Address not stated");
    expect(page).toContain("Sex not stated");
    expect(page).not.toMatch(/Route|Quantity|Instructions|Advice|Phone/);
  });

  it("is the same document whenever it is made", async () => {
    const [first, second] = [
      await prescriptionPdf(prescription, "en"),
      await prescriptionPdf(prescription, "en"),
    ];
    expect(first.equals(second)).toBe(true);
  });
});
