import { recordEvent } from "@/backend/features/audit";
import { parseStaffMessage, type StaffReading } from "@/backend/features/language";
import { type Turn, type TurnAnswer, wantsCustomerMode, wantsStaffMode } from "@/backend/features/whatsapp";
import type { Actor } from "@/backend/platform/actor";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import { type BotInput, type Facts, NOT_ALLOWED } from "../flow";
import { deleteState, loadStates, type StoredState } from "../state-store";
import { type OpenedFlow, type Transition, transition } from "../transition";
import { botSwitchFlow, startBotSwitch } from "./bot-switch-flow";
import { carChangeFlow, startCarChange } from "./car-change-flow";
import { follow } from "./follow";
import { helpText, NOT_BY_WHATSAPP_YET, unknownText } from "./help";
import { leadFlow, startLead } from "./lead-flow";
import { leadOfferFlow, startOfferReply } from "./lead-offer-flow";
import { mayCommand } from "./may-command";
import { modeFlow, startModeSwitch } from "./mode-flow";
import { openAll } from "./open-flows";
import {
  isPinAsked,
  judgePin,
  keepPassed,
  PIN_FLOW,
  PIN_IS_RIGHT,
  PIN_NOT_ASKED,
  type PinVerdict,
  tellsPinUnasked,
  waitingForPin,
} from "./pin";
import { readOfferReply } from "./read-offer-reply";
import { filtersOf, referenceOf } from "./reading-args";
import { languageFlowOf, routeStaffMessage } from "./route";
import { picksFromList, startDetail, startList, startStats, stockFlow } from "./stock-flow";
import { beginUpload } from "./upload/begin-upload";
import { startUpload, uploadFlow } from "./upload/upload-flow";

const CANNOT_READ = "Maaf, di sini saya hanya bisa membaca teks dan foto.";
const COMMANDS_ARE_OFF =
  "Perintah stok lewat WhatsApp sedang dimatikan pemilik showroom. Silakan pakai dashboard; lead dan /bot tetap bisa di sini.";
/** Talking to customers goes on whatever the owner allows to be changed by WhatsApp. */
const ALWAYS_POSSIBLE = new Set<StaffReading["command"]>([
  "bot_on",
  "bot_off",
  "help",
  "lead_create",
  "confirm",
  "deny",
]);

type Answer = { transition: Transition } | { text: string };
/** `deviceId`: the one the staff member writes to. */
type StaffFacts = Facts & { deviceId: string; actor: Actor };

/** One turn of a member of staff: route, step, run what the step asks for, keep the state. All in the caller's transaction. */
export async function answerStaff(
  tx: Tx,
  ctx: Ctx,
  turn: Turn,
  facts: Facts,
  verdict: PinVerdict | null = null,
): Promise<TurnAnswer> {
  const { id: conversationId, deviceId } = turn.conversation;
  const stored = await loadStates(tx, ctx, conversationId);
  const input = inputOf(turn);
  const withPin = verdict && (await pinAnswerOf(tx, ctx, turn, { verdict, stored, facts }));
  if (withPin) return withPin;
  if (input?.type === "text" && tellsPinUnasked(stored, input.text)) {
    return { replies: [{ text: PIN_NOT_ASKED }], intent: "pin", isSecret: true };
  }

  const opened = openAll(stored);
  const current = input ? flowSpokenTo(opened, input) : null;
  const offered = await offerAnswerOf(tx, ctx, turn, input);
  const reading: StaffReading = offered?.reading ?? readingOf(input, current);

  const answer =
    offered ??
    (input ? decide(input, reading, current, stored, { ...facts, deviceId, actor: ctx.actor }) : { text: CANNOT_READ });
  const said = { text: input?.type === "text" ? input.text : "", stored, isPinTold: false };
  const replies =
    "text" in answer ? [answer.text] : await follow(tx, ctx, turn, { first: answer.transition, said, facts });
  if (reading.command === "cancel") {
    const pin = isPinAsked(stored) ? PIN_FLOW : undefined;
    for (const flow of [current?.flow, pin]) if (flow) await deleteState(tx, ctx, conversationId, flow);
  }
  await recordCommand(tx, ctx, reading.command, "transition" in answer ? answer.transition.flow : "none");
  return { replies: toReplies(replies), intent: reading.command, entities: { ...reading.args } };
}

/** The PIN of a turn, looked at before its transaction. */
export async function judgePinOf(ctx: Ctx, turn: Turn): Promise<PinVerdict | null> {
  const input = inputOf(turn);
  return input?.type === "text" ? judgePin(ctx, turn.conversation.id, input.text) : null;
}

type PinView = { verdict: PinVerdict; stored: StoredState[]; facts: Facts };

/** A PIN that was asked for: what waits for it goes on. The message is not kept, right or wrong. */
async function pinAnswerOf(
  tx: Tx,
  ctx: Ctx,
  turn: Turn,
  { verdict: { problem }, stored, facts }: PinView,
): Promise<TurnAnswer | null> {
  const waiting = waitingForPin(stored);
  if (!waiting) return null;

  if (!problem) await keepPassed(tx, ctx, turn.conversation.id);
  const held = problem || waiting.movedOn ? undefined : openAll(stored).find(({ flow }) => flow === waiting.flow);
  const { text } = waiting;
  const replies = held
    ? await follow(tx, ctx, turn, {
        first: held.feed({ type: "text", text }, facts),
        said: { text, stored, isPinTold: true },
        facts,
      })
    : [problem ?? PIN_IS_RIGHT];
  await recordCommand(tx, ctx, "pin", waiting.flow);
  return { replies: toReplies(replies), intent: "pin", isSecret: true };
}

async function recordCommand(tx: Tx, ctx: Ctx, command: string, flow: string): Promise<void> {
  await recordEvent(tx, ctx, { type: "command.run", data: { command, flow } });
}

function toReplies(texts: string[]): TurnAnswer["replies"] {
  const text = texts.filter(Boolean).join("\n\n");
  return text ? [{ text }] : [];
}

/** "1" to a lead that was offered later than anything else was said here. */
async function offerAnswerOf(tx: Tx, ctx: Ctx, turn: Turn, input: BotInput | null) {
  if (input?.type !== "text") return null;
  const reply = await readOfferReply(tx, ctx, turn.conversation.id, input.text);
  if (!reply) return null;
  const reading: StaffReading = { command: reply.answer === "take" ? "lead_take" : "lead_skip", args: {} };
  return { transition: transition(leadOfferFlow, startOfferReply(reply, turn.conversation.deviceId)), reading };
}

/** The latest flow; but an open list is only spoken to by picking from it, so anything else reaches what lies under it. */
function flowSpokenTo(opened: OpenedFlow[], input: BotInput): OpenedFlow | null {
  const [latest, below] = opened;
  if (latest?.flow !== stockFlow.name) return latest ?? null;
  const picks = input.type === "text" && picksFromList(latest.context, input.text);
  return picks ? latest : (below ?? null);
}

function inputOf(turn: Turn): BotInput | null {
  const text = turn.messages
    .map((message) => message.text)
    .filter(Boolean)
    .join("\n");
  if (turn.messages.some(({ kind }) => kind === "image")) {
    return { type: "photos", photos: turn.photos, refusals: turn.photoRefusals, caption: text };
  }
  return turn.messages.some(({ kind }) => kind === "text") ? { type: "text", text } : null;
}

function readingOf(input: BotInput | null, current: OpenedFlow | null): StaffReading {
  const text = input?.type === "text" ? input.text : "";
  return text ? parseStaffMessage(text, { flow: languageFlowOf(current) }) : { command: "unknown", args: {} };
}

function decide(
  input: BotInput,
  reading: StaffReading,
  current: OpenedFlow | null,
  stored: StoredState[],
  facts: StaffFacts,
): Answer {
  if (!facts.hasCommands && !ALWAYS_POSSIBLE.has(reading.command)) return { text: COMMANDS_ARE_OFF };
  if (input.type === "photos") return photosArrived(input, current, facts);
  if (input.type !== "text") return { text: CANNOT_READ };
  if (wantsCustomerMode(input.text) || wantsStaffMode(input.text)) {
    return { transition: transition(modeFlow, startModeSwitch(wantsCustomerMode(input.text))) };
  }

  const route = routeStaffMessage(reading, input.text, current);
  if (route.type === "continue" && current) return { transition: current.feed(input, facts) };
  if (route.type === "cancel") return { text: cancelText(current) };
  if (route.type === "start") return start(route.reading, input.text, stored, current, facts);
  return { text: unknownText(input.text) };
}

/** Pictures belong to the upload that is open; otherwise they begin one. */
function photosArrived(input: BotInput, current: OpenedFlow | null, facts: StaffFacts): Answer {
  if (current) return { transition: current.feed(input, facts) };
  if (!mayCommand(facts.actor, "upload_start")) return { text: NOT_ALLOWED };
  return { transition: transition(uploadFlow, uploadFlow.step(startUpload(), input, facts)) };
}

function cancelText(current: OpenedFlow | null): string {
  if (!current) return "Tidak ada yang sedang berjalan.";
  return current.flow === "upload" ? "Upload dibatalkan." : "Baik, dibatalkan. Tidak ada yang diubah.";
}

function start(
  reading: StaffReading,
  text: string,
  stored: StoredState[],
  current: OpenedFlow | null,
  facts: StaffFacts,
): Answer {
  const { args } = reading;
  if (!mayCommand(facts.actor, reading.command)) return { text: NOT_ALLOWED };
  switch (reading.command) {
    case "upload_start":
    case "upload_details":
      return { transition: transition(uploadFlow, beginUpload(reading, text, stored, current, facts)) };
    case "status_change": {
      const change = { type: "status", status: args.status ?? null, soldPriceRupiah: args.price ?? null } as const;
      return { transition: transition(carChangeFlow, startCarChange(change, referenceOf(args))) };
    }
    case "price_change":
      return {
        transition: transition(
          carChangeFlow,
          startCarChange({ type: "price", priceRupiah: args.price ?? null }, referenceOf(args)),
        ),
      };
    case "list":
    case "search":
      return { transition: transition(stockFlow, startList(filtersOf(args), args.page ?? 1)) };
    case "detail":
      return { transition: transition(stockFlow, startDetail(referenceOf(args))) };
    case "stats":
      return { transition: transition(stockFlow, startStats(args.period ?? "today")) };
    case "lead_create":
      return { transition: transition(leadFlow, startLead(args.name, args.phone)) };
    case "help":
      return { text: helpText(facts.staffName) };
    case "bot_off":
    case "bot_on": {
      const who = { phone: args.phone, text };
      const begun = startBotSwitch(reading.command === "bot_on", facts.deviceId, who);
      return { transition: transition(botSwitchFlow, begun) };
    }
    case "photos_change":
    case "edit_field":
    case "edit":
      return { text: NOT_BY_WHATSAPP_YET };
    default:
      return { text: unknownText(text) };
  }
}
