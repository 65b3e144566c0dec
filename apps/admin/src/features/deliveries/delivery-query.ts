import { listDeliveriesInput } from "@amrutam/domain/admin/delivery-schema";

/** The deliveries' part of the address. */
export const deliveryQuery = listDeliveriesInput.omit({ limit: true });
