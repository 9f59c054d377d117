import { normalizeText } from "@/backend/features/language";
import { phoneLine } from "./answer-showroom";
import { hasPaid } from "./money-words";
import { salesPromise, teamPromise } from "./person-promise";
import type { Contribution, Talk } from "./talk";

/** Who asks for the number reads it first. */
export function answerContactHuman(talk: Talk): Contribution {
  const person = `${talk.say.personComing()} ${salesPromise(talk)}`;
  const phone = phoneLine(talk);
  return {
    parts: [(asksForNumber(talk.understood.text) ? [...phone, person] : [person, ...phone]).join("\n")],
    signals: [{ signal: "asked_for_person" }],
    handover: "asked_for_person",
  };
}

function asksForNumber(text: string): boolean {
  return /\b(?:no|nomor|telepon|telp|kontak|phone|number)\b/i.test(normalizeText(text)) && !/\b08\d|\b62\d/.test(text);
}

/** For the management, and no gap in the FAQ; money that is already paid is urgent: a person is looked for at once. */
export function answerComplaint(talk: Talk): Contribution {
  const isPaid = hasPaid(talk.understood.text);
  return {
    parts: [
      [isPaid ? talk.say.paidComplaint() : talk.say.complaintHeard(), ...(isPaid ? phoneLine(talk) : [])].join("\n"),
    ],
    ...(isPaid && { handover: "complaint" as const }),
    attention: "complaint",
    signals: [{ signal: "complaint" }],
  };
}

/** The rules have no answer: said honestly, and the question goes to the owner. */
export function answerUnknown(talk: Talk): Contribution {
  return { parts: [teamPromise(talk)], attention: "unknown_question", question: "unknown" };
}
