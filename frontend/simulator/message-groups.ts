import type { ChatMessage } from "./chat-view";

/** A message as shown: also one that is still on its way to the server. */
export type ShownMessage = Omit<ChatMessage, "status"> & { status: ChatMessage["status"] | "sending" | "failed" };

export type MessageGroup = {
  key: string;
  /** One message, or the photos of an album. */
  messages: [ShownMessage, ...ShownMessage[]];
  /** The first bubble after somebody else spoke, or of a new day: it gets the tail. */
  startsRun: boolean;
  /** "Hari ini", "Kemarin", "12 November 2026" above the first message of a day; else null. */
  day: string | null;
};

/** Bubbles of a chat: photos sent together become one album, unless two of them have words of their own. */
export function groupMessages(messages: ShownMessage[], now: Date): MessageGroup[] {
  const groups: MessageGroup[] = [];
  for (const message of messages) {
    const previous = groups.at(-1);
    if (previous && belongsToAlbum(previous.messages, message)) {
      previous.messages.push(message);
      continue;
    }
    const day = dayName(new Date(message.at), now);
    const isNewDay = !previous || dayName(new Date(previous.messages[0].at), now) !== day;
    const startsRun = isNewDay || !isSameVoice(previous.messages[0], message);
    groups.push({ key: message.id, messages: [message], startsRun, day: isNewDay ? day : null });
  }
  return groups;
}

function isSameVoice(one: ShownMessage, other: ShownMessage): boolean {
  return one.isMine === other.isMine && one.speaker === other.speaker && one.speakerName === other.speakerName;
}

function belongsToAlbum(album: MessageGroup["messages"], message: ShownMessage): boolean {
  const [first] = album;
  const isPhotoToo = first.kind === "image" && message.kind === "image";
  const isSameBatch = first.albumId !== null && first.albumId === message.albumId && isSameVoice(first, message);
  const captions = [...album, message].filter(({ text }) => text !== "");
  return isPhotoToo && isSameBatch && captions.length <= 1;
}

const dayFormat = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "long", year: "numeric" });

/** "Hari ini", "Kemarin", "12 November 2026". */
export function dayName(at: Date, now: Date): string {
  const day = dayFormat.format(at);
  if (day === dayFormat.format(now)) return "Hari ini";
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  return day === dayFormat.format(yesterday) ? "Kemarin" : day;
}
