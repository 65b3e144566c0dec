import { COUNCILS } from "@amrutam/domain/doctor/catalogue";
import type { PrescriptionDetail } from "@amrutam/domain/prescription/schema";
import { parseInstant } from "@amrutam/domain/time/instant";
import type { Locale } from "@amrutam/domain/wire";
import PDFDocument from "pdfkit";
import { documentText } from "./document-text";
import { localMoment } from "./local-moment";
import { medicineText } from "./medicine-text";
import { type PageBox, pageFlow } from "./page-flow";
import { closing, heading, medicines, patientBox } from "./prescription-parts";
import { baseFont, typesetter } from "./typesetter";

/** A4 in points. */
const PAGE = { width: 595.28, height: 841.89 } as const;
const MARGIN = 48;
const BOX: PageBox = {
  left: MARGIN,
  top: MARGIN,
  width: PAGE.width - 2 * MARGIN,
  bottom: PAGE.height - MARGIN - 28,
};

/**
 * A prescription as A4 pages, in the format of the Telemedicine Practice Guidelines 2020 (annex 5): who prescribes with
 * qualification and registration, for whom, when, every medicine by its generic name in capitals, advice, signature.
 * What people wrote stays as written; labels and the words of the lists are in `locale`. The same prescription gives the same document.
 * @throws RangeError when `issuedAt` is not an instant
 */
export async function prescriptionPdf(prescription: PrescriptionDetail, locale: Locale): Promise<Buffer> {
  const issuedAt = parseInstant(prescription.issuedAt);
  if (!issuedAt) throw new RangeError(`${prescription.issuedAt} is not an instant`);
  const t = documentText(locale);
  const doc = new PDFDocument({
    size: "A4",
    margin: 0,
    font: baseFont(),
    lang: locale,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: `${t("prescription.title")} ${prescription.id}`,
      Creator: "Amrutam",
      Producer: "Amrutam",
      CreationDate: new Date(issuedAt.epochMilliseconds),
    },
  });
  const bytes = collect(doc);
  const type = typesetter(doc);
  const moment = localMoment(issuedAt, prescription.timezone, locale);
  const quiet = { size: 8.5, color: "#5f6b65" } as const;
  const flow = pageFlow(type, BOX, () => {
    doc.addPage({ size: "A4", margin: 0 });
    // A page that got lost is still known by whose it is.
    const whose = { patient: prescription.patient.fullName, date: moment.date };
    type.drawLine(t("prescription.continued", whose), BOX.left, BOX.top, quiet);
    return BOX.top + 28;
  });
  const sheet = { doc, type, flow, box: BOX, t, words: medicineText(locale), prescription, moment };

  heading(sheet, councilName(prescription.doctor.council));
  patientBox(sheet);
  medicines(sheet);
  closing(sheet);

  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    const number = t("prescription.number", {
      id: prescription.id,
      version: String(prescription.version),
    });
    const counted = t("prescription.page", { page: String(page + 1), pages: String(count) });
    const y = PAGE.height - MARGIN;
    type.drawLine(number, BOX.left, y, quiet);
    type.drawLine(counted, BOX.left + BOX.width - type.widthOf(counted, quiet), y, quiet);
  }
  doc.end();
  return bytes;
}

const councilName = (code: string) =>
  code in COUNCILS ? COUNCILS[code as keyof typeof COUNCILS].name : code;

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on("data", (chunk: Buffer) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
}
