import { z } from "zod";
import { INBOX_FILTERS } from "@/backend/features/conversations";

/** The query of an inbox address; what is not understood is as if it were not there. */
export const inboxQuerySchema = z.object({
  filter: z.enum(INBOX_FILTERS).catch("all"),
  cari: z.string().trim().max(80).catch(""),
  /** Where the list goes on. */
  lanjut: z.string().max(100).optional().catch(undefined),
  /** Messages before this one. */
  sebelum: z
    .string()
    .regex(/^\d{1,19}$/)
    .optional()
    .catch(undefined),
  /** Search of the unit picker; present: it is open. */
  unit: z.string().max(80).optional().catch(undefined),
  /** A quick reply to begin with. */
  balasan: z.uuid().optional().catch(undefined),
});
export type InboxQuery = z.infer<typeof inboxQuerySchema>;
