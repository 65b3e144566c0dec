import type { PrismaTransaction } from "@amrutam/db/client";
import { openKey } from "@amrutam/db/phi/vault";
import type { Actor } from "@amrutam/domain/actor";
import { decideIssue, validateLines } from "@amrutam/domain/prescription/rules";
import type { issuePrescriptionInput, PrescriptionDetail } from "@amrutam/domain/prescription/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import { fromEpochMs } from "@amrutam/domain/time/instant";
import type * as z from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { iso } from "../../wire";
import { type LockedVisit, lockVisit, ownConsultations } from "../consultation/public";

type Context = ActorContext<Actor<"DOCTOR">>;
type Input = z.infer<typeof issuePrescriptionInput>;
export type Issued = Readonly<{ id: string; version: number; issuedAt: string }>;

/** Doctor and the person treated as they stand today: what is frozen with the prescription. */
async function parties(tx: PrismaTransaction, ctx: Context, visit: LockedVisit) {
  const doctor = await tx.doctor.findUniqueOrThrow({ where: { id: visit.doctor_id } });
  const patient = await tx.user.findUniqueOrThrow({
    where: { id: visit.patient_id },
    include: { dataKeys: { omit: { wrappedKey: false } } },
  });
  const { dependant } = await tx.consultation.findUniqueOrThrow({
    where: { id: visit.id },
    select: { dependant: { select: { fullName: true, gender: true } } },
  });
  const keyOf = (retentionClass: "ACCOUNT" | "CLINICAL") => {
    const wrapped = patient.dataKeys.find((key) => key.retentionClass === retentionClass);
    if (!wrapped) throw new Error(`a patient has no ${retentionClass} data key`);
    return openKey(ctx.deps.keys, wrapped);
  };
  const address = patient.addressSealed
    ? keyOf("ACCOUNT").unseal("users.address_sealed", patient.id, patient.addressSealed)
    : "";
  const treated = dependant
    ? { fullName: dependant.fullName, gender: dependant.gender, guardian: patient.fullName }
    : { fullName: patient.fullName, gender: patient.gender };
  return { doctor, treated: { ...treated, address }, clinical: keyOf("CLINICAL") };
}

/** Freezes a prescription for an own visit. Its patient is the visit's, never the caller's to name. */
async function issueLocked(tx: PrismaTransaction, ctx: Context, input: Input): Promise<Result<Issued>> {
  const visit = await lockVisit(tx, ownConsultations(ctx.actor), input.consultationId);
  if (!visit) return refuse("not_found");
  const { completedAt } = await tx.consultation.findUniqueOrThrow({
    where: { id: visit.id },
    select: { completedAt: true },
  });
  const latest = await tx.prescription.aggregate({
    where: { consultationId: visit.id },
    _max: { version: true },
  });
  const decision = decideIssue(
    {
      isConsultationsDoctor: true,
      status: visit.status,
      completedAt: completedAt && fromEpochMs(completedAt.getTime()),
      patientAge: input.patientAge,
      latestVersion: latest._max.version ?? 0,
      corrects: null,
    },
    fromEpochMs(visit.now.getTime()),
  );
  if (!decision.ok) return decision;
  const { doctor, treated, clinical } = await parties(tx, ctx, visit);
  const id = ctx.deps.ids.uuid();
  const { version } = decision.value;
  const content: PrescriptionDetail = {
    id,
    consultationId: visit.id,
    version,
    issuedAt: iso(visit.now),
    timezone: doctor.timezone,
    doctor: {
      fullName: doctor.displayName,
      qualification: doctor.qualification,
      council: doctor.council,
      registrationNumber: doctor.registrationNumber,
      clinicName: doctor.clinicName,
      clinicAddress: doctor.clinicAddress,
      clinicPhone: doctor.clinicPhone,
    },
    patient: { ...treated, age: input.patientAge },
    lines: input.lines,
    advice: input.advice,
  };
  await tx.prescription.create({
    data: {
      id,
      consultationId: visit.id,
      version,
      contentSealed: clinical.seal("prescriptions.content_sealed", id, JSON.stringify(content)),
      issuedAt: visit.now,
      issuedBy: ctx.actor.userId,
    },
    select: { id: true },
  });
  await audit(tx, ctx, { action: "prescription.issue", entityId: id, patientId: visit.patient_id });
  await tx.outboxEvent.create({
    data: { kind: "prescription.issued", aggregateId: id },
    select: { id: true },
  });
  return ok({ id, version, issuedAt: iso(visit.now) });
}

/** Issues a prescription once per key; from then on the database refuses any change to it. */
export async function issuePrescription(ctx: Context, input: Input): Promise<Result<Issued>> {
  const lines = validateLines(input.lines);
  if (!lines.ok) return lines;
  const call = { scope: ctx.actor.userId, procedure: "prescription.issue", key: input.idempotencyKey, input };
  return inTransaction(ctx.deps, (tx) =>
    once<Issued>(tx, ctx.deps, call, async () => {
      const issued = await issueLocked(tx, ctx, input);
      return issued.ok ? ok({ value: issued.value, effectId: issued.value.id }) : issued;
    }),
  );
}
