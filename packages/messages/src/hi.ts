import account from "./hi/account.json";
import adminAudit from "./hi/adminAudit.json";
import adminBookings from "./hi/adminBookings.json";
import adminDeliveries from "./hi/adminDeliveries.json";
import adminDoctors from "./hi/adminDoctors.json";
import adminList from "./hi/adminList.json";
import adminOverview from "./hi/adminOverview.json";
import adminPeople from "./hi/adminPeople.json";
import adminRatings from "./hi/adminRatings.json";
import booking from "./hi/booking.json";
import calendar from "./hi/calendar.json";
import catalogue from "./hi/catalogue.json";
import common from "./hi/common.json";
import dayOff from "./hi/dayOff.json";
import devices from "./hi/devices.json";
import doctor from "./hi/doctor.json";
import document from "./hi/document.json";
import errors from "./hi/errors.json";
import factors from "./hi/factors.json";
import fieldIssues from "./hi/fieldIssues.json";
import hours from "./hi/hours.json";
import mail from "./hi/mail.json";
import medicine from "./hi/medicine.json";
import notices from "./hi/notices.json";
import passwords from "./hi/passwords.json";
import portal from "./hi/portal.json";
import practice from "./hi/practice.json";
import prescribe from "./hi/prescribe.json";
import prescription from "./hi/prescription.json";
import profile from "./hi/profile.json";
import rating from "./hi/rating.json";
import refusals from "./hi/refusals.json";
import search from "./hi/search.json";
import security from "./hi/security.json";
import shell from "./hi/shell.json";
import status from "./hi/status.json";
import stepUp from "./hi/stepUp.json";
import time from "./hi/time.json";
import visitChange from "./hi/visitChange.json";
import visitRoom from "./hi/visitRoom.json";
import visits from "./hi/visits.json";
import waitlist from "./hi/waitlist.json";

export const hi = {
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
