import {
  getPaymentInput,
  initiatePaymentInput,
  initiatePaymentOutput,
  paymentDetail,
} from "@amrutam/domain/payment/schema";
import { answer, procedure, router } from "../../procedure";
import { getPayment } from "./get-payment";
import { initiatePayment } from "./initiate-payment";

export const paymentRouter = router({
  initiate: procedure("payment.initiate")
    .input(initiatePaymentInput)
    .output(initiatePaymentOutput)
    .mutation(answer(initiatePayment)),
  get: procedure("payment.get").input(getPaymentInput).output(paymentDetail).query(answer(getPayment)),
});
