import { AppError } from "@/backend/platform/errors";

const SENTENCE = "Domain ini sudah dipakai akun AutoLeads lain. Kalau domain ini milik Anda, hubungi kami.";

/** The domain serves another showroom; which one is nobody's business. */
export class DomainTakenError extends AppError {
  constructor() {
    super("conflict", "domain is verified by another tenant", {
      userMessage: SENTENCE,
      fields: { customDomain: SENTENCE },
    });
  }
}
