import type { Holder } from "./device-chats-view";
import { PhoneIcon } from "./icons";
import { firstName } from "./people";

/** A small label that says who of the showroom speaks in a conversation. */
export function HolderMark({ holder }: { holder: Holder }) {
  return (
    <span className="holder-mark" data-holder={holder.type}>
      <PhoneIcon name={HOLDER_ICONS[holder.type]} className="size-3.5" />
      {shortHolderName(holder)}
    </span>
  );
}

export const HOLDER_ICONS = { bot: "bot", person: "tag", showroom_phone: "phone", nobody: "pause" } as const;

/** "Bot", "Budi", "HP showroom". */
function shortHolderName(holder: Holder): string {
  if (holder.type === "person") return firstName(holder.name);
  return { bot: "Bot", showroom_phone: "HP showroom", nobody: "Bot mati" }[holder.type];
}

/** "Bot" "menjawab", "Budi" "mengambil alih": who it is, and the words after it. */
export function holderSentence(holder: Holder): [who: string, does: string] {
  const does = { bot: "menjawab", person: "mengambil alih", showroom_phone: "mengambil alih", nobody: "" };
  return [shortHolderName(holder), does[holder.type]];
}
