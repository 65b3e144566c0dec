import type { Actor } from "@amrutam/domain/actor";
import type { prescriptionPdf } from "@amrutam/domain/prescription/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type * as z from "zod";
import type { ActorContext } from "../../context";
import { readPrescriptions } from "./store";

/** A prescription as a PDF in the caller's language. The file's name says nothing about the patient. */
export async function printPrescription(
  ctx: ActorContext<Actor<"PATIENT" | "DOCTOR">>,
  { id }: { id: string },
): Promise<Result<z.infer<typeof prescriptionPdf>>> {
  const [prescription] = await readPrescriptions(ctx, "r.id", id, "prescription.print");
  if (!prescription) return refuse("not_found");
  const pdf = await ctx.deps.documents.prescriptionPdf(prescription, ctx.locale);
  return ok({
    filename: `prescription-${prescription.issuedAt.slice(0, 10)}.pdf`,
    base64: pdf.toString("base64"),
  });
}
