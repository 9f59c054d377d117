import type { Assistant, ModelOutcome, QuestionCar } from "@/backend/features/assistant";
import { findUnits } from "@/backend/features/cars";
import type { Turn } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import { quotableFeatures, quotableNotes } from "./quotable";
import { readHistory } from "./read-history";
import type { ListedUnit, Talk } from "./talk";
import { isListed } from "./talk";

const MOST_CARS = 5;

/** Asks the language model what the rules cannot answer, with the facts of this tenant and nothing else. */
export async function askAssistant(assistant: Assistant, ctx: Ctx, turn: Turn, talk: Talk): Promise<ModelOutcome> {
  const { understood, showroom } = talk;
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
    cars: units.map((unit) => toQuestionCar(unit, showroom.siteUrl)),
  });
}

/** The model sees, and is checked against, only what of the seller's words may be quoted. */
function toQuestionCar(unit: ListedUnit, siteUrl: string): QuestionCar {
  const notes = quotableNotes(unit);
  const words = { keyFeatures: quotableFeatures(unit), conditionNotes: notes.join(" "), description: "" };
  return { ...unit, ...words, url: `${siteUrl}/${unit.slug}`, notes };
}

async function unitsInTalk(ctx: Ctx, { subject, understood }: Talk): Promise<ListedUnit[]> {
  if (subject.type === "unit") return [subject.unit];
  if (subject.type === "which" || subject.type === "compared") return subject.units.slice(0, MOST_CARS);
  const { unit, listed } = understood.memory;
  const codes =
    subject.type === "stock"
      ? subject.found.cars.map(({ displayCode }) => displayCode)
      : [...(unit ? [unit] : []), ...listed];
  const units = await findUnits(ctx, [...new Set(codes)].slice(0, MOST_CARS));
  return units.filter(isListed);
}
