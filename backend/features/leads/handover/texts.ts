import { formatRupiah } from "@/backend/platform/money";
import { formatPhone } from "@/backend/platform/phone";
import type { LeadView } from "../lead-view";
import type { CustomerManner } from "../schemas";

/** What a text about a lead is made of. `digest`: the last lines of the chat, oldest first. */
export type LeadBrief = { lead: LeadView; digest: string[]; siteUrl: string };

const REASONS_SAID = 3;
const INTERESTS_SAID = 2;
const TITLES = /^(?:(?:bapak|pak|bpk|ibu|bu|mas|mbak|mba|kak|bang|om|tante|cak|ning)\.? )+/i;

/** The offer to one member of staff. `minutes` null: waited for without end. */
export function offerText(brief: LeadBrief, minutes: number | null): string {
  const time = minutes === null ? "(menunggu jawaban Anda)" : `(berlaku ${minutes} menit)`;
  return [`🔥 *LEAD BARU!*`, ...leadLines(brief), "", "1 = AMBIL · 2 = SKIP", time].join("\n");
}

/** What the one who has it gets: the customer's number, the chat so far, and how to give it back. */
export function claimedText(brief: LeadBrief): string {
  const next = `Bot sudah berhenti di chat ini, balasan pelanggan diteruskan ke sini. Balas lewat dashboard atau wa.me/${brief.lead.phone}. Kalau sudah selesai, ketik */bot on* supaya bot melanjutkan.`;
  return [`✅ *${labelOf(brief.lead)}* sekarang Anda yang pegang.`, ...leadLines(brief), "", next].join("\n");
}

export function alreadyYoursText(lead: LeadView): string {
  return `${labelOf(lead)} memang sudah Anda pegang. Nomornya ${formatPhone(lead.phone)}.`;
}

export function takenText(lead: LeadView, by: string): string {
  return `${labelOf(lead)} sudah diambil ${by}.`;
}

export function skippedText(lead: LeadView): string {
  return `Baik, ${lowerFirst(labelOf(lead))} dilewati.`;
}

export function closedText(lead: LeadView): string {
  return `${labelOf(lead)} tidak perlu dijawab lagi: sudah ditutup, atau sudah dibalas dari HP showroom.`;
}

/** Said to the customer when a person takes the conversation. */
export function announcement(customerName: string, by: string, { title, language }: CustomerManner): string {
  const firstName = firstNameOf(customerName);
  const called = [title, firstName].filter(Boolean).join(" ");
  switch (language) {
    case "english":
      return `${firstName ? `Hi ${firstName}, ` : ""}${by} from our sales team will continue this chat.`;
    case "javanese":
      return `${called}, chat niki dilanjutake ${by} saking tim sales kami nggih.`;
    case "indonesian":
      return `${called}, chat ini dilanjutkan ${by} dari tim sales kami ya.`;
  }
}

/** A name that can be said back. A profile's name is anybody's text: only a plain word is taken for one. */
function firstNameOf(name: string): string {
  const [first = ""] = name.replace(TITLES, "").split(" ");
  return /^\p{L}{3,14}$/u.test(first) ? first : "";
}

/** "Lead Rina", by number when there is no name; neither is left of a customer who was erased. */
function labelOf({ name, phone }: LeadView): string {
  return `Lead ${name || (phone ? formatPhone(phone) : "itu")}`;
}

function leadLines({ lead, digest, siteUrl }: LeadBrief): string[] {
  const phone = formatPhone(lead.phone);
  const summary = digest.length > 0 ? ["Ringkasan:", ...digest.map((line) => `• ${line}`)] : [];
  return [
    lead.name ? `Nama: ${lead.name} (${phone})` : `Nomor: ${phone}`,
    `Minat: ${interestsOf(lead)}`,
    `Skor: ${lead.score}/10${reasonsOf(lead)}`,
    ...summary,
    `Detail: ${siteUrl}/dashboard/leads/${lead.id}`,
  ];
}

function interestsOf({ interests }: LeadView): string {
  if (interests.length === 0) return "belum menyebut unit";
  const said = interests.slice(0, INTERESTS_SAID).map(({ name, priceRupiah, status }) => {
    const price = priceRupiah > 0 ? `, ${formatRupiah(priceRupiah)}` : "";
    return `${name}${price}${status === "sold" ? " (terjual)" : ""}`;
  });
  const more = interests.length - said.length;
  return said.join("; ") + (more > 0 ? ` dan ${more} unit lain` : "");
}

/** " (mau nego harga, tanya kredit dengan angka DP 30 jt)" */
function reasonsOf({ reasons }: LeadView): string {
  const said = reasons.slice(0, REASONS_SAID).map((reason) => lowerFirst(reason).replace(/ \((.+)\)$/, " $1"));
  return said.length > 0 ? ` (${said.join(", ")})` : "";
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
