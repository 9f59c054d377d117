/** A customer's chat as staff see it in a list: "*Rina* (0812-3456-7890)". */
export type Chat = { id: string; label: string; phone: string | null };

export type BotSwitchCommand =
  | { type: "look_at_bot"; deviceId: string }
  | { type: "find_chats"; phone?: string | undefined; name?: string | undefined }
  | { type: "switch_chat_bot"; conversationId: string; on: boolean }
  | { type: "switch_device_bot"; deviceId: string; on: boolean };

export type BotSwitchOutcome =
  /** `held`: chats the asking person has; `latest`: those the bot answers. */
  | { type: "bot_looked_at"; isDeviceOn: boolean; maySwitchDevice: boolean; held: Chat[]; latest: Chat[] }
  | { type: "chats_found"; chats: Chat[] }
  | { type: "chat_bot_on"; chat: Chat; wasSilent: boolean; isDeviceOn: boolean }
  /** `holder`: "you", or a name. */
  | { type: "chat_bot_off"; chat: Chat; holder: string; isNew: boolean }
  /** A colleague has it, and keeps it. */
  | { type: "chat_held"; chat: Chat; holder: string }
  | { type: "device_bot_switched"; on: boolean };
