import type { RestRoute } from "../route";

/** Paying for a visit. */
export const PAYMENTS_ROUTES: readonly RestRoute[] = [
  {
    method: "POST",
    path: "/payments/initiate",
    target: "payment.initiate",
    summary: "Pay for a held consultation",
  },
  {
    method: "GET",
    path: "/payments/consultation/{consultationId}",
    target: "payment.get",
    summary: "The payment of an own consultation",
  },
];
