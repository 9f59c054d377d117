import type { Assistant, ModelOutcome } from "@/backend/features/assistant";
import { findUnits } from "@/backend/features/cars";
import type { Turn } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import { quotableNotes } from "./quotable";
import { readHistory } from "./read-history";
import type { ListedUnit, Talk } from "./talk";
import { isListed } from "./talk";

const MOST_CARS = 5;

/** Asks the language model what the rules cannot answer, with the facts of this tenant and nothing else. */
export async function askAssistant(assistant: Assistant, ctx: Ctx, turn: Turn, talk: Talk): Promise<ModelOutcome> {
  const { understood, showroom, say } = talk;
  if (!assistant.isAvailable(showroom.knowledge.settings)) return { type: "not_asked", reason: "no_model" };
  const [units, history] = await Promise.all([
    unitsInTalk(ctx, talk),
    readHistory(
      ctx,
      turn.conversation.id,
      turn.messages.map(({ id }) => id),
    ),
  ]);
  return assistant.ask(ctx, {
    subjectId: turn.conversation.id,
    text: understood.text,
    history,
    register: understood.memory.register,
    call: understood.name
      ? `${understood.memory.title ?? "Kak"} ${understood.name}`
      : (understood.memory.title ?? "Kak"),
    showroom: { tenant: showroom.tenant, siteUrl: showroom.siteUrl, knowledge: showroom.knowledge },
    cars: units.map((unit) => ({
      ...unit,
      url: `${showroom.siteUrl}/${unit.slug}`,
      notes: quotableNotes(unit),
      locale: say.locale,
    })),
  });
}

async function unitsInTalk(ctx: Ctx, { subject, understood }: Talk): Promise<ListedUnit[]> {
  if (subject.type === "unit") return isListed(subject.unit) ? [subject.unit] : [];
  if (subject.type === "which" || subject.type === "compared") return subject.units.slice(0, MOST_CARS);
  const { unit, listed } = understood.memory;
  const codes =
    subject.type === "stock"
      ? subject.found.cars.map(({ displayCode }) => displayCode)
      : [...(unit ? [unit] : []), ...listed];
  const units = await findUnits(ctx, [...new Set(codes)].slice(0, MOST_CARS));
  return units.filter(isListed);
}
