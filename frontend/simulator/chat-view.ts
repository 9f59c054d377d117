/**
 * One chat as the person who writes to the showroom sees it, or as the showroom's own phone does (`?side=showroom`), oldest
 * first, as GET /simulator/api/chats/:device/:phone says.
 */
export type ChatView = {
  messages: ChatMessage[];
  /** Something the person wrote is still being worked on. */
  isAnswering: boolean;
};

export type ChatMessage = {
  id: string;
  /** Order in the conversation; a bigint, so as text. */
  seq: string;
  /** On the right: written by this side of the chat. */
  isMine: boolean;
  /** Who of the showroom speaks; null for the person who writes to it. */
  speaker: "bot" | "sales" | "owner_phone" | "system" | null;
  /** Name of the speaker, where it is known and this is the showroom's phone. */
  speakerName: string | null;
  kind: string;
  text: string;
  mediaUrl: string | null;
  filename: string | null;
  location: { latitude: number; longitude: number } | null;
  /** The person's messages: delivered, then read once worked on. The showroom's: read once seen on the person's phone. */
  status: "sent" | "delivered" | "read";
  /** ISO 8601. */
  at: string;
  /** Photos with the same id were sent, or answered, together. */
  albumId: string | null;
};
