/** Everything the inbox shows; instants are ISO text, so that it is the same on a page and as JSON. */
export type InboxView = {
  me: { userId: string; name: string; isSales: boolean; mayExport: boolean };
  timezone: string;
  now: string;
  /** Where the live stream goes on after this. */
  liveCursor: string;
  filter: InboxFilterName;
  search: string;
  counts: Record<InboxFilterName, number>;
  chats: ChatRowView[];
  /** Address of the list's next page; null on the last. */
  moreHref: string | null;
  open: OpenChatView | null;
};

export type InboxFilterName = "all" | "unread" | "mine" | "unassigned" | "bot" | "human" | "attention" | "opted_out";

export type SpeakerView =
  | { type: "bot" }
  | { type: "off" }
  | { type: "phone" }
  | { type: "person"; userId: string; name: string };

export type ChatRowView = {
  id: string;
  name: string;
  phone: string | null;
  unread: number;
  lastMessageAt: string;
  lastMessage: { from: MessageFromName; line: string; status: string } | null;
  speaker: SpeakerView;
  attention: string | null;
  isOptedOut: boolean;
  lead: { id: string | null; status: string; score: number; assignee: string | null } | null;
};

export type MessageFromName = "customer" | "bot" | "sales" | "phone" | "system";

export type ChatMessageView = {
  id: string;
  seq: string;
  from: MessageFromName;
  writer: string | null;
  kind: string;
  text: string;
  hasMedia: boolean;
  filename: string | null;
  location: { latitude: number; longitude: number } | null;
  status: string;
  failure: string | null;
  createdAt: string;
};

export type QuickReplyOption = { id: string; shortcut: string; text: string; missing: string[] };

export type UnitOption = { carId: string; name: string; price: string; status: string; imageSrc: string | null };

export type OpenChatView = {
  chat: ChatRowView;
  messages: ChatMessageView[];
  /** Address of the page with older messages; null at the beginning. */
  olderHref: string | null;
  /** Of the next message: a repeated form sends nothing twice. */
  sendKey: string;
  /** What stands in the composer. */
  draft: string;
  /** Variables of a quick reply that nobody knows here, to be asked for. */
  missing: string[];
  error: string | null;
  /** null: may write. */
  whyNot: string | null;
  quickReplies: QuickReplyOption[];
  unitSearch: string | null;
  units: UnitOption[];
  lead: LeadPanelView | null;
};

export type LeadPanelView = {
  id: string;
  name: string;
  status: string;
  score: number;
  reasons: string[];
  source: string;
  tags: string[];
  isOpen: boolean;
  assigneeId: string | null;
  assigneeName: string | null;
  assignees: { value: string; label: string }[];
  interests: { carId: string; name: string; price: string; status: string }[];
  notes: { id: string; text: string; who: string; at: string }[];
};
