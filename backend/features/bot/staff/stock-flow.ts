import { z } from "zod";
import type { CarReference } from "@/backend/features/cars";
import {
  ask,
  type Facts,
  type Flow,
  type FlowState,
  type Outcome,
  type StepResult,
  type StockFilters,
  say,
  stockFiltersSchema,
} from "../flow";
import { carDetail, numbered } from "./car-lines";
import { readChoice } from "./choice";
import { statsText } from "./stats-text";

const contextSchema = z.object({ filters: stockFiltersSchema, page: z.number(), codes: z.array(z.string()) });
type Context = z.infer<typeof contextSchema>;
type State = FlowState<Context>;
type Result = StepResult<Context>;

/** Looking at the stock: lists of five, "lagi" for the next page, a number for the details. Changes nothing. */
export const stockFlow: Flow<Context> = {
  name: "stock",
  version: 1,
  contextSchema,
  step(state, input, facts) {
    if (input.type === "text") return takeText(state, input.text);
    if (input.type === "photos") return say(state);
    return takeOutcome(state, input, facts);
  },
};

export function startList(filters: StockFilters, page: number): Result {
  return ask(emptyState(filters), { type: "list_cars", filters, page });
}

export function startDetail(reference: CarReference): Result {
  const named = Object.values(reference).some((value) => value !== undefined);
  if (!named) return say(null, "Unit yang mana? Contoh: detail #A01");
  return ask(emptyState({}), { type: "find_cars", reference });
}

export function startStats(period: "today" | "week" | "month" | "year"): Result {
  return ask(emptyState({}), { type: "read_stats", period });
}

function emptyState(filters: StockFilters): State {
  return { step: "listed", context: { filters, page: 1, codes: [] } };
}

function takeText(state: State, text: string): Result {
  const { context } = state;
  if (wantsMore(text)) return ask(state, { type: "list_cars", filters: context.filters, page: context.page + 1 });
  const index = readChoice(text, context.codes.length);
  const code = index === null ? undefined : context.codes[index];
  return code ? ask(state, { type: "find_cars", reference: { displayCode: code } }) : say(state);
}

function takeOutcome(state: State, outcome: Outcome, facts: Facts): Result {
  switch (outcome.type) {
    case "cars_listed":
      return listed(state, outcome);
    case "cars_found":
      return found(state, outcome, facts);
    case "stats_read":
      return say(null, statsText(outcome.period, outcome.stats));
    case "refused":
      return say(null, outcome.message);
    default:
      return say(state);
  }
}

function listed(state: State, { cars, total, page, totalPages }: Extract<Outcome, { type: "cars_listed" }>): Result {
  if (total === 0) return say(null, 'Tidak ada mobil yang cocok di stok. Ketik "list" untuk melihat semuanya.');
  if (cars.length === 0) return say(state, `Halaman itu tidak ada. Stok hanya sampai halaman ${totalPages}.`);
  const more = page < totalPages ? 'Ketik "lagi" untuk berikutnya. ' : "";
  const context = { ...state.context, page, codes: cars.map(({ displayCode }) => displayCode) };
  return say(
    { step: "listed", context },
    `*${total} mobil* (halaman ${page}/${totalPages})\n\n${numbered(cars)}\n\n${more}Ketik nomornya untuk detail.`,
  );
}

function found(state: State, { cars }: Extract<Outcome, { type: "cars_found" }>, facts: Facts): Result {
  const [car] = cars;
  if (!car) return say(null, 'Unitnya tidak ketemu. Ketik "list" untuk melihat stok.');
  if (cars.length > 1) {
    const shown = cars.slice(0, 5);
    const context = { ...state.context, codes: shown.map(({ displayCode }) => displayCode) };
    return say({ step: "listed", context }, `Yang mana?\n\n${numbered(shown)}\n\nKetik nomornya.`);
  }
  const isPublic = car.status === "available" || car.status === "booking";
  const kept = state.context.codes.length > 0 ? state : null;
  return say(kept, carDetail(car, isPublic ? `${facts.siteUrl}/${car.slug}` : null));
}

/** "lagi" or the number of one that is listed: all that an open list is spoken to with. */
export function picksFromList(context: unknown, text: string): boolean {
  const list = contextSchema.safeParse(context);
  return list.success && (wantsMore(text) || readChoice(text, list.data.codes.length) !== null);
}

function wantsMore(text: string): boolean {
  return /^\s*(lagi|lanjut|next|berikut(nya)?|more|selanjutnya|halaman berikut(nya)?)\s*$/i.test(text);
}
