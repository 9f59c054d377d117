import { z } from "zod";
import { searchOrders } from "@/backend/features/language";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import { findState, saveState } from "../state-store";
import { registers } from "./copy/phrases";

const MEMORY = { flow: "customer", step: "talking", version: 1 };
/** What was talked about is still known the next day; how somebody wants to be called is never forgotten. */
const MEMORY_TTL_MINUTES = 48 * 60;

/** What the assistant said last that a bare "ya" or a number answers. */
export const proposals = ["photos", "visit", "notify", "person", "unit"] as const;
export type Proposal = (typeof proposals)[number];

export const memorySchema = z.object({
  /** The unit being talked about, "#A01". */
  unit: z.string().nullable().default(null),
  /** The units listed last, in the order of their numbers. */
  listed: z.array(z.string()).default([]),
  asked: z.enum(["budget", "name", "visit_time", "unit"]).nullable().default(null),
  proposed: z.enum(proposals).nullable().default(null),
  /** What the customer wanted to know when we asked "which unit?". */
  waiting: z
    .object({ intents: z.array(z.string()), attributes: z.array(z.string()), offer: z.number().optional() })
    .nullable()
    .default(null),
  /** Criteria of the last search, for "yang matic ada?" after it. */
  criteria: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).default({}),
  /** What there was to be most of: "paling murah". */
  orders: z.array(z.enum(searchOrders)).default([]),
  /** More cars fit than were listed. */
  hasMore: z.boolean().default(false),
  /** What was told about a credit so far; whole rupiah, months. */
  credit: z
    .object({
      downPayment: z.number(),
      downPaymentPercent: z.number(),
      instalment: z.number(),
      tenorMonths: z.number(),
    })
    .partial()
    .default({}),
  /** The wish to come: its words and local day, or the time offered instead because nobody is there then. */
  visit: z
    .object({ words: z.string().nullable(), date: z.string().nullable(), offered: z.string().nullable() })
    .nullable()
    .default(null),
  /** The customer's own car was spoken of last: to be sold, or handed in. */
  ownCar: z.enum(["sell_car", "trade_in"]).nullable().default(null),
  /** Of which branch the opening hours or the cars were told last; null is the showroom. */
  topic: z
    .object({ type: z.enum(["hours", "stock"]), branch: z.string().nullable() })
    .nullable()
    .default(null),
  /** Where the customer is, or wants the car sent to. */
  city: z.string().nullable().default(null),
  /** What was said of delivery already: the owner's answer, or only that the team checks it. */
  deliveryTold: z.enum(["faq", "general"]).nullable().default(null),
  title: z.string().nullable().default(null),
  name: z.string().nullable().default(null),
  register: z.enum(registers).default("indonesian"),
  /** Answers given so far: chooses among wordings, and tells a first contact. */
  turns: z.number().int().default(0),
  /** ISO time of the last "too many messages". */
  floodNoticeAt: z.string().nullable().default(null),
});

export type Memory = z.output<typeof memorySchema>;

export const emptyMemory: Memory = memorySchema.parse({});

/** What is known of a conversation; of one that rested for long, only the person. */
export async function recallCustomer(ctx: Ctx, conversationId: string): Promise<Memory> {
  const stored = await withTenant(ctx, (tx) => findState(tx, ctx, conversationId, MEMORY.flow));
  if (!stored || stored.version !== MEMORY.version) return emptyMemory;
  const parsed = memorySchema.safeParse(stored.context);
  if (!parsed.success) return emptyMemory;
  if (!stored.expired) return parsed.data;
  const { title, name, register, turns } = parsed.data;
  return { ...emptyMemory, title, name, register, turns };
}

export async function rememberCustomer(tx: Tx, ctx: Ctx, conversationId: string, memory: Memory): Promise<void> {
  await saveState(tx, ctx, conversationId, { ...MEMORY, context: memory, ttlMinutes: MEMORY_TTL_MINUTES });
}
