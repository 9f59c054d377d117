export { type ConversationDigestOptions, conversationDigest } from "./conversation-digest";
export { customerDataSummary } from "./customer-data-summary";
export { customerLabel } from "./customer-label";
export { eraseCustomer } from "./erase-customer";
export {
  type CustomerConversation,
  type CustomerConversationQuery,
  findCustomerConversations,
} from "./find-customer-conversations";
export { finishErasure } from "./finish-erasure";
export { getDeviceBot } from "./get-device-bot";
export { type HandedBack, handBack } from "./hand-back";
export { notifyOwners, notifyStaff, type StaffNotice } from "./notify-staff";
export { relayToHolder } from "./relay-to-holder";
export { resumeSilentConversation } from "./resume-silent-conversation";
export type { HandBackInput, TakeOverInput } from "./schemas";
export { keepBotSilent, setConversationBot, setDeviceBot } from "./set-bot";
export { type TakenOver, takeOver } from "./take-over";
