import { type CustomerReading, normalizeText, parseCustomerMessage } from "@/backend/features/language";
import { isGuess, PLAIN_FROM_CONTEXT } from "./confidence";
import type { Memory } from "./memory";
import { CLOCK } from "./visit-clock";

/** What is said around the time of a visit: "jadinya sabtu aja", "diundur jam 3 gimana kak", "nek jam 8 bengi iso?". */
const AROUND = new Set(
  `bisa boleh saja ya iya oke deh dong kak kakak pak bapak bu ibu mas mbak bang om gan bos min kalau jadi jadinya ganti
  diganti ubah diubah mundur diundur undur mundurin undurin pindah dipindah geser digeser reschedule maju majuin dimajukan
  dimajuin tunda ditunda bagaimana gimana ke di hari jam dulu saya aku kita kami tidak kan apa atau lebih baik lagi juga
  sih nih to ta tah rek iso oleh nek lek wae mawon saged pripun piye ae sekitar kira-kira antara sampai masih maaf eh
  koreksi tapi yang itu sebaiknya mending mendingan kosong sempat sempatnya bisanya could can about make it move to
  change instead please how what ok ? , . !`
    .split(/\s+/)
    .filter(Boolean),
);

/** "ga jadi besok, lusa aja": what is taken back is not the new time. */
const TAKEN_BACK =
  /\b(?:ga|gak|nggak|ngga|g|tidak|ndak|gk|ora|mboten|gaiso|gabisa)\s*(?:jadi|bisa|sido|iso|sios|siyos|saged|sempat)\b[^,.;\n]*[,.;\n]/gi;
const RESCHEDULES =
  /\b(?:jadi|ganti|di?undur|mundur|undur|pindah|geser|reschedule|di?maju|maju|tunda|ubah|jadwal)\p{L}*\b/iu;

/**
 * A time and little else, "jam 8 malem bisa?": with a visit noted it is the new time; with cars in mind or a visit
 * proposed, it is when somebody would come. Null when something else is said.
 */
export function visitMeant(reading: CustomerReading, text: string, memory: Memory): CustomerReading | null {
  const isVisitInMind = memory.visit !== null || memory.proposed === "visit" || memory.asked === "visit_time";
  if (!isVisitInMind && memory.unit === null && memory.listed.length === 0) return null;
  const isUnsure = isGuess(reading) || reading.intents.every((intent) => intent === "select" || intent === "thanks");
  if (!isUnsure && !(isVisitInMind && RESCHEDULES.test(text) && !reading.intents.includes("visit"))) return null;

  const said = text.replace(TAKEN_BACK, " ");
  const { intents, slots } = parseCustomerMessage(said, { asked: "visit_time" });
  const { visitTime } = slots;
  if (!intents.includes("visit") || visitTime === undefined || /^\d{1,2}$/.test(visitTime)) return null;
  const rest = normalizeText(said.replace(visitTime, " ").replace(CLOCK, " ")).split(/\s+/).filter(Boolean);
  if (rest.some((word) => !AROUND.has(word) && !RESCHEDULES.test(word))) return null;
  return { intents: ["visit"], slots: { visitTime }, confidence: PLAIN_FROM_CONTEXT };
}
