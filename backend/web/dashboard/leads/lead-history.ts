import { z } from "zod";
import {
  type HandoverView,
  isOver,
  LEAD_SIGNALS,
  type LeadDetail,
  type LeadEventView,
  reasonOf,
} from "@/backend/features/leads";
import { offerText } from "@/frontend/dashboard/leads/lead-texts";
import type { LeadDetailView } from "@/frontend/dashboard/leads/leads-view";
import { statusLabel } from "@/frontend/dashboard/ui/badge";

const dataSchema = z
  .object({
    text: z.string().optional(),
    from: z.string().optional(),
    to: z.string().optional(),
    name: z.string().nullish(),
    tags: z.array(z.string()).optional(),
    source: z.string().optional(),
    signals: z.array(z.unknown()).optional(),
  })
  .catch({});
const actorSchema = z.object({ type: z.string(), name: z.string().optional() }).catch({ type: "system" });

const TEXTS: Record<string, string> = {
  "lead.created": "Lead tercatat",
  "lead.signals": "Minat baru terbaca dari chat",
  "lead.interested": "Tertarik pada unit",
  "lead.source_changed": "Sumber diperbarui",
  "lead.renamed": "Nama diubah",
  "lead.note": "Catatan",
  "handover.started": "Mencari sales",
  "handover.offered": "Ditawarkan ke sales",
  "handover.skipped": "Tawaran dilewatkan",
  "handover.expired": "Tawaran tidak dijawab",
  "handover.claimed": "Diambil",
  "handover.closed": "Pencarian sales selesai",
  "handover.no_staff": "Tidak ada sales yang bisa ditawari",
};

export function toEvent({ id, type, actor, data, createdAt }: LeadEventView): LeadDetailView["events"][number] {
  const facts = dataSchema.parse(data);
  return {
    id,
    text: textOf(type, facts),
    note: type === "lead.note" ? (facts.text ?? "") : null,
    who: whoOf(type, actor),
    at: createdAt.toISOString(),
  };
}

function textOf(type: string, facts: z.infer<typeof dataSchema>): string {
  if (type === "lead.status_changed" && facts.from && facts.to)
    return `Status ${statusLabel("lead", facts.from)} → ${statusLabel("lead", facts.to)}`;
  if (type === "lead.assigned") return facts.name ? `Diberikan ke ${facts.name}` : "Tidak dipegang siapa pun lagi";
  if (type === "lead.tagged") return facts.tags?.length ? `Label: ${facts.tags.join(", ")}` : "Semua label dihapus";
  return TEXTS[type] ?? "Diperbarui";
}

/** What customers do themselves; all else that their message set off is the product's doing. */
const BY_CUSTOMER = ["lead.created", "lead.signals", "lead.interested"];

function whoOf(event: string, actor: unknown): string {
  const { type, name } = actorSchema.parse(actor);
  if (type === "user") return name ?? "Tim";
  return type === "customer" && BY_CUSTOMER.includes(event) ? "Pelanggan" : "Sistem";
}

/** Of an erased customer only how it ended is told, not what they wanted. */
export function toHandover(handover: HandoverView, isErased: boolean): LeadDetailView["handovers"][number] {
  const { id, reason, status, claimedBy, createdAt, offers } = handover;
  const signal = LEAD_SIGNALS.find((one) => one === reason);
  const why = signal ? reasonOf(signal) : "Diambil dari dashboard";
  const end = status === "claimed" ? `diambil ${claimedBy ?? "tim"}` : status === "open" ? "masih mencari" : "selesai";
  return {
    id,
    text: isErased ? titleCased(end) : `${why}: ${end}`,
    at: createdAt.toISOString(),
    offers: offers.map((offer) => ({
      ...{ who: offer.name, text: offerText(offer.status), at: offer.offeredAt.toISOString() },
    })),
  };
}

function titleCased(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why it has its status, in a sentence. */
export function statusSentence({ statusReason, status }: LeadDetail): string | null {
  if (!statusReason) return null;
  if (statusReason.type === "hot_signal") return `Panas karena: ${reasonOf(statusReason.signal).toLowerCase()}.`;
  if (statusReason.type === "score") return `Hangat karena skornya mencapai ${statusReason.score}.`;
  if (statusReason.type === "wrote_again") return "Hangat lagi karena pelanggan menulis lagi.";
  if (statusReason.type === "silence") return `Dingin setelah ${statusReason.days} hari tanpa kabar.`;
  return isOver(status) ? "Ditutup oleh tim." : "Status diatur oleh tim.";
}
