import type { ConversationSummary, MessageView } from "@/backend/features/conversations";
import type { ChatMessageView, ChatRowView } from "@/frontend/dashboard/inbox/inbox-view";

export function toChatRow({ deviceNumber: _, lastMessageAt, ...chat }: ConversationSummary): ChatRowView {
  return { ...chat, lastMessageAt: lastMessageAt.toISOString() };
}

export function toChatMessage({ createdAt, ...message }: MessageView): ChatMessageView {
  return { ...message, createdAt: createdAt.toISOString() };
}
