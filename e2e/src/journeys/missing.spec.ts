import { randomUUID } from "node:crypto";
import { makePatient } from "@amrutam/testing/factories/person";
import { expect, test } from "../browser/test";
import { sql } from "../clinic/database";
import { readServed } from "../clinic/served";
import { openAs } from "../people/session";
import { offerSlots } from "../people/staff";
import { t } from "../words";

test("what isn't there, or isn't one's own, answers 404; who is nobody is sent to sign in", async ({ open }, {
  project,
}) => {
  const [slot] = await offerSlots(project.name, 32 * 60);
  const { email } = await makePatient(sql(), {});
  const visit = `/visits/${randomUUID()}`;
  const asked = {
    patient: {
      page: await openAs(open, email),
      paths: [
        visit,
        `${visit}/pay`,
        `${visit}/confirmed`,
        `${visit}/prescription`,
        "/visits/none",
        "/doctor",
      ],
    },
    doctor: {
      page: await openAs(open, slot?.email ?? ""),
      paths: [`/doctor${visit}`, `/doctor${visit}/prescribe`, "/doctor/visits/none", "/visits", visit],
    },
    visitor: {
      page: await open(readServed().web),
      paths: [`/doctors/${randomUUID()}`, `/book/${randomUUID()}`, "/doctors/none", "/nowhere"],
    },
  };
  for (const { page, paths } of Object.values(asked))
    for (const path of paths) {
      const response = await page.goto(path);
      expect(response?.status(), path).toBe(404);
      await expect(page.getByText(t("errors.notFoundText"))).toBeVisible();
    }
  for (const path of ["/visits", visit, "/account", "/doctor/week"]) {
    const response = await asked.visitor.page.request.get(path, { maxRedirects: 0 });
    expect(response.status(), path).toBe(307);
    expect(response.headers().location).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  }
});
