import type { PrismaTransaction } from "@amrutam/db/client";
import type { Actor } from "@amrutam/domain/actor";
import { normaliseRegistrationNumber, systemOf } from "@amrutam/domain/doctor/catalogue";
import { decideRegistration, type Registration } from "@amrutam/domain/doctor/registration";
import type { updateDoctorInput } from "@amrutam/domain/doctor/schema";
import { ok, type Result, refuse } from "@amrutam/domain/result";
import type { z } from "zod";
import { audit } from "../../audit";
import type { ActorContext } from "../../context";
import { sqlState } from "../../errors";
import { inTransaction } from "../../transaction";
import { lockDoctor } from "../availability/public";
import { OWN_COLUMNS, type OwnDoctor, type OwnRow, toOwnDoctor } from "./doctor-rows";
import { isOffered } from "./offered-modes";
import { type DoctorScope, ownPractice } from "./scope";

type Input = z.output<typeof updateDoctorInput>;

const READ = `SELECT ${OWN_COLUMNS} FROM doctors d WHERE d.id = $1::uuid`;

async function read(tx: PrismaTransaction, { doctorId }: DoctorScope, isLocked: boolean) {
  const rows = await tx.$queryRawUnsafe<OwnRow[]>(isLocked ? `${READ} FOR UPDATE` : READ, doctorId);
  return rows.map((row) => ({ ...row, fee_minor: Number(row.fee_minor) }))[0];
}

/** The record of the register as it stands, and as it would be. */
function registrations(row: OwnRow, input: Input): Readonly<{ before: Registration; after: Registration }> {
  const before = {
    specialization: row.specialization,
    qualification: row.qualification,
    council: row.council,
    registrationNumber: row.registration_number,
  };
  const after = {
    specialization: input.specialization ?? before.specialization,
    qualification: input.qualification ?? before.qualification,
    council: input.council ?? before.council,
    registrationNumber:
      input.registrationNumber === undefined
        ? before.registrationNumber
        : normaliseRegistrationNumber(input.registrationNumber),
  };
  return { before, after };
}

/** What is written: only what was named, lists without repetitions. */
const columnsOf = (input: Input, after: Registration) => ({
  ...after,
  systemOfMedicine: systemOf(after.specialization),
  practisingSince: input.practisingSince,
  languages: input.languages && [...new Set(input.languages)],
  modes: input.modes && [...new Set(input.modes)],
  gender: input.gender,
  feeMinor: input.fee && BigInt(input.fee.minor),
  currency: input.fee?.currency,
  bio: input.bio,
  clinicName: input.clinicName,
  clinicAddress: input.clinicAddress,
  clinicPhone: input.clinicPhone,
});

/**
 * Changes what is named of the caller's own profile. A changed registration awaits approval anew: nobody can book until
 * then, visits already booked stay. What a booked visit costs was fixed when it was booked.
 * @returns not_found before registration; doctor.changed_meanwhile { revision } when somebody saved since; input.invalid;
 * doctor.registration_fixed, doctor.registration_taken; doctor.mode_in_hours for a way of visit that hours still offer
 */
export async function updateDoctor(
  ctx: ActorContext<Actor<"DOCTOR">>,
  input: Input,
): Promise<Result<OwnDoctor>> {
  const { deps } = ctx;
  const now = deps.clock.now();
  if (input.practisingSince !== undefined && input.practisingSince > now.getUTCFullYear())
    return refuse("input.invalid", { field: "practisingSince" });
  const scope = ownPractice(ctx.actor);
  if (!scope.ok) return scope;
  const { doctorId } = scope.value;
  const change = async (tx: PrismaTransaction): Promise<Result<OwnDoctor>> => {
    await lockDoctor(tx, doctorId);
    const row = await read(tx, scope.value, true);
    if (!row) return refuse("not_found");
    if (row.revision !== input.revision)
      return refuse("doctor.changed_meanwhile", { revision: row.revision });
    const { before, after } = registrations(row, input);
    const decided = decideRegistration({ approval: row.approval, before, after });
    if (!decided.ok) return decided;
    const dropped = row.modes.filter((mode) => input.modes && !input.modes.includes(mode));
    if (await isOffered(tx, scope.value, dropped)) return refuse("doctor.mode_in_hours");
    await tx.doctor.update({
      where: { id: doctorId },
      data: { ...columnsOf(input, after), revision: { increment: 1 } },
      select: { id: true },
    });
    await audit(tx, ctx, { action: "doctor.update", entityId: doctorId });
    if (decided.value.returnsToApproval)
      await tx.outboxEvent.create({
        data: { kind: "doctor.registration_changed", aggregateId: doctorId },
        select: { id: true },
      });
    const saved = await read(tx, scope.value, false);
    return saved ? ok(toOwnDoctor(saved, now)) : refuse("not_found");
  };
  try {
    return await inTransaction(deps, change);
  } catch (error) {
    // The unique index speaks: another account has this number with this council.
    if (sqlState(error) === "23505") return refuse("doctor.registration_taken");
    throw error;
  }
}
