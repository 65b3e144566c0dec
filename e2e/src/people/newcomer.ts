import { randomBytes } from "node:crypto";

/** Someone the clinic has never seen. */
export function newcomer(project: string) {
  const mark = randomBytes(4).toString("hex");
  return {
    fullName: `Leela ${project} ${mark}`,
    email: `leela.${mark}@example.test`,
    password: `a kettle of green tea ${mark}`,
    reason: `A dry cough since Monday ${mark}, worse at night.`,
  };
}

export type Newcomer = ReturnType<typeof newcomer>;
