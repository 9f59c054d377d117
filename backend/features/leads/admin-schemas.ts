import { z } from "@hono/zod-openapi";
import { LEAD_STATUSES } from "./lead-status";

const instant = z.union([z.date(), z.string()]).openapi({ type: "string", format: "date-time" });
const statusSchema = z.enum(LEAD_STATUSES);

const interestSchema = z.object({
  carId: z.string(),
  displayCode: z.string(),
  name: z.string(),
  priceRupiah: z.number(),
  status: z.enum(["draft", "available", "booking", "sold"]),
  slug: z.string(),
});

export const leadSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    phone: z.string().openapi({ description: "Digits from 62" }),
    status: statusSchema,
    score: z.number().openapi({ description: "0 to 10" }),
    reasons: z.array(z.string()),
    source: z.string(),
    tags: z.array(z.string()),
    isOpen: z.boolean(),
    assignee: z.object({ userId: z.string(), name: z.string() }).nullable(),
    conversationId: z.string().nullable(),
    interests: z.array(interestSchema),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi("Lead");

export const leadPageSchema = z
  .object({
    leads: z.array(leadSchema),
    total: z.number(),
    page: z.number(),
    limit: z.number(),
    totalPages: z.number(),
    counts: z.record(statusSchema, z.number()),
  })
  .openapi("LeadPage");

const offerSchema = z.object({
  name: z.string(),
  status: z.enum(["offered", "claimed", "skipped", "expired", "lost"]),
  offeredAt: instant,
  expiresAt: instant.nullable(),
  answeredAt: instant.nullable(),
});

export const leadDetailSchema = leadSchema
  .extend({
    statusReason: z.unknown(),
    events: z.array(
      z.object({ id: z.string(), type: z.string(), actor: z.unknown(), data: z.unknown(), createdAt: instant }),
    ),
    handovers: z.array(
      z.object({
        id: z.string(),
        reason: z.string(),
        status: z.enum(["open", "claimed", "closed"]),
        claimedBy: z.string().nullable(),
        createdAt: instant,
        claimedAt: instant.nullable(),
        offers: z.array(offerSchema),
      }),
    ),
    messages: z.array(z.unknown()).openapi({ description: "The last 100, oldest first; see Message" }),
  })
  .openapi("LeadDetail");
