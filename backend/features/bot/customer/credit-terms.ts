import type { CustomerSlots } from "@/backend/features/language";

export type CreditTerms = Pick<CustomerSlots, "downPayment" | "downPaymentPercent" | "instalment" | "tenorMonths">;

/** What of a message is a term of a credit; an absent term is not there. */
export function creditTermsOf({
  downPayment,
  downPaymentPercent,
  instalment,
  tenorMonths,
}: CustomerSlots): CreditTerms {
  return {
    ...(downPayment !== undefined && { downPayment }),
    ...(downPaymentPercent !== undefined && { downPaymentPercent }),
    ...(instalment !== undefined && { instalment }),
    ...(tenorMonths !== undefined && { tenorMonths }),
  };
}
