import { cancelBookingInput, cancelBookingOutput } from "@amrutam/domain/admin/cancel-booking";
import * as delivery from "@amrutam/domain/admin/delivery-schema";
import * as rating from "@amrutam/domain/admin/rating-schema";
import * as schema from "@amrutam/domain/admin/schema";
import { answer, procedure, router } from "../../procedure";
import { cancelBooking } from "./cancel-booking";
import { decideDoctor } from "./decide-doctor";
import { decideFactorReset } from "./decide-factor-reset";
import { decideRating } from "./decide-rating";
import { findByPhone } from "./find-by-phone";
import { inviteStaff } from "./invite-staff";
import { listBookings } from "./list-bookings";
import { listDeliveries } from "./list-deliveries";
import { listDoctors } from "./list-doctors";
import { listFactorResets } from "./list-factor-resets";
import { listPeople } from "./list-people";
import { listRatings } from "./list-ratings";
import { requestFactorReset } from "./request-factor-reset";
import { setRole } from "./set-role";
import { setStatus } from "./set-status";

export const adminRouter = router({
  doctors: procedure("admin.doctors")
    .input(schema.listDoctorsInput)
    .output(schema.listDoctorsOutput)
    .query(answer(listDoctors)),
  decideDoctor: procedure("admin.decideDoctor")
    .input(schema.decideDoctorInput)
    .output(schema.adminDoctor)
    .mutation(answer(decideDoctor)),
  people: procedure("admin.people")
    .input(schema.listPeopleInput)
    .output(schema.listPeopleOutput)
    .query(answer(listPeople)),
  inviteStaff: procedure("admin.inviteStaff")
    .input(schema.inviteStaffInput)
    .output(schema.person)
    .mutation(answer(inviteStaff)),
  setStatus: procedure("admin.setStatus")
    .input(schema.setStatusInput)
    .output(schema.person)
    .mutation(answer(setStatus)),
  factorResets: procedure("admin.factorResets")
    .input(schema.listFactorResetsInput)
    .output(schema.listFactorResetsOutput)
    .query(answer(listFactorResets)),
  requestFactorReset: procedure("admin.requestFactorReset")
    .input(schema.requestFactorResetInput)
    .output(schema.factorReset)
    .mutation(answer(requestFactorReset)),
  decideFactorReset: procedure("admin.decideFactorReset")
    .input(schema.decideFactorResetInput)
    .output(schema.factorReset)
    .mutation(answer(decideFactorReset)),
  setRole: procedure("admin.setRole")
    .input(schema.setRoleInput)
    .output(schema.person)
    .mutation(answer(setRole)),
  bookings: procedure("admin.bookings")
    .input(schema.listBookingsInput)
    .output(schema.listBookingsOutput)
    .query(answer(listBookings)),
  cancelBooking: procedure("admin.cancelBooking")
    .input(cancelBookingInput)
    .output(cancelBookingOutput)
    .mutation(answer(cancelBooking)),
  deliveries: procedure("admin.deliveries")
    .input(delivery.listDeliveriesInput)
    .output(delivery.listDeliveriesOutput)
    .query(answer(listDeliveries)),
  // Asked by POST: a number stands in no address that a server or a proxy writes down.
  findByPhone: procedure("admin.findByPhone")
    .input(delivery.findByPhoneInput)
    .output(delivery.findByPhoneOutput)
    .mutation(answer(findByPhone)),
  ratings: procedure("admin.ratings")
    .input(rating.listRatingsInput)
    .output(rating.listRatingsOutput)
    .query(answer(listRatings)),
  decideRating: procedure("admin.decideRating")
    .input(rating.decideRatingInput)
    .output(rating.decidedRating)
    .mutation(answer(decideRating)),
});
