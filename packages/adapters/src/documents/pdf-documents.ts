import { prescriptionPdf } from "@amrutam/documents/prescription-pdf";
import type { Documents } from "@amrutam/ports/documents";

/** Documents made in this process. */
export const pdfDocuments: Documents = { prescriptionPdf };
