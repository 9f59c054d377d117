import { toSafeInteger } from "@/backend/platform/money";
import { isOver, type LeadStatus } from "./lead-status";
import type { LeadRow } from "./lead-store";

export type LeadInterestView = {
  carId: string;
  displayCode: string;
  /** "Avanza 1.3 G 2020 Hitam #A01" */
  name: string;
  priceRupiah: number;
  status: LeadRow["interests"][number]["car"]["status"];
  slug: string;
};

/** A lead as staff sees it. */
export type LeadView = {
  id: string;
  /** "" when the customer has not said it. */
  name: string;
  /** Digits from 62. */
  phone: string;
  status: LeadStatus;
  /** 0 to 10. */
  score: number;
  /** Why the score, the most telling first. */
  reasons: string[];
  source: string;
  /** Free words of the team: "prioritas", "leasing-bca". */
  tags: string[];
  isOpen: boolean;
  assignee: { userId: string; name: string } | null;
  conversationId: string | null;
  /** Latest first. */
  interests: LeadInterestView[];
  createdAt: Date;
  updatedAt: Date;
};

export function toLeadView(row: LeadRow): LeadView {
  return {
    id: row.id,
    name: row.name,
    phone: row.phone,
    status: row.status,
    score: row.score,
    reasons: row.scoreReasons,
    source: row.source,
    tags: row.tags,
    isOpen: !isOver(row.status),
    assignee: row.assignee && { userId: row.assignee.id, name: row.assignee.name },
    conversationId: row.conversationId,
    interests: row.interests.map(({ car }) => toInterestView(car)),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

function toInterestView(car: LeadRow["interests"][number]["car"]): LeadInterestView {
  const { id, displayCode, model, variant, year, color, priceRupiah, status, slug } = car;
  const name = [model, variant, year, color, displayCode].filter(Boolean).join(" ");
  return { carId: id, displayCode, name, priceRupiah: toSafeInteger(priceRupiah), status, slug };
}
