export {
  type AnsweredQuestion,
  type AnswerWaitingQuestionInput,
  answerWaitingQuestion,
} from "./answer-waiting-question";
export { type ConversationDigestOptions, conversationDigest } from "./conversation-digest";
export type { ConversationSummary, MessageFrom, Speaker } from "./conversation-view";
export { customerDataSummary } from "./customer-data-summary";
export { customerLabel } from "./customer-label";
export { eraseCustomer } from "./erase-customer";
export { exportMessages } from "./export-messages";
export { type FilledReply, fillQuickReply, REPLY_VARIABLES, type ReplyVariable } from "./fill-quick-reply";
export {
  type CustomerConversation,
  type CustomerConversationQuery,
  findCustomerConversations,
} from "./find-customer-conversations";
export { finishErasure } from "./finish-erasure";
export { getDeviceBot } from "./get-device-bot";
export { type HandedBack, handBack } from "./hand-back";
export { type ConversationPage, getConversation, listConversations } from "./list-conversations";
export { listMessages, type MessagePage } from "./list-messages";
export { markConversationRead, settleAttention } from "./mark-read";
export type { MessageStatus, MessageView } from "./message-view";
export { notifyOwners, notifyStaff, type StaffNotice } from "./notify-staff";
export {
  addQuickReply,
  deleteQuickReply,
  editQuickReply,
  listQuickReplies,
  type QuickReplyView,
} from "./quick-replies";
export { type MessageMedia, readMessageMedia } from "./read-message-media";
export { relayToHolder } from "./relay-to-holder";
export { resendMessage } from "./resend-message";
export { resumeSilentConversation } from "./resume-silent-conversation";
export { type AdminConversationDeps, adminConversationRoutes, adminQuickReplyRoutes } from "./routes.admin";
export type { HandBackInput, TakeOverInput } from "./schemas";
export { INBOX_FILTERS, type InboxFilter, MAX_MESSAGE_LENGTH, MAX_PHOTOS, type SendAsPersonInput } from "./schemas";
export { type SentAsPerson, sendAsPerson } from "./send-as-person";
export { keepBotSilent, setConversationBot, setDeviceBot } from "./set-bot";
export { storeChatPhoto } from "./store-chat-photo";
export { type TakenOver, takeOver } from "./take-over";
export { takeOverMyself } from "./take-over-myself";
