import { makePatient } from "@amrutam/testing/factories/person";
import { expect } from "../browser/test";
import { sql } from "../clinic/database";
import { dialogOf, press, shoot, shootVisits, visitsOf } from "./shoot";
import { showCalendar } from "./show-calendar";

shootVisits("web", visitsOf("patient"));

shoot(
  "web",
  "cancel-visit",
  { path: (cast) => `/visits/${cast.confirmed}`, as: (cast) => cast.patient },
  async (page, say) => {
    await press(page, say("visits.cancel"));
    await expect(dialogOf(page)).toBeVisible();
  },
);

shoot(
  "web",
  "calendar-feed",
  async () => {
    const { email } = await makePatient(sql(), { fullName: "Meera Nair" });
    return { path: () => "/account/notifications", as: () => email };
  },
  showCalendar,
);
