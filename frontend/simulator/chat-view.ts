/** One chat as the phone's owner sees it, oldest first, as GET /simulator/api/chats/:device/:phone says. */
export type ChatView = {
  messages: ChatMessage[];
  /** Something the person wrote is still being worked on. */
  isAnswering: boolean;
};

export type ChatMessage = {
  id: string;
  /** Order in the conversation; a bigint, so as text. */
  seq: string;
  /** Written on this phone, as opposed to by the showroom. */
  isMine: boolean;
  /** Who of the showroom speaks; null for one's own messages. */
  speaker: "bot" | "sales" | "owner_phone" | "system" | null;
  kind: string;
  text: string;
  mediaUrl: string | null;
  filename: string | null;
  location: { latitude: number; longitude: number } | null;
  /** Own messages: delivered, then read once the showroom has worked on them. The showroom's: read once seen here. */
  status: "sent" | "delivered" | "read";
  /** ISO 8601. */
  at: string;
  /** Photos with the same id were sent, or answered, together. */
  albumId: string | null;
};
