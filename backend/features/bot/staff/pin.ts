import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { checkPin, hasPin, TooManyTriesError } from "@/backend/features/accounts";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { withTenant } from "@/backend/platform/database/with-tenant";
import type { Command } from "../flow";
import { loadStates, type StoredState, saveState } from "../state-store";
import { stockFlow } from "./stock-flow";

/** Rows of this name: "asked" while the PIN is waited for, "passed" as long as it counts. */
export const PIN_FLOW = "pin";
export const PIN_PASSED = "passed";
const PIN_ASKED = "asked";
const VERSION = 1;
/** A PIN told once is good for this long in the same chat: an owner puts five cars online in a row. */
const GOOD_FOR_MINUTES = 15;

/** What changes the stock, and so wants the PIN of whoever has one: a number in wrong hands must not sell a car. */
const GUARDED = new Set<Command["type"]>(["create_car", "update_car", "set_status", "set_price"]);

export const PIN_IS_RIGHT = "🔓 PIN benar. Ulangi jawaban Anda untuk melanjutkan.";
export const PIN_NOT_ASKED = "PIN sedang tidak diminta, jadi tidak saya simpan. Ulangi dulu perintahnya bila perlu.";
const WRONG_PIN = "PIN salah, belum ada yang diubah. Ketik PIN yang benar, atau BATAL.";

const askedSchema = z.object({ flow: z.string(), step: z.string(), context: z.unknown(), text: z.string() });

/** What waits for the PIN: `text` is said to the flow again once the PIN was right, if the flow still is where it was. */
export type Guarded = z.infer<typeof askedSchema>;

/** Whether `command` has to wait until the PIN was told. */
export async function needsPin(ctx: Ctx, command: Command, stored: readonly StoredState[]): Promise<boolean> {
  if (!GUARDED.has(command.type)) return false;
  const isPassed = stored.some(({ flow, step, expired }) => flow === PIN_FLOW && step === PIN_PASSED && !expired);
  return !isPassed && (await hasPin(ctx));
}

/** What waits for a PIN; `movedOn` when its flow has taken something else meanwhile, at the same step. */
export function waitingForPin(stored: readonly StoredState[]): (Guarded & { movedOn: boolean }) | null {
  const present = stored.filter(({ flow, expired }) => !expired && flow !== stockFlow.name);
  const pin = present.find(({ flow, step, version }) => flow === PIN_FLOW && step === PIN_ASKED && version === VERSION);
  const asked = askedSchema.safeParse(pin?.context);
  const other = present.find(({ flow }) => flow !== PIN_FLOW);
  if (!asked.success || other?.flow !== asked.data.flow || other.step !== asked.data.step) return null;
  return { ...asked.data, movedOn: !isDeepStrictEqual(other.context, asked.data.context) };
}

const COURTESY =
  /\b(?:pin|saya|sy|aku|ku|nya|ini|itu|adalah|kak|pak|bapak|bu|ibu|mas|mbak|bang|om|min|bos|ya+|iya|ok|oke|nih|dong|gan|maaf|tadi|yang|yg|bener|benar)\b/gi;

/** Digits with nothing but courtesies around them: "1234", "pin saya 12 34 ya". One or two are a choice, never a PIN. */
export function readPin(text: string): string | null {
  const rest = text.replace(COURTESY, " ").trim();
  const digits = /^\W*((?:\d[\s.-]*){3,12})\W*$/.exec(rest)?.[1];
  if (digits) return digits.replace(/\D/g, "");
  return /\bpin\b/i.test(text) ? (/^\D*(\d{4,6})\D*$/.exec(text)?.[1] ?? null) : null;
}

export function isPinAsked(stored: readonly StoredState[]): boolean {
  return stored.some(({ flow, step, expired }) => flow === PIN_FLOW && step === PIN_ASKED && !expired);
}

/** A PIN was asked for lately, and this tells one though none is waited for: by its word, or with nothing else open. */
export function tellsPinUnasked(stored: readonly StoredState[], text: string): boolean {
  const present = stored.filter(({ expired }) => !expired);
  const isLately = present.some(({ flow }) => flow === PIN_FLOW);
  const isNothingOpen = present.every(({ flow }) => flow === PIN_FLOW || flow === stockFlow.name);
  const pin = readPin(text);
  return isLately && pin !== null && (/\bpin\b/i.test(text) || (isNothingOpen && /^\d{4,6}$/.test(pin)));
}

/** Asks for it: `text`, just said to `flow`, waits. */
export async function askForPin(
  tx: Tx,
  ctx: Ctx,
  conversationId: string,
  { text, flow, stored }: { text: string; flow: string; stored: readonly StoredState[] },
): Promise<string> {
  const held = stored.find((state) => state.flow === flow);
  const guarded: Guarded = { text, flow, step: held?.step ?? "", context: held?.context ?? null };
  const context = JSON.parse(JSON.stringify(guarded));
  await saveState(tx, ctx, conversationId, { flow: PIN_FLOW, version: VERSION, step: PIN_ASKED, context });
  return "🔒 Ketik PIN Anda untuk melanjutkan, atau BATAL.";
}

export type PinVerdict = { pin: string; problem: string | null };

/**
 * Looks at the PIN a turn tells, before its transaction opens; null when it tells none that is waited for. `problem`: why
 * it was not taken, as a sentence.
 */
export async function judgePin(ctx: Ctx, conversationId: string, text: string): Promise<PinVerdict | null> {
  const pin = readPin(text);
  if (pin === null) return null;
  const stored = await withTenant(ctx, (tx) => loadStates(tx, ctx, conversationId));
  if (!waitingForPin(stored)) return null;
  try {
    return { pin, problem: (await checkPin(ctx, pin)) ? null : WRONG_PIN };
  } catch (error) {
    if (error instanceof TooManyTriesError) return { pin, problem: error.userMessage };
    throw error;
  }
}

/** From now on no PIN is asked for a while. */
export async function keepPassed(tx: Tx, ctx: Ctx, conversationId: string): Promise<void> {
  const passed = { flow: PIN_FLOW, version: VERSION, step: PIN_PASSED, context: {}, ttlMinutes: GOOD_FOR_MINUTES };
  await saveState(tx, ctx, conversationId, passed);
}
