import { z } from "zod";

type Meaning = { weight: number; isHot: boolean; reason: string };

/** What a customer does that tells something about the deal, with what it weighs and how it is said to sales. */
const MEANINGS = {
  reserve: hot(5, "Mau booking unit"),
  made_offer: hot(4, "Menawar harga"),
  visit: hot(4, "Mau datang atau test drive"),
  negotiates: hot(3, "Mau nego harga"),
  credit_numbers: hot(3, "Tanya kredit dengan angka"),
  trade_in: hot(3, "Mau tukar tambah"),
  asked_for_person: hot(3, "Minta dihubungi orang"),
  wants_notice: quiet(2, "Minta dikabari"),
  named_unit: quiet(2, "Menyebut unit"),
  asked_credit: quiet(2, "Tanya kredit"),
  asked_price: quiet(1, "Tanya harga"),
  gave_budget: quiet(1, "Menyebut budget"),
  asked_details: quiet(1, "Tanya detail unit"),
  asked_photos: quiet(1, "Minta foto"),
  asked_location: quiet(1, "Tanya lokasi"),
  returned: quiet(1, "Kembali di hari lain"),
  searched: quiet(1, "Mencari mobil"),
  from_ad: quiet(1, "Datang dari iklan"),
  complaint: quiet(0, "Ada keluhan"),
  greeted: quiet(0, "Baru menyapa"),
  /** Said their own name: it beats the name of their WhatsApp profile from then on. */
  gave_name: quiet(0, ""),
  /** Any message at all; written by captureLead. */
  wrote: quiet(0, ""),
} as const satisfies Record<string, Meaning>;

export type LeadSignal = keyof typeof MEANINGS;

/** What was heard of a signal so far; times are ISO instants. */
export type HeardSignal = { count: number; firstAt: string; lastAt: string; detail?: string | undefined };
export type LeadSignals = Partial<Record<LeadSignal, HeardSignal>>;

/** `detail` is said in brackets behind the reason: "DP 30 jt". Never a plate, a name or a phone number. */
export type SignalInput = { signal: LeadSignal; detail?: string | undefined };

export const LEAD_SIGNALS = Object.keys(MEANINGS).filter(isLeadSignal);

const MAX_SCORE = 10;
/** Worth saying although they weigh nothing. */
const SAID_ANYWAY = new Set<LeadSignal>(["complaint"]);

export function isLeadSignal(name: string): name is LeadSignal {
  return Object.hasOwn(MEANINGS, name);
}

export function isHotSignal(signal: LeadSignal): boolean {
  return MEANINGS[signal].isHot;
}

/**
 * 0 to 10 and why, the most telling reason first. Every signal counts once, however often it was heard; that something
 * was said again adds one point in all.
 */
export function scoreOf(signals: LeadSignals): { score: number; reasons: string[] } {
  const heard = LEAD_SIGNALS.filter((signal) => signals[signal]);
  const weighty = heard.filter((signal) => MEANINGS[signal].weight > 0);
  const repeated = weighty.some((signal) => (signals[signal]?.count ?? 0) > 1) ? 1 : 0;
  const sum = weighty.reduce((total, signal) => total + MEANINGS[signal].weight, 0);

  const said = heard.filter((signal) => MEANINGS[signal].weight > 0 || SAID_ANYWAY.has(signal));
  const reasons = (said.length === 0 && signals.greeted ? (["greeted"] as const) : said).map((signal) =>
    reasonOf(signal, signals[signal]?.detail),
  );
  return { score: Math.min(MAX_SCORE, sum + repeated), reasons };
}

/** "Tanya kredit dengan angka (DP 30 jt)" */
export function reasonOf(signal: LeadSignal, detail?: string): string {
  const { reason } = MEANINGS[signal];
  return detail ? `${reason} (${detail})` : reason;
}

/** What is known and what was heard now; the same signal twice in one message is heard once. */
export function withHeard(known: LeadSignals, heard: readonly SignalInput[], at: Date): LeadSignals {
  const now = at.toISOString();
  const signals: LeadSignals = { ...known };
  for (const signal of new Set(heard.map((entry) => entry.signal))) {
    const before = known[signal];
    const detail = heard.findLast((entry) => entry.signal === signal && entry.detail)?.detail ?? before?.detail;
    signals[signal] = {
      count: (before?.count ?? 0) + 1,
      firstAt: before?.firstAt ?? now,
      lastAt: now,
      ...(detail && { detail }),
    };
  }
  return signals;
}

const storedSchema = z.record(
  z.string(),
  z.object({ count: z.int().min(1), firstAt: z.string(), lastAt: z.string(), detail: z.string().optional() }),
);

/** The column `leads.signals`; what is not understood counts as not heard. */
export function readSignals(column: unknown): LeadSignals {
  const stored = storedSchema.safeParse(column);
  if (!stored.success) return {};
  const signals: LeadSignals = {};
  for (const [name, heard] of Object.entries(stored.data)) if (isLeadSignal(name)) signals[name] = heard;
  return signals;
}

function hot(weight: number, reason: string): Meaning {
  return { weight, isHot: true, reason };
}

function quiet(weight: number, reason: string): Meaning {
  return { weight, isHot: false, reason };
}
