import {
  type CustomerConversation,
  customerLabel,
  findCustomerConversations,
  getDeviceBot,
  handBack,
  keepBotSilent,
  setConversationBot,
  setDeviceBot,
  takeOver,
} from "@/backend/features/conversations";
import type { Ctx } from "@/backend/platform/ctx";
import { ForbiddenError, NotFoundError } from "@/backend/platform/errors";
import type { BotSwitchCommand, BotSwitchOutcome, Chat } from "./bot-switch";

/** Sales choose from so many of their latest chats. */
const LATEST_SHOWN = 5;

/** What `/bot on` and `/bot off` look at and do. */
export async function runBotSwitch(ctx: Ctx, command: BotSwitchCommand): Promise<BotSwitchOutcome> {
  switch (command.type) {
    case "look_at_bot":
      return lookAtBot(ctx, command.deviceId);
    case "find_chats": {
      const { phone, name } = command;
      return { type: "chats_found", chats: (await findCustomerConversations(ctx, { phone, name })).map(toChat) };
    }
    case "switch_chat_bot": {
      const conversation = await getConversation(ctx, command.conversationId);
      return command.on ? switchOn(ctx, conversation) : switchOff(ctx, conversation);
    }
    case "switch_device_bot":
      await setDeviceBot(ctx, { deviceId: command.deviceId, enabled: command.on });
      return { type: "device_bot_switched", on: command.on };
  }
}

async function lookAtBot(ctx: Ctx, deviceId: string): Promise<BotSwitchOutcome> {
  const { userId, role } = userOf(ctx);
  const { enabled } = await getDeviceBot(ctx, { deviceId });
  const held = await findCustomerConversations(ctx, { heldBy: userId });
  const latest = await findCustomerConversations(ctx, { deviceId, takenOver: false });
  return {
    type: "bot_looked_at",
    isDeviceOn: enabled,
    maySwitchDevice: role !== "sales",
    held: held.map(toChat),
    latest: latest.slice(0, LATEST_SHOWN).map(toChat),
  };
}

async function switchOn(ctx: Ctx, conversation: CustomerConversation): Promise<BotSwitchOutcome> {
  const { id: conversationId, botEnabled, deviceBotEnabled } = conversation;
  if (!botEnabled) await setConversationBot(ctx, { conversationId, enabled: true });
  const { wasTakenOver } = await handBack(ctx, { conversationId, by: "command" });
  const wasSilent = wasTakenOver || !botEnabled;
  return { type: "chat_bot_on", chat: toChat(conversation), wasSilent, isDeviceOn: deviceBotEnabled };
}

/** Who has the conversation keeps it: sales are told, for owner and admin the silence is counted anew. */
async function switchOff(ctx: Ctx, conversation: CustomerConversation): Promise<BotSwitchOutcome> {
  const { userId, role } = userOf(ctx);
  const { id: conversationId, isTakenOver, holder } = conversation;
  const chat = toChat(conversation);
  if (!isTakenOver) {
    await takeOver(ctx, { conversationId, userId, via: "command" });
    return { type: "chat_bot_off", chat, holder: "you", isNew: true };
  }
  const isTheirs = holder?.userId === userId;
  const isColleagues = holder !== null && !isTheirs;
  if (!isColleagues || role !== "sales") await keepBotSilent(ctx, { conversationId });
  if (isColleagues && role === "sales") return { type: "chat_held", chat, holder: holder.name };
  return { type: "chat_bot_off", chat, holder: isTheirs ? "you" : (holder?.name ?? "HP showroom"), isNew: false };
}

async function getConversation(ctx: Ctx, conversationId: string): Promise<CustomerConversation> {
  const [conversation] = await findCustomerConversations(ctx, { conversationId });
  if (!conversation) throw new NotFoundError("conversation");
  return conversation;
}

function toChat({ id, name, phone }: CustomerConversation): Chat {
  return { id, label: customerLabel({ name, phone }), phone };
}

function userOf({ actor }: Ctx) {
  if (actor.type !== "user") throw new ForbiddenError("only staff switch the bot");
  return actor;
}
