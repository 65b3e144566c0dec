import type { PrismaTransaction } from "@amrutam/db/client";
import type { Actor } from "@amrutam/domain/actor";
import { validateHours } from "@amrutam/domain/availability/validate-hours";
import { councilCovers, normaliseRegistrationNumber, systemOf } from "@amrutam/domain/doctor/catalogue";
import type { registerDoctorInput } from "@amrutam/domain/doctor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { z } from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { once } from "../../idempotency";
import { inTransaction } from "../../transaction";
import { OWN_COLUMNS, type OwnDoctor, type OwnRow, toOwnDoctor } from "./doctor-rows";

type Input = z.infer<typeof registerDoctorInput>;

function judge(input: Input, now: Date): Result<null> {
  if (!councilCovers(input.council, input.specialization))
    return refuse("input.invalid", { field: "council" });
  if (input.practisingSince > now.getUTCFullYear())
    return refuse("input.invalid", { field: "practisingSince" });
  return validateHours({
    timezone: input.timezone,
    visitLengthMin: input.visitLengthMin,
    windows: [],
    exceptions: [],
  });
}

/** Who is first is decided by the unique indexes: a conflict inserts nothing, then the row in the way says which it was. */
async function insert(tx: PrismaTransaction, userId: string, input: Input): Promise<Result<OwnRow>> {
  const registrationNumber = normaliseRegistrationNumber(input.registrationNumber);
  const [row] = await tx.$queryRawUnsafe<OwnRow[]>(
    `INSERT INTO doctors AS d (user_id, display_name, gender, specialization, system_of_medicine, qualification, council,
       registration_number, practising_since, languages, modes, fee_minor, currency, bio, clinic_name, clinic_address,
       timezone, visit_length_min)
     SELECT u.id, u.full_name, u.gender, $2, $3::"SystemOfMedicine", $4, $5, $6::citext, $7::smallint, $8::text[], $9::text[],
       $10::bigint, $11, $12, $13, $14, $15, $16::smallint
     FROM users u WHERE u.id = $1::uuid
     ON CONFLICT DO NOTHING RETURNING ${OWN_COLUMNS}`,
    userId,
    input.specialization,
    systemOf(input.specialization),
    input.qualification,
    input.council,
    registrationNumber,
    input.practisingSince,
    [...new Set(input.languages)],
    [...new Set(input.modes)],
    input.fee.minor,
    input.fee.currency,
    input.bio,
    input.clinicName,
    input.clinicAddress,
    input.timezone,
    input.visitLengthMin,
  );
  if (row) return ok({ ...row, fee_minor: Number(row.fee_minor) });
  const own = await tx.doctor.findUnique({ where: { userId }, select: { id: true } });
  return refuse(own ? "doctor.already_registered" : "doctor.registration_taken");
}

/**
 * Makes the caller a doctor who awaits approval; once per account, and a number once per council (National Medical
 * Register: numbers are unique within a council only).
 * @returns input.invalid, availability.zone_unknown, availability.window_invalid, doctor.already_registered or
 * doctor.registration_taken
 */
export async function registerDoctor(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: Input,
): Promise<Result<OwnDoctor>> {
  const { deps, actor } = ctx;
  const now = deps.clock.now();
  const judged = judge(input, now);
  if (!judged.ok) return judged;
  const call = { scope: actor.userId, procedure: "doctor.register", key: input.idempotencyKey, input };
  return inTransaction(deps, (tx) =>
    once<OwnDoctor>(tx, deps, call, async () => {
      const made = await insert(tx, actor.userId, input);
      if (!made.ok) return made;
      await audit(tx, ctx, { action: "doctor.register", entityId: made.value.id });
      const value = toOwnDoctor(made.value, now);
      return ok({ value, effectId: value.id });
    }),
  );
}
