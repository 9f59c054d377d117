import { z } from "zod";
import { type CarReference, type CarStatus, type CarView, carStatusLabel } from "@/backend/features/cars";
import { formatRupiah } from "@/backend/platform/money";
import {
  ask,
  type Command,
  type Flow,
  type FlowState,
  type Outcome,
  PHOTOS_NOT_HERE,
  type StepResult,
  say,
} from "../flow";
import { numbered } from "./car-lines";
import { readChoice, wantsNo, wantsYes } from "./choice";
import { readPrice } from "./read-price";
import { isPlausibleSale, SOLD_FOR_HOW_MUCH, soldPriceDoubt } from "./sold-price";
import { statsText } from "./stats-text";
import { wantsSkip } from "./upload/answers";

const changeSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("status"),
    status: z.enum(["draft", "available", "booking", "sold"]).nullable(),
    /** What the car went for, when that was said; counts with `sold` only. */
    soldPriceRupiah: z.number().nullable(),
  }),
  z.object({ type: z.literal("price"), priceRupiah: z.number().nullable() }),
]);
export type CarChange = z.infer<typeof changeSchema>;

const candidateSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(["draft", "available", "booking", "sold"]),
  priceRupiah: z.number(),
});

const contextSchema = z.object({ change: changeSchema, candidates: z.array(candidateSchema) });
type Context = z.infer<typeof contextSchema>;
type State = FlowState<Context>;
type Result = StepResult<Context>;

const MAX_CANDIDATES = 9;
const WHICH = "Unit yang mana? Tulis kode (#A01), plat, atau nama mobilnya.";
const NOTHING_CHANGED = "Baik, tidak ada yang diubah.";

/** Changes a status or a price: find the car → choose among several → confirm → done. Nothing changes before "YA". */
export const carChangeFlow: Flow<Context> = {
  name: "car_change",
  version: 2,
  contextSchema,
  step(state, input) {
    if (input.type === "text") return takeText(state, input.text);
    if (input.type === "photos") return say(state, PHOTOS_NOT_HERE);
    return takeOutcome(state, input);
  },
};

export function startCarChange(change: CarChange, reference: CarReference): Result {
  const state: State = { step: "finding", context: { change, candidates: [] } };
  const named = Object.values(reference).some((value) => value !== undefined);
  if (!named) return say({ ...state, step: "which" }, WHICH);
  return ask(state, { type: "find_cars", reference });
}

function takeText(state: State, text: string): Result {
  const { context, step } = state;
  if (step === "which" && /^\s*\d{1,3}\s*$/.test(text)) return say(state, WHICH);
  if (step === "which") return ask({ step: "finding", context }, { type: "find_cars", reference: { text } });
  if (step === "choose") {
    const index = readChoice(text, context.candidates.length);
    const chosen = index === null ? undefined : context.candidates[index];
    if (chosen) return confirm({ ...context, candidates: [chosen] });
    if (wantsNo(text)) return say(null, NOTHING_CHANGED);
    return say(state, `Pilih nomor 1 sampai ${context.candidates.length}, atau ketik BATAL.`);
  }
  if (step === "value") return takeValue(state, text);
  if (step === "sold_price") return takeSoldPrice(state, text);

  const [car] = context.candidates;
  const corrected = withSoldPrice(context, readPrice(text));
  if (corrected) return confirm(corrected);
  if (wantsYes(text) && car) return ask({ step: "changing", context }, commandFor(context.change, car.id));
  if (wantsNo(text)) return say(null, NOTHING_CHANGED);
  return say(state, confirmQuestion(context));
}

function takeOutcome(state: State, outcome: Outcome): Result {
  switch (outcome.type) {
    case "cars_found":
      return carsFound(state, outcome.cars);
    case "status_set":
      return say(null, statusDone(outcome));
    case "price_set":
      return say(
        null,
        `✅ Harga ${outcome.car.publicName} sekarang ${formatRupiah(outcome.car.priceRupiah)}. Website sudah ikut berubah.`,
      );
    case "refused":
      return say(null, outcome.message);
    default:
      return say(state);
  }
}

function carsFound(state: State, cars: CarView[]): Result {
  const { context } = state;
  if (cars.length === 0) {
    return say(
      null,
      'Unitnya tidak ketemu. Coba tulis kode (#A01) atau plat lengkap, atau ketik "list" untuk melihat stok.',
    );
  }
  const found = cars.slice(0, MAX_CANDIDATES);
  const candidates = found.map(({ id, publicName, status, priceRupiah }) => ({
    id,
    name: publicName,
    status,
    priceRupiah,
  }));
  if (candidates.length === 1) return confirm({ ...context, candidates });
  return say(
    { step: "choose", context: { ...context, candidates } },
    `Ada beberapa unit yang cocok. Yang mana?\n\n${numbered(found)}`,
  );
}

function confirm(context: Context): Result {
  const [car] = context.candidates;
  const { change } = context;
  if (change.type === "status" && change.status === car?.status) {
    const unchanged = soldPriceOf(change) === null ? "" : " Harga jual yang tercatat tidak saya ubah.";
    return say(null, `${car.name} memang sudah ${carStatusLabel(car.status)}.${unchanged}`);
  }
  const needsValue = change.type === "status" ? change.status === null : change.priceRupiah === null;
  if (needsValue) return say({ step: "value", context }, valueQuestion(context));
  const soldPriceRupiah = soldPriceOf(change);
  if (car && soldPriceRupiah !== null && !isPlausibleSale(soldPriceRupiah, car.priceRupiah)) {
    const doubted = { ...context, change: { ...change, soldPriceRupiah: null } };
    return say({ step: "sold_price", context: doubted }, soldPriceDoubt(car, soldPriceRupiah));
  }
  return say({ step: "confirm", context }, confirmQuestion(context));
}

/** After a sum that cannot be right: the right one, or none. */
function takeSoldPrice(state: State, text: string): Result {
  const corrected = withSoldPrice(state.context, readPrice(text));
  if (corrected) return confirm(corrected);
  if (wantsSkip(text)) return confirm(state.context);
  if (wantsNo(text)) return say(null, NOTHING_CHANGED);
  return say(state, SOLD_FOR_HOW_MUCH);
}

/** The sale at another price; null when none was said, or the same. */
function withSoldPrice(context: Context, soldPriceRupiah: number | null): Context | null {
  const { change } = context;
  if (change.type !== "status" || change.status !== "sold") return null;
  if (soldPriceRupiah === null || soldPriceRupiah === change.soldPriceRupiah) return null;
  return { ...context, change: { ...change, soldPriceRupiah } };
}

function soldPriceOf(change: CarChange): number | null {
  return change.type === "status" && change.status === "sold" ? change.soldPriceRupiah : null;
}

function takeValue(state: State, text: string): Result {
  const change = readValue(state.context.change, text);
  if (!change) return say(state, valueQuestion(state.context));
  return confirm({ ...state.context, change });
}

function readValue(change: CarChange, text: string): CarChange | null {
  if (change.type === "status") {
    const status = readStatus(text);
    return status && { type: "status", status, soldPriceRupiah: readPrice(text) };
  }
  const priceRupiah = readPrice(text);
  return priceRupiah === null ? null : { type: "price", priceRupiah };
}

function valueQuestion({ change, candidates }: Context): string {
  const name = candidates[0]?.name ?? "unit ini";
  return change.type === "status"
    ? `Status ${name} jadi apa? Ketik: available, booking, terjual atau draft.`
    : `Harga baru ${name} berapa? Sekarang ${formatRupiah(candidates[0]?.priceRupiah ?? 0)}. Contoh: 175jt`;
}

function confirmQuestion({ change, candidates }: Context): string {
  const [car] = candidates;
  if (change.type === "status")
    return `${car?.name}\nUpdate status jadi ${carStatusLabel(change.status ?? "available")}${atPrice(soldPriceOf(change))}? Ketik YA.`;
  return `${car?.name}\nUbah harga dari ${formatRupiah(car?.priceRupiah ?? 0)} jadi ${formatRupiah(change.priceRupiah ?? 0)}? Ketik YA.`;
}

function commandFor(change: CarChange, carId: string): Command {
  return change.type === "status"
    ? { type: "set_status", carId, status: change.status ?? "available", soldPriceRupiah: soldPriceOf(change) }
    : { type: "set_price", carId, priceRupiah: change.priceRupiah ?? 0 };
}

function statusDone({ car, stats }: Extract<Outcome, { type: "status_set" }>): string {
  const effect: Record<CarStatus, string> = {
    sold: "Sudah turun dari website.",
    booking: "Di website tampil dengan tanda BOOKED.",
    available: "Sudah tampil di website.",
    draft: "Tidak tampil di website.",
  };
  const lines = [
    `✅ ${car.publicName} sekarang ${carStatusLabel(car.status)}${atPrice(car.soldPriceRupiah)}. ${effect[car.status]}`,
    ...(stats ? ["", statsText("today", stats)] : []),
  ];
  if (car.status === "sold" || car.status === "booking") {
    lines.push("", "Catat pembelinya? Ketik: lead [nama] [no HP]");
  }
  return lines.join("\n");
}

function atPrice(rupiah: number | null): string {
  return rupiah === null ? "" : ` seharga ${formatRupiah(rupiah)}`;
}

function readStatus(text: string): CarStatus | null {
  if (/\b(terjual|laku|sold|payu)\b/i.test(text)) return "sold";
  if (/\b(book\w*|keep|dp)\b/i.test(text)) return "booking";
  if (/\b(available|ready|tersedia|aktif|ada)\b/i.test(text)) return "available";
  if (/\b(draft?|turun\w*|sembunyi\w*)\b/i.test(text)) return "draft";
  return null;
}
