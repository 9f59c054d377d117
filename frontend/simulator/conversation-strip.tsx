import type { DeviceChat } from "./device-chats-view";
import { HOLDER_ICONS, holderSentence } from "./holder-mark";
import { PhoneIcon } from "./icons";
import { firstName, showNumber } from "./people";

type ConversationStripProps = {
  chat: DeviceChat | null;
  /** Where the showroom is, when that is not clear. */
  city: string | null;
};

/** What the showroom knows about the conversation that is being followed: who has it, and how warm the lead is. */
export function ConversationStrip({ chat, city }: ConversationStripProps) {
  const [who, does] = chat ? holderSentence(chat.holder) : [];
  return (
    <div className="strip" role="status" data-empty={chat === null}>
      {chat ? (
        <>
          <span className="strip-name">
            {chat.name || showNumber(chat.phone)}
            {city && <span>, {city}</span>}
          </span>
          <span className="strip-mark" data-holder={chat.holder.type}>
            <PhoneIcon name={HOLDER_ICONS[chat.holder.type]} className="size-4" />
            {who} <span className="strip-does">{does}</span>
          </span>
          {chat.lead && (
            <span className="strip-mark" data-lead={chat.lead.status}>
              <PhoneIcon name="flame" className="size-4" />
              {LEADS[chat.lead.status]}
              {chat.lead.score > 0 && `, skor ${chat.lead.score}`}
            </span>
          )}
          {chat.offeredTo && (
            <span className="strip-mark" data-offered="true">
              <PhoneIcon name="send" className="size-4" />
              Ditawarkan ke {firstName(chat.offeredTo.name)}
            </span>
          )}
        </>
      ) : (
        <span>Siapa yang menjawab pelanggan akan terlihat di sini.</span>
      )}
    </div>
  );
}

const LEADS = {
  new: "Lead baru",
  warm: "Lead hangat",
  hot: "Lead panas",
  cold: "Lead dingin",
  closed: "Lead jadi beli",
  lost: "Lead batal",
} as const;
