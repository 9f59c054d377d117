import type { ModelOutcome } from "@/backend/features/assistant";
import type { CarCard } from "@/backend/features/cars";
import type { Turn } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import type { CustomerDeps } from "./answer-customer";
import { askAssistant } from "./ask-assistant";
import { withBranch } from "./asked-branch";
import { compose, faqInstead } from "./compose";
import { phrasesIn, pickerFor } from "./copy/phrases";
import type { Phrases } from "./copy/tone";
import { findSubject } from "./find-subject";
import type { Flood } from "./flood";
import { callOf } from "./manner";
import type { Memory } from "./memory";
import { type Answer, mergeContributions } from "./merge-contributions";
import type { Showroom, Subject, Talk, Understood } from "./talk";
import { understand } from "./understand";

/** Everything a turn led to before anything is written. */
export type Thought = {
  understood: Understood;
  answer: Answer;
  say: Phrases;
  /** Codes of the cars whose facts are in the answer. */
  codes: string[];
  /** Ids of the cars the customer is interested in. */
  interests: string[];
  /** The unit being talked about from now on. */
  unit: string | null;
  flood: Flood;
  model: ModelOutcome | null;
  promptVersion: string;
};

/** Reads, looks up, answers; a language model is asked only where the rules have no answer. Writes nothing but the log of searches. */
export async function think(
  deps: CustomerDeps,
  ctx: Ctx,
  turn: Turn,
  showroom: Showroom,
  memory: Memory,
  flood: Flood,
): Promise<Thought> {
  const understood = withBranch(understand(turn, memory), showroom);
  const say = phrasesFor(turn, understood);
  const subject: Subject = flood === "ok" ? await findSubject(ctx, understood) : { type: "none" };
  const talk: Talk = { understood, subject, showroom, say, now: ctx.clock.now() };
  logSearch(deps, ctx, understood, subject);

  const instead = faqInstead(talk);
  const answer = mergeContributions(instead ? [instead] : compose(talk), helloFor(talk));
  const base = { understood, say, flood, ...whatItIsAbout(subject, memory) };
  const promptVersion = deps.assistant.promptVersion(showroom.knowledge.settingsVersion);
  if (answer.question !== "unknown" || flood !== "ok") return { ...base, answer, model: null, promptVersion };

  const model = await askAssistant(deps.assistant, ctx, turn, talk);
  if (model.type === "answered") {
    return { ...base, answer: { ...answer, text: model.text, question: null, attention: null }, model, promptVersion };
  }
  const blocked = model.type === "blocked" ? { ...answer, question: "model_blocked" as const } : answer;
  return { ...base, answer: blocked, model, promptVersion };
}

function phrasesFor(turn: Turn, { memory, name }: Understood): Phrases {
  const title = memory.title ?? "Kak";
  const pick = pickerFor(`${turn.conversation.id}:${memory.turns}`);
  return phrasesIn(memory.register, { title, call: callOf({ title, name }), pick });
}

/** The first answer greets, whatever else it says. */
function helloFor({ understood, say }: Talk): string | null {
  const { intents } = understood.reading;
  const isGreetingItself = intents.every(
    (intent) => intent === "greeting" || intent === "opt_out" || intent === "erase_data",
  );
  return understood.memory.turns === 0 && intents.length > 0 && !isGreetingItself ? say.hello() : null;
}

function logSearch(deps: CustomerDeps, ctx: Ctx, { text, reading }: Understood, subject: Subject): void {
  if (subject.type !== "stock") return;
  deps.searchLog.record({
    tenantId: ctx.tenant.id,
    terms: subject.found.wanted || text,
    filters: { ...reading.slots },
    resultCount: subject.found.relaxed.length === 0 ? subject.found.total : 0,
    channel: "wa",
  });
}

/** A list of several cars is no interest in each of them; one is. */
function whatItIsAbout(subject: Subject, memory: Memory): Pick<Thought, "codes" | "interests" | "unit"> {
  switch (subject.type) {
    case "unit":
      return { codes: [subject.unit.displayCode], interests: [subject.unit.id], unit: subject.unit.displayCode };
    case "sold":
      return { codes: [subject.unit.displayCode], interests: [], unit: null };
    case "stock":
      return { ...carsOf(subject.found.cars, subject.found.relaxed.length === 0), unit: null };
    case "which":
    case "each":
      return { codes: subject.units.map(({ displayCode }) => displayCode), interests: [], unit: null };
    case "at_branch":
      return { ...carsOf(subject.cars, true), unit: null };
    case "others":
      return { ...carsOf(subject.others.cars, true), unit: null };
    case "thrifty":
      return {
        ...carsOf(
          subject.cars.map(({ car }) => car),
          false,
        ),
        unit: null,
      };
    case "both":
    case "compared":
      if (subject.units.length < 2) return { codes: [], interests: [], unit: memory.unit };
      return {
        codes: subject.units.map(({ displayCode }) => displayCode),
        interests: subject.units.map(({ id }) => id),
        unit: null,
      };
    default:
      return { codes: [], interests: [], unit: memory.unit };
  }
}

function carsOf(cars: CarCard[], isExact: boolean) {
  const codes = cars.map(({ displayCode }) => displayCode);
  return { codes, interests: isExact && cars.length === 1 ? cars.map(({ id }) => id) : [] };
}
