import account from "./hi/account.json";
import booking from "./hi/booking.json";
import catalogue from "./hi/catalogue.json";
import common from "./hi/common.json";
import doctor from "./hi/doctor.json";
import document from "./hi/document.json";
import mail from "./hi/mail.json";
import prescription from "./hi/prescription.json";
import refusals from "./hi/refusals.json";
import search from "./hi/search.json";
import status from "./hi/status.json";
import time from "./hi/time.json";
import visits from "./hi/visits.json";

export const hi = {
  account,
  booking,
  catalogue,
  common,
  doctor,
  document,
  mail,
  prescription,
  refusals,
  search,
  status,
  time,
  visits,
};
