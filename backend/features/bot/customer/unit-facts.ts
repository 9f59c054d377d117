import { matchFaq } from "@/backend/features/assistant";
import { plateRegionName, type UnitAttribute } from "@/backend/features/language";
import type { Phrases } from "./copy/tone";
import { inOwnersWords } from "./owners-words";
import { quotableFeatures, quotableNotes } from "./quotable";
import type { ListedUnit, Showroom } from "./talk";

/** Lines that answer what was asked about a unit, and what is not on record. */
export type UnitFacts = { lines: string[]; missing: UnitAttribute[] };

type Reader = (unit: ListedUnit, say: Phrases, now: Date) => string | null;

const READERS: Partial<Record<UnitAttribute, Reader>> = {
  km: ({ km }, say) => say.km(km),
  tax: ({ taxMonth }, say, now) => taxMonth && taxLine(taxMonth, say, now),
  ownership: ({ owners }, say) => (owners ? say.owners(owners) : null),
  color: ({ color }, say) => say.colorIs(color),
  transmission: ({ transmission }, say) => say.transmissionIs(transmission),
  features: (unit, say) => (quotableFeatures(unit).length > 0 ? say.features(quotableFeatures(unit).join(", ")) : null),
  plate_parity: ({ plateRegion, plateParity }, say) =>
    plateRegion || plateParity ? say.plate(plateRegion && regionWords(plateRegion), plateParity) : null,
  year: ({ year, registrationYear }, say) => say.yearIs(year, registrationYear),
  engine: ({ engineCc }, say) => (engineCc ? say.engineIs(engineCc) : null),
  fuel: ({ fuel }, say) => fuel && say.fuelIs(fuel),
  seats: ({ seats }, say) => (seats ? say.seatsAre(seats) : null),
};

/** Words by which a sentence of the seller's notes is about an attribute. */
const NOTE_WORDS: Partial<Record<UnitAttribute, RegExp>> = {
  papers: /\b(stnk|bpkb|faktur|surat|nik|form a|kwitansi)\b/i,
  ownership: /\b(tangan|atas nama|a\/n|pemilik|pemakai(an)?|pribadi|perorangan)\b/i,
  condition:
    /\b(mesin|kaki-kaki|cat|bodi|body|interior|jok|ac|ban|baret|penyok|mulus|rembes|kering|orisinil|orisinal|velg|bumper|karpet|kabin|matic|transmisi)\b/i,
  accident_flood: /\b(tabrak(an)?|banjir|laka|terendam)\b/i,
  service_history: /\b(servis|service|buku servis|nota|bengkel resmi|record)\b/i,
  keys: /\b(kunci|serep|cadangan|keyless)\b/i,
  warranty: /\b(garansi|jaminan)\b/i,
  engine: /\bmesin\b/i,
  features: /\b(kamera|jok|velg|head unit|sunroof|airbag|sensor)\b/i,
};

/** Photos and films are answered with themselves, not with a line. */
const SHOWN = new Set<UnitAttribute>(["photos", "video"]);
const MOST_NOTES = 3;

export function unitFacts(
  unit: ListedUnit,
  attributes: readonly UnitAttribute[],
  { say, now, showroom }: { say: Phrases; now: Date; showroom: Showroom },
  { isBrief = false } = {},
): UnitFacts {
  const lines: string[] = [];
  const missing: UnitAttribute[] = [];
  for (const attribute of attributes) {
    if (SHOWN.has(attribute)) continue;
    const found = [READERS[attribute]?.(unit, say, now), noteLine(unit, attribute, say)].filter(
      (line) => line != null && line !== "",
    );
    const faq =
      attribute === "warranty" && found.length === 0 ? matchFaq("ada garansi", showroom.knowledge.faqs) : null;
    if (faq) found.push(inOwnersWords({ say }, faq.faq));
    if (found.length === 0) missing.push(attribute);
    for (const line of isBrief ? found.slice(0, 1) : found) if (line && !lines.includes(line)) lines.push(line);
  }
  return { lines, missing };
}

/** What the seller wrote about it, in the seller's words. */
function noteLine(unit: ListedUnit, attribute: UnitAttribute, say: Phrases): string | null {
  const words = NOTE_WORDS[attribute];
  if (!words) return null;
  const notes = quotableNotes(unit)
    .filter((note) => words.test(note))
    .slice(0, MOST_NOTES);
  return notes.length > 0 ? say.ourNote(notes.join(" ")) : null;
}

function taxLine(taxMonth: string, say: Phrases, now: Date): string {
  const start = new Date(`${taxMonth}-01T00:00:00Z`);
  const end = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1));
  const words = start.toLocaleDateString(say.locale, { month: "long", year: "numeric", timeZone: "UTC" });
  return end > now ? say.taxUntil(words) : say.taxLate(words);
}

function regionWords(region: string): string {
  const name = plateRegionName(region);
  return name ? `${region} (${name})` : region;
}
