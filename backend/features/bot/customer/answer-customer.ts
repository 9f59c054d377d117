import { type CustomerReading, parseCustomerMessage } from "@/backend/features/language";
import { captureLead } from "@/backend/features/leads";
import type { TenantProfile } from "@/backend/features/tenants";
import { optOut, type Turn, type TurnAnswer } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import { customerReply } from "./customer-reply";
import { searchStock } from "./search-stock";

/**
 * The first answers a customer gets, from templates and stock alone: greeting, search, location, hours; anything else is
 * passed on to the team, and said so. Whoever writes becomes a lead.
 */
export async function thinkForCustomer(
  ctx: Ctx,
  turn: Turn,
  tenant: TenantProfile,
  siteUrl: string,
): Promise<(ctx: Ctx) => Promise<TurnAnswer>> {
  const text = turn.messages
    .map((message) => message.text)
    .filter(Boolean)
    .join("\n");
  const reading: CustomerReading = text ? parseCustomerMessage(text) : { intents: [], slots: {} };
  const stock = asksForStock(reading) ? await searchStock(ctx, reading.slots, siteUrl) : null;
  const reply = customerReply({
    intents: reading.intents,
    customerName: turn.conversation.name,
    hasPhotos: turn.photos.length + turn.photoRefusals.length > 0,
    otherKinds: turn.messages.map(({ kind }) => kind).filter((kind) => kind !== "text" && kind !== "image"),
    showroom: { tenant, siteUrl },
    stock,
    now: ctx.clock.now(),
  });
  const carIds = stock?.exact ? stock.cars.map(({ id }) => id) : [];
  const optsOut = reading.intents.includes("opt_out");

  return async (joinedCtx) => {
    if (optsOut) await optOut(joinedCtx, turn.conversation.id);
    else await rememberLead(joinedCtx, turn, carIds);
    return { replies: [{ text: reply }], intent: reading.intents[0], entities: { ...reading.slots } };
  };
}

/** Any search; and a question about a unit that is named, whose availability and price the stock itself answers. */
function asksForStock({ intents, slots }: CustomerReading): boolean {
  if (intents.includes("stock_search")) return true;
  const isNamed = slots.displayCode !== undefined || slots.model !== undefined;
  return (
    isNamed && intents.some((intent) => intent === "unit_availability" || intent === "price" || intent === "select")
  );
}

/** A list of several cars is no interest in each of them; one or two are. */
async function rememberLead(ctx: Ctx, turn: Turn, carIds: string[]): Promise<void> {
  const { phone, name, id } = turn.conversation;
  if (!phone) return;
  const interests = carIds.length <= 2 ? carIds : [];
  await captureLead(ctx, { phone, name, source: "wa", conversationId: id, carIds: interests });
}
