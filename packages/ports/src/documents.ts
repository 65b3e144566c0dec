import type { PrescriptionDetail } from "@amrutam/domain/prescription/schema";
import type { Locale } from "@amrutam/domain/wire";

export interface Documents {
  /** @returns a PDF (A4) of an issued prescription, labels in `locale` */
  prescriptionPdf(prescription: PrescriptionDetail, locale: Locale): Promise<Buffer>;
}
