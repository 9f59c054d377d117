import { z } from "zod";

export const claimDomainSchema = z.object({
  /** As typed or pasted; "www." says which form of the pair the showroom wants. */
  customDomain: z.string("Isi nama domain.").trim().min(1, "Isi nama domain.").max(300, "Nama domain terlalu panjang."),
});

export type ClaimDomainInput = z.input<typeof claimDomainSchema>;
