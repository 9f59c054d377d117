import { noticeWanted } from "./answer-notice";
import { answerContactHuman } from "./answer-person";
import { answerDetail } from "./answer-unit";
import { answerVisit } from "./answer-visit";
import { isPraise } from "./praise";
import type { Contribution, Talk } from "./talk";

export function answerGreeting({ say, showroom, understood }: Talk): Contribution {
  const { settings } = showroom.knowledge;
  const isFirst = understood.memory.turns === 0;
  const own = isFirst && settings.welcomeMessage && say.locale === "id";
  const welcome = own
    ? settings.welcomeMessage
    : isFirst
      ? say.welcome(showroom.tenant.name, settings.name)
      : say.hello();
  return {
    parts: [welcome],
    closing: [own ? "" : say.askWish(), isFirst ? say.allStock(showroom.siteUrl) : ""].filter(Boolean).join("\n"),
    signals: [{ signal: "greeted" }],
  };
}

/** "ya" to what was proposed last; to nothing, a question. */
export function answerAffirm(talk: Talk): Contribution {
  const { say, understood, subject } = talk;
  const { proposed } = understood.memory;
  if (understood.reading.slots.name)
    return { parts: [say.nameNoted()], closing: say.askWish(), memory: { asked: null } };
  const unit = subject.type === "unit" ? subject.unit : null;
  if (proposed === "photos" && unit) {
    const reading = { ...understood.reading, slots: { attributes: ["photos" as const] } };
    return answerDetail({ ...talk, understood: { ...understood, reading } }, unit);
  }
  if (proposed === "visit") return answerVisit(talk, understood.memory.visit?.offered ?? undefined);
  if (proposed === "person") return answerContactHuman(talk);
  if (proposed === "notify") return noticeWanted(talk);
  if (proposed === "unit" && understood.memory.listed.length > 0) return { parts: [], closing: say.askWhichUnit() };
  return { parts: [], closing: say.askWish() };
}

export function answerDeny({ say }: Talk): Contribution {
  return { parts: [say.deny()], memory: { proposed: null, asked: null } };
}

export function answerThanks({ say, understood }: Talk): Contribution {
  return { parts: [isPraise(understood.text) ? say.praised() : say.thanks()], memory: { proposed: null, asked: null } };
}

/** What was sent is no text; the staff sees it, and the customer knows. */
export function answerOtherKinds({ say }: Talk, kinds: readonly string[]): Contribution {
  if (kinds.includes("image") || kinds.includes("video")) return { parts: [say.photosReceived()], attention: "photo" };
  if (kinds.includes("audio")) return { parts: [say.voiceReceived()], attention: "voice_note" };
  if (kinds.includes("document")) return { parts: [say.documentReceived()], attention: "document" };
  if (kinds.includes("contact")) return { parts: [say.contactReceived()], attention: "contact" };
  if (kinds.includes("location")) return { parts: [say.locationReceived()], closing: say.askWish() };
  if (kinds.includes("sticker")) return { parts: [say.stickerReceived()] };
  return { parts: [say.otherReceived()], attention: "other_message" };
}
