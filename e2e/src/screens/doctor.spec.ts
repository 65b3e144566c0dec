import { expect } from "../browser/test";
import { doctorsOf } from "../people/staff";
import type { Cast } from "../sweeps/cast";
import { dialogOf, press, shoot, shootVisits, visitsOf } from "./shoot";
import { showCalendar } from "./show-calendar";

const doctor = (cast: Cast) => cast.doctor;
const week = { path: () => "/doctor/week", as: doctor };
const WEEK = {
  "doctor-week-new": "portal.newSlot.title",
  "doctor-week-block": "portal.bulk.title",
  "doctor-week-copy": "portal.copyWeek.title",
} as const;

shootVisits("web", visitsOf("doctor"));

for (const [screen, title] of Object.entries(WEEK))
  shoot("web", screen, week, async (page, say) => {
    await press(page, say(title));
    await expect(dialogOf(page).locator("form")).toBeVisible();
  });

shoot("web", "doctor-profile-question", { path: () => "/doctor/profile", as: doctor }, async (page, say) => {
  const number = page.getByLabel(say("portal.register.registrationNumber"));
  await number.press("End");
  await number.pressSequentially("9");
  await press(page, say("practice.save"));
  await expect(page.getByRole("alertdialog", { name: say("practice.confirm.title") })).toBeVisible();
});

shoot("web", "doctor-visit-started", {
  path: (cast) => `/doctor/visits/${cast.started}`,
  as: (cast) => cast.prescriber,
});

// Not the doctor of the other screens, who has no address yet on one of them.
shoot(
  "web",
  "doctor-calendar-feed",
  { path: () => "/doctor/account/notifications", as: () => doctorsOf("screens").at(-1) ?? "" },
  showCalendar,
);
