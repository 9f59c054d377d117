import { asksToBeTold, isAboutThisUnit } from "./notice-wish";
import { unitInMind } from "./place";
import type { Contribution, Talk } from "./talk";

/** Who asks to be told is told so, unless what they name is there now; null when nobody asks. */
export function answerNotice(talk: Talk): Contribution | null {
  const { understood, subject } = talk;
  if (!asksToBeTold(understood.text, understood.memory)) return null;
  const isThere =
    namesCar(talk) && subject.type === "stock" && subject.found.total > 0 && subject.found.relaxed.length === 0;
  return isThere ? null : noticeWanted(talk);
}

const NAMES = ["brand", "model", "bodyType", "fuel", "color", "transmission", "seats", "yearMin", "priceMax"] as const;

/** "kabarin kalau ada brio" names one; "kabarin kalau ada" means what was asked for before. */
function namesCar({ understood }: Talk): boolean {
  return NAMES.some((slot) => understood.reading.slots[slot] !== undefined);
}

/** The wish is on record for the team; a car that comes in is theirs to tell. */
export function noticeWanted(talk: Talk): Contribution {
  const { say, understood, subject } = talk;
  const unit = unitInMind(talk);
  if (unit?.status === "booking") return noted(say.willTellIfFree(unit.publicName), unit.publicName);
  if (unit && isAboutThisUnit(understood.text)) return noted(say.willTellAbout(unit.publicName), unit.publicName);
  const isSearched = subject.type === "stock" && namesCar(talk);
  const wanted = isSearched ? subject.found.wanted : (wantedBefore(talk) ?? unit?.model);
  if (!wanted) return { parts: [], closing: say.askNoticeWhich(), memory: { proposed: "notify" } };
  const criteria = isSearched ? { criteria: { ...subject.found.criteria } } : {};
  return { ...noted(say.willNotify(wanted), wanted), memory: { proposed: null, ...criteria } };
}

function noted(text: string, wanted: string): Contribution {
  return {
    parts: [text],
    memory: { proposed: null },
    attention: "wants_notice",
    signals: [{ signal: "wants_notice", detail: wanted }],
  };
}

/** What was looked for last, in words; null when nothing was. */
function wantedBefore({ say, understood }: Talk): string | null {
  const { criteria } = understood.memory;
  if (Object.keys(criteria).length === 0) return null;
  const { model, brand, bodyType, color, transmission, yearMin } = criteria;
  const words = [model ?? brand ?? bodyType, color, transmission, yearMin].filter((word) => word !== undefined);
  return words.length > 0 ? words.join(" ") : say.thatCar();
}
