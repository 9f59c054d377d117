import { z } from "zod";
import type { Chat } from "../bot-switch";
import { ask, type Flow, type FlowState, type Outcome, PHOTOS_NOT_HERE, type StepResult, say } from "../flow";
import { ALREADY_OFF, ALREADY_ON, chatOff, chatOn, deviceSwitched, listed, NOTHING_HELD } from "./bot-switch-texts";
import { readChoice, wantsNo, wantsYes } from "./choice";

const chatSchema = z.object({ id: z.string(), label: z.string(), phone: z.string().nullable() });
const contextSchema = z.object({ on: z.boolean(), deviceId: z.string(), chats: z.array(chatSchema) });
type Context = z.infer<typeof contextSchema>;
type State = FlowState<Context>;
type Result = StepResult<Context>;

/**
 * `/bot off|on`: for the customer who is named, for the one the asking person has, or for all chats of the number. A
 * choice is offered when several fit; the whole number is switched off only after a yes.
 */
export const botSwitchFlow: Flow<Context> = {
  name: "bot_switch",
  version: 1,
  contextSchema,
  step(state, input) {
    if (input.type === "text") return takeText(state, input.text);
    if (input.type === "photos") return say(state, PHOTOS_NOT_HERE);
    return takeOutcome(state, input);
  },
};

export function startBotSwitch(
  on: boolean,
  deviceId: string,
  who: { phone?: string | undefined; text: string },
): Result {
  const state: State = { step: "looking", context: { on, deviceId, chats: [] } };
  const name = nameIn(who.text);
  if (who.phone) return ask(state, { type: "find_chats", phone: who.phone });
  if (!name) return ask(state, { type: "look_at_bot", deviceId });
  return ask(state, /\d{4}/.test(name) ? { type: "find_chats", phone: name } : { type: "find_chats", name });
}

/** "/bot on buat Rina" → "Rina"; only after the bare command, since "bot diem dulu ya" names nobody. */
function nameIn(text: string): string {
  const rest = /^\s*[/#]?bot\s+(?:on|off)\b[\s:,]*(.*)$/is.exec(text)?.[1] ?? "";
  return rest
    .replace(/^(?:(?:untuk|buat|di|ke|chat|sama|si|kak|pak|bu|mas|mbak)\s+)+/i, "")
    .replace(/(?:(?:^|\s+)(?:ya|dong|dulu|lagi|aja|semua|sekarang))+\s*$/i, "")
    .trim();
}

function takeText(state: State, text: string): Result {
  const { on, deviceId, chats } = state.context;
  if (wantsNo(text)) return say(null, "Baik, tidak ada yang diubah.");
  if (state.step === "confirm") {
    return wantsYes(text) ? ask(state, { type: "switch_device_bot", deviceId, on }) : say(state, CONFIRM);
  }
  const index = readChoice(text, chats.length);
  const chosen = index === null ? undefined : chats[index];
  if (chosen) return switchChat(state, chosen);
  return say(state, `Pilih nomor 1 sampai ${chats.length}, atau ketik BATAL.`);
}

function takeOutcome(state: State, outcome: Outcome): Result {
  switch (outcome.type) {
    case "bot_looked_at":
      return state.context.on ? lookedToSwitchOn(state, outcome) : lookedToSwitchOff(state, outcome);
    case "chats_found":
      return outcome.chats.length > 0
        ? chooseOrSwitch(state, outcome.chats)
        : say(null, `Chat pelanggan itu tidak ketemu. Tulis nomornya, contoh: /bot ${onOff(state)} 081234567890`);
    case "chat_bot_on":
      return say(null, chatOn(outcome));
    case "chat_bot_off":
      return say(null, chatOff(outcome));
    case "chat_held":
      return say(null, `Chat ${outcome.chat.label} sedang dipegang ${outcome.holder}, jadi bot memang diam di sana.`);
    case "device_bot_switched":
      return say(null, deviceSwitched(outcome.on));
    case "refused":
      return say(null, outcome.message);
    default:
      return say(state);
  }
}

type Looked = Extract<Outcome, { type: "bot_looked_at" }>;

function lookedToSwitchOn(state: State, { isDeviceOn, maySwitchDevice, held }: Looked): Result {
  const { deviceId } = state.context;
  if (!isDeviceOn && maySwitchDevice) return ask(state, { type: "switch_device_bot", deviceId, on: true });
  if (held.length > 0) return chooseOrSwitch(state, held);
  return say(null, maySwitchDevice ? ALREADY_ON : NOTHING_HELD);
}

function lookedToSwitchOff(state: State, { isDeviceOn, maySwitchDevice, latest }: Looked): Result {
  if (!maySwitchDevice) {
    if (latest.length === 0) return say(null, "Belum ada chat pelanggan yang sedang dijawab bot.");
    return choose(state, latest);
  }
  return isDeviceOn ? say({ ...state, step: "confirm" }, CONFIRM) : say(null, ALREADY_OFF);
}

function chooseOrSwitch(state: State, chats: Chat[]): Result {
  const [only, ...others] = chats;
  return only && others.length === 0 ? switchChat(state, only) : choose(state, chats);
}

function choose(state: State, chats: Chat[]): Result {
  const question = state.context.on ? "Bot dinyalakan di chat siapa?" : "Bot didiamkan di chat siapa?";
  return say({ step: "choose", context: { ...state.context, chats } }, listed(question, chats));
}

function switchChat(state: State, { id: conversationId }: Chat): Result {
  return ask({ ...state, step: "switching" }, { type: "switch_chat_bot", conversationId, on: state.context.on });
}

function onOff({ context }: State): string {
  return context.on ? "on" : "off";
}

const CONFIRM = "Matikan bot untuk SEMUA chat di nomor ini? Ketik YA";
