import { phoneLine } from "./answer-showroom";
import { salesPromise, teamPromise } from "./person-promise";
import type { Contribution, Talk } from "./talk";

export function answerContactHuman(talk: Talk): Contribution {
  return {
    parts: [[`${talk.say.personComing()} ${salesPromise(talk)}`, ...phoneLine(talk)].join("\n")],
    signals: [{ signal: "asked_for_person" }],
    handover: "asked_for_person",
  };
}

export function answerComplaint(talk: Talk): Contribution {
  return {
    parts: [talk.say.complaintHeard()],
    attention: "complaint",
    question: "complaint",
    signals: [{ signal: "complaint" }],
  };
}

/** The rules have no answer: said honestly, and the question goes to the owner. */
export function answerUnknown(talk: Talk): Contribution {
  return { parts: [teamPromise(talk)], attention: "unknown_question", question: "unknown" };
}
