import { Fragment } from "react";

/** What WhatsApp would show: *bold* as bold. */
export function ChatText({ text }: { text: string }) {
  return text.split(/\*([^*\n]+)\*/).map((part, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, which never changes
    return index % 2 === 1 ? <b key={index}>{part}</b> : <Fragment key={index}>{part}</Fragment>;
  });
}
