import { bookedConsultation } from "@amrutam/domain/consultation/schema";
import {
  claimOfferInput,
  joinedWaitlist,
  joinWaitlistInput,
  offerInput,
  waitlistList,
  waitlistOffer,
} from "@amrutam/domain/waitlist/schema";
import { byId, done } from "@amrutam/domain/wire";
import * as z from "zod";
import { answer, procedure, router } from "../../procedure";
import { claimOffer } from "./claim-offer";
import { declineOffer } from "./decline-offer";
import { joinWaitlist } from "./join-waitlist";
import { leaveWaitlist } from "./leave-waitlist";
import { listWaiting } from "./list-waiting";
import { openOffer } from "./open-offer";

export const waitlistRouter = router({
  join: procedure("waitlist.join")
    .input(joinWaitlistInput)
    .output(joinedWaitlist)
    .mutation(answer(joinWaitlist)),
  list: procedure("waitlist.list").input(z.strictObject({})).output(waitlistList).query(answer(listWaiting)),
  leave: procedure("waitlist.leave").input(byId).output(done).mutation(answer(leaveWaitlist)),
  openOffer: procedure("waitlist.openOffer")
    .input(offerInput)
    .output(waitlistOffer)
    .mutation(answer(openOffer)),
  claim: procedure("waitlist.claim")
    .input(claimOfferInput)
    .output(bookedConsultation)
    .mutation(answer(claimOffer)),
  decline: procedure("waitlist.decline").input(offerInput).output(done).mutation(answer(declineOffer)),
});
