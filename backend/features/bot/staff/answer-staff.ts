import { recordEvent } from "@/backend/features/audit";
import { parseStaffMessage, type StaffReading } from "@/backend/features/language";
import { type Turn, type TurnAnswer, wantsCustomerMode, wantsStaffMode } from "@/backend/features/whatsapp";
import type { Ctx } from "@/backend/platform/ctx";
import type { Tx } from "@/backend/platform/database/database";
import type { BotInput, Facts, StepResult } from "../flow";
import { runCommand } from "../run-command";
import { deleteState, loadStates, type StoredState, saveState } from "../state-store";
import { type OpenedFlow, openFlow, type Transition, transition } from "../transition";
import { botSwitchFlow, startBotSwitch } from "./bot-switch-flow";
import { carChangeFlow, startCarChange } from "./car-change-flow";
import { helpText, NOT_BY_WHATSAPP_YET, unknownText } from "./help";
import { leadFlow, startLead } from "./lead-flow";
import { leadOfferFlow, startOfferReply } from "./lead-offer-flow";
import { modeFlow, startModeSwitch } from "./mode-flow";
import { readOfferReply } from "./read-offer-reply";
import { filtersOf, referenceOf } from "./reading-args";
import { continuesStock, languageFlowOf, routeStaffMessage } from "./route";
import { startDetail, startList, startStats, stockFlow } from "./stock-flow";
import { type UploadContext, uploadContextSchema } from "./upload/context";
import { offerDraft, startUpload, uploadFlow } from "./upload/upload-flow";

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
const MAX_STEPS = 12;

type Answer = { transition: Transition } | { text: string };
/** `deviceId`: the one the staff member writes to. */
type StaffFacts = Facts & { deviceId: string };

/** One turn of a member of staff: route, step, run what the step asks for, keep the state. All in the caller's transaction. */
export async function answerStaff(tx: Tx, ctx: Ctx, turn: Turn, facts: Facts): Promise<TurnAnswer> {
  const { deviceId } = turn.conversation;
  const stored = await loadStates(tx, ctx, turn.conversation.id);
  const opened = stored.flatMap((state) => (state.expired ? [] : (open(state) ?? [])));
  const input = inputOf(turn);
  const current = input ? flowSpokenTo(opened, input) : null;
  const offered = await offerAnswerOf(tx, ctx, turn, input);
  const reading: StaffReading = offered?.reading ?? readingOf(input, current);

  const answer =
    offered ?? (input ? decide(input, reading, current, stored, { ...facts, deviceId }) : { text: CANNOT_READ });
  const replies = "text" in answer ? [answer.text] : await follow(tx, ctx, turn, answer.transition, facts);
  if (reading.command === "cancel" && current) await deleteState(tx, ctx, turn.conversation.id, current.flow);
  await recordEvent(tx, ctx, {
    type: "command.run",
    data: { command: reading.command, flow: "transition" in answer ? answer.transition.flow : "none" },
  });
  const text = replies.filter(Boolean).join("\n\n");
  return { replies: text ? [{ text }] : [], intent: reading.command, entities: { ...reading.args } };
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
  const picks = input.type === "text" && continuesStock(parseStaffMessage(input.text));
  return picks ? latest : (below ?? null);
}

function open(state: StoredState): OpenedFlow | null {
  return (
    openFlow(uploadFlow, state) ??
    openFlow(carChangeFlow, state) ??
    openFlow(stockFlow, state) ??
    openFlow(leadFlow, state) ??
    openFlow(botSwitchFlow, state) ??
    openFlow(modeFlow, state)
  );
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
function photosArrived(input: BotInput, current: OpenedFlow | null, facts: Facts): Answer {
  if (current) return { transition: current.feed(input, facts) };
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
  switch (reading.command) {
    case "upload_start":
    case "upload_details":
      return { transition: transition(uploadFlow, beginUpload(reading, text, stored, current, facts)) };
    case "status_change":
      return {
        transition: transition(
          carChangeFlow,
          startCarChange({ type: "status", status: args.status ?? null }, referenceOf(args)),
        ),
      };
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

function beginUpload(
  reading: StaffReading,
  text: string,
  stored: StoredState[],
  current: OpenedFlow | null,
  facts: Facts,
): StepResult<UploadContext> {
  const left = stored.find(
    ({ flow, expired }) => flow === uploadFlow.name && (expired || current?.flow === uploadFlow.name),
  );
  const context = uploadContextSchema.safeParse(left?.context);
  const isDraft = context.success && left?.version === uploadFlow.version && left.step !== "resume";
  if (reading.command === "upload_start" && isDraft && hasContent(context.data)) return offerDraft(context.data);
  return uploadFlow.step(startUpload(), { type: "text", text: withoutCommand(text) }, facts);
}

function hasContent(context: UploadContext): boolean {
  return context.photoIds.length > 0 || Object.keys(context.draft).length > 0;
}

/** "/upload B 1234 …" → what follows the command. */
function withoutCommand(text: string): string {
  return text.replace(/^\s*[/#]?(upload|tambah)(\s+mobil)?\b[\s:,-]*/i, "");
}

/** Feeds outcomes back until the flow has nothing more to ask, then keeps or clears its state. Returns what was said. */
async function follow(tx: Tx, ctx: Ctx, turn: Turn, first: Transition, facts: Facts): Promise<string[]> {
  const texts = first.replies.map(({ text }) => text);
  let present = first;
  for (let steps = 0; present.command; steps++) {
    if (steps === MAX_STEPS) throw new Error(`flow ${present.flow} does not come to an end`);
    const outcome = await runCommand(tx, ctx, present.command, facts.siteUrl);
    present = present.next(outcome, facts);
    texts.push(...present.replies.map(({ text }) => text));
  }

  const { flow, version, state } = present;
  if (!state) await deleteState(tx, ctx, turn.conversation.id, flow);
  else {
    const context = JSON.parse(JSON.stringify(state.context));
    await saveState(tx, ctx, turn.conversation.id, { flow, version, step: state.step, context });
  }
  return texts;
}
