import type { PrescriptionDetail, PrescriptionLine } from "@amrutam/domain/prescription/schema";
import type { DocumentText } from "./document-text";
import type { LocalMoment } from "./local-moment";
import type { MedicineText } from "./medicine-text";
import type { PageBox, PageFlow } from "./page-flow";
import type { TextStyle, Typesetter } from "./typesetter";

type Sheet = Readonly<{
  doc: PDFKit.PDFDocument;
  type: Typesetter;
  flow: PageFlow;
  box: PageBox;
  t: DocumentText;
  words: MedicineText;
  prescription: PrescriptionDetail;
  moment: LocalMoment;
}>;

const INK = "#17251e";
const SOFT = "#52605a";
const LEAF = "#124d38";
const LINE = "#c9c2b0";
const NAME: TextStyle = { size: 16, weight: "bold", color: LEAF };
const BODY: TextStyle = { size: 10, color: INK };
const QUIET: TextStyle = { size: 9, color: SOFT };
const LABEL: TextStyle = { size: 8.5, color: SOFT };
const STRONG: TextStyle = { size: 10.5, weight: "bold", color: INK };

/** Room for a medicine's number. */
const INDENT = 22;

function rule({ doc, box, flow }: Sheet, color = LINE, width = 0.75) {
  doc
    .moveTo(box.left, flow.y)
    .lineTo(box.left + box.width, flow.y)
    .lineWidth(width)
    .strokeColor(color)
    .stroke();
}

/** The prescriber on the left; the place of work and how to reach it on the right. */
export function heading(sheet: Sheet, council: string): void {
  const { type, flow, box, t, prescription } = sheet;
  const { doctor } = prescription;
  const half = box.width / 2 - 12;
  const column = (x: number, parts: readonly (readonly [string, TextStyle])[]) => {
    let y = box.top;
    for (const [text, style] of parts)
      for (const line of text ? type.lines(text, half, style) : []) {
        type.drawLine(line, x, y, style);
        y += type.leadingOf(style);
      }
    return y;
  };
  const left = column(box.left, [
    [doctor.fullName, NAME],
    [doctor.qualification, BODY],
    [t("prescription.registration", { number: doctor.registrationNumber, council }), QUIET],
  ]);
  const right = column(box.left + half + 24, [
    [doctor.clinicName, STRONG],
    [doctor.clinicAddress, QUIET],
    [doctor.clinicPhone && t("prescription.phone", { phone: doctor.clinicPhone }), QUIET],
  ]);
  flow.skip(Math.max(left, right) - box.top + 8);
  rule(sheet, LEAF, 1.5);
  flow.skip(14);
}

export function patientBox(sheet: Sheet): void {
  const { type, flow, box, t, prescription, moment } = sheet;
  const { patient } = prescription;
  const date = `${t("prescription.date")}: ${moment.date}`;
  type.drawLine(date, box.left + box.width - type.widthOf(date, BODY), flow.y + 4, BODY);
  flow.draw(flow.paragraph(t("prescription.title"), { size: 15, weight: "bold", color: INK }));
  flow.skip(8);
  flow.draw(flow.paragraph(t("prescription.patient"), LABEL));
  const about = [
    patient.fullName,
    t("prescription.age", { years: patient.age }),
    t(`prescription.genders.${genderKey(patient.gender)}`),
  ].join(" · ");
  flow.draw(flow.paragraph(about, STRONG));
  if (patient.guardian)
    flow.draw(flow.paragraph(t("prescription.guardian", { name: patient.guardian }), BODY));
  flow.draw(flow.paragraph(patient.address || t("prescription.addressMissing"), QUIET));
  flow.skip(10);
  rule(sheet);
  flow.skip(12);
}

const GENDERS = ["FEMALE", "MALE", "OTHER", "UNKNOWN"] as const;
const genderKey = (gender: string) => GENDERS.find((known) => known === gender) ?? "UNKNOWN";

export function medicines(sheet: Sheet): void {
  const { flow, t, prescription } = sheet;
  flow.draw(flow.paragraph(t("prescription.medicines"), LABEL));
  flow.skip(4);
  prescription.lines.forEach((line, index) => {
    const [first, ...rest] = medicine(sheet, line);
    const blocks = [first, ...rest].flatMap((block) => block ?? []);
    flow.ensure(blocks.reduce((sum, { height }) => sum + height, 0));
    sheet.type.drawLine(`${index + 1}.`, sheet.box.left, flow.y, STRONG);
    flow.draw(blocks);
    flow.skip(10);
  });
}

/** Generic name in capitals (Guidelines 3.7.4), then the regimen. */
function medicine({ flow, t, words }: Sheet, line: PrescriptionLine) {
  const regimen = [
    [
      [t("prescription.dose"), line.dose],
      [t("prescription.route"), words.route(line.route)],
      [t("prescription.frequency"), words.frequency(line.frequency)],
    ],
    [
      [t("prescription.duration"), t("prescription.days", { days: line.durationDays })],
      [t("prescription.quantity"), line.quantity],
    ],
  ].map((parts) =>
    parts
      .filter(([, value]) => value)
      .map(([label, value]) => `${label}: ${value}`)
      .join("   ·   "),
  );
  return [
    flow.paragraph(
      `${line.genericName.toLocaleUpperCase("en")} ${line.strength}, ${words.form(line.form)}`,
      STRONG,
      INDENT,
    ),
    ...regimen.map((parts) => flow.paragraph(parts, BODY, INDENT)),
    line.instructions
      ? flow.paragraph(`${t("prescription.instructions")}: ${line.instructions}`, BODY, INDENT)
      : [],
  ];
}

/** Advice, then the block that stands for a signature (Information Technology Act 2000, electronic record). */
export function closing(sheet: Sheet): void {
  const { flow, t, prescription, moment } = sheet;
  if (prescription.advice) {
    flow.ensure(60);
    rule(sheet);
    flow.skip(12);
    flow.draw(flow.paragraph(t("prescription.advice"), LABEL));
    // Line by line, so that a long text flows on instead of leaving half a page empty.
    for (const line of flow.paragraph(prescription.advice, BODY)) flow.draw([line]);
    flow.skip(10);
  }
  const issued = t("prescription.issued", { doctor: prescription.doctor.fullName, ...moment });
  const block = [
    ...flow.paragraph(prescription.doctor.fullName, STRONG),
    ...flow.paragraph(
      `${prescription.doctor.qualification} · ${prescription.doctor.registrationNumber}`,
      QUIET,
    ),
    ...flow.paragraph(issued, QUIET),
    ...flow.paragraph(t("prescription.frozen"), QUIET),
  ];
  flow.ensure(block.reduce((sum, { height }) => sum + height, 24));
  rule(sheet, LEAF, 1.5);
  flow.skip(12);
  flow.draw(block);
}
