import type { PrismaTransaction } from "@amrutam/db/client";
import type { HolidayRegion } from "@amrutam/domain/availability/holidays/regions";
import type { Hours } from "@amrutam/domain/availability/schema";
import type { Mode } from "@amrutam/domain/doctor/catalogue";

type Exception = Hours["exceptions"][number];

const dateText = (date: Date): string => date.toISOString().slice(0, 10);
const dateOf = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** Hours as they are kept, in order; undefined when there is no such doctor. */
export async function readHours(tx: PrismaTransaction, doctorId: string): Promise<Hours | undefined> {
  const doctor = await tx.doctor.findUnique({
    where: { id: doctorId },
    select: {
      timezone: true,
      visitLengthMin: true,
      bufferBeforeMin: true,
      bufferAfterMin: true,
      minNoticeMin: true,
      horizonDays: true,
      dailyCap: true,
      holidayRegion: true,
      weeklyHours: { orderBy: [{ weekday: "asc" }, { startMin: "asc" }] },
      exceptions: { orderBy: [{ localDate: "asc" }, { startMin: "asc" }] },
    },
  });
  if (!doctor) return undefined;
  const { weeklyHours, exceptions, holidayRegion, ...settings } = doctor;
  return {
    ...settings,
    holidayRegion: holidayRegion as HolidayRegion | null,
    windows: weeklyHours.map(({ weekday, startMin, endMin, modes, capacity }) => ({
      weekday,
      startMin,
      endMin,
      modes: modes as Mode[],
      capacity,
    })),
    exceptions: exceptions.map(
      ({ kind, localDate, startMin, endMin, modes, capacity, reason }): Exception => {
        const date = dateText(localDate);
        if (kind === "OFF") return { kind, date, reason };
        const window = { startMin: startMin ?? 0, endMin: endMin ?? 1440, modes: modes as Mode[], capacity };
        return { kind, date, ...window, reason };
      },
    ),
  };
}

/** Puts these hours in the place of those that were. The caller holds the doctor's lock. */
export async function writeHours(tx: PrismaTransaction, doctorId: string, hours: Hours): Promise<void> {
  const { windows, exceptions, ...settings } = hours;
  await tx.doctor.update({ where: { id: doctorId }, data: settings, select: { id: true } });
  await tx.$executeRaw`
    WITH windows AS (DELETE FROM weekly_hours WHERE doctor_id = ${doctorId}::uuid)
    DELETE FROM availability_exceptions WHERE doctor_id = ${doctorId}::uuid`;
  if (windows.length > 0)
    await tx.weeklyHours.createMany({ data: windows.map((window) => ({ doctorId, ...window })) });
  if (exceptions.length === 0) return;
  await tx.availabilityException.createMany({
    data: exceptions.map(({ date, ...exception }) => ({ doctorId, localDate: dateOf(date), ...exception })),
  });
}
