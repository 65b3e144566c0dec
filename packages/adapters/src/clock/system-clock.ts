import type { Clock } from "@amrutam/ports/clock";

export const systemClock: Clock = { now: () => new Date() };
