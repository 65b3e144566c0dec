import account from "./en/account.json";
import adminAudit from "./en/adminAudit.json";
import adminBookings from "./en/adminBookings.json";
import adminDeliveries from "./en/adminDeliveries.json";
import adminDoctors from "./en/adminDoctors.json";
import adminList from "./en/adminList.json";
import adminOverview from "./en/adminOverview.json";
import adminPeople from "./en/adminPeople.json";
import adminRatings from "./en/adminRatings.json";
import booking from "./en/booking.json";
import calendar from "./en/calendar.json";
import catalogue from "./en/catalogue.json";
import common from "./en/common.json";
import dayOff from "./en/dayOff.json";
import devices from "./en/devices.json";
import doctor from "./en/doctor.json";
import document from "./en/document.json";
import errors from "./en/errors.json";
import factors from "./en/factors.json";
import fieldIssues from "./en/fieldIssues.json";
import hours from "./en/hours.json";
import mail from "./en/mail.json";
import medicine from "./en/medicine.json";
import notices from "./en/notices.json";
import passwords from "./en/passwords.json";
import portal from "./en/portal.json";
import practice from "./en/practice.json";
import prescribe from "./en/prescribe.json";
import prescription from "./en/prescription.json";
import profile from "./en/profile.json";
import rating from "./en/rating.json";
import refusals from "./en/refusals.json";
import search from "./en/search.json";
import security from "./en/security.json";
import shell from "./en/shell.json";
import status from "./en/status.json";
import stepUp from "./en/stepUp.json";
import time from "./en/time.json";
import visitChange from "./en/visitChange.json";
import visitRoom from "./en/visitRoom.json";
import visits from "./en/visits.json";
import waitlist from "./en/waitlist.json";

export const en = {
  medicine,
  prescribe,
  dayOff,
  visitChange,
  visitRoom,
  hours,
  notices,
  passwords,
  portal,
  adminPeople,
  adminRatings,
  rating,
  adminOverview,
  adminList,
  adminDeliveries,
  adminDoctors,
  adminBookings,
  adminAudit,
  shell,
  fieldIssues,
  errors,
  account,
  booking,
  calendar,
  catalogue,
  common,
  doctor,
  document,
  mail,
  practice,
  prescription,
  profile,
  refusals,
  search,
  security,
  devices,
  stepUp,
  factors,
  status,
  time,
  visits,
  waitlist,
};
