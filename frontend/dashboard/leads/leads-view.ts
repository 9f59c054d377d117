/** What the leads pages show; instants are ISO text. */
export type LeadRowView = {
  id: string;
  name: string;
  phone: string;
  /** What the lead is called: the name, else the number, else that its customer was erased. */
  title: string;
  /** The customer's data was erased at their wish; only that there was a lead is left. */
  isErased: boolean;
  status: string;
  score: number;
  /** The most telling one; "" when there is none. */
  reason: string;
  source: string;
  tags: string[];
  assignee: string | null;
  /** "Avanza 2020 Hitam #A01 +2"; "" without. */
  cars: string;
  updatedAt: string;
  chatHref: string | null;
};

export type LeadFilters = {
  status: string;
  petugas: string;
  sumber: string;
  label: string;
  skor: string;
  cari: string;
};

export type Option = { value: string; label: string };

export type LeadsView = {
  filters: LeadFilters;
  isBoard: boolean;
  counts: { status: string; total: number }[];
  assignees: Option[];
  sources: string[];
  tags: string[];
  openQuestions: number | null;
  timezone: string;
  now: string;
  table: { rows: LeadRowView[]; page: number; totalPages: number; total: number } | null;
  columns: { status: string; total: number; rows: LeadRowView[] }[];
};

export type LeadDetailView = LeadRowView & {
  reasons: string[];
  statusReason: string | null;
  isOpen: boolean;
  assigneeId: string | null;
  createdAt: string;
  interests: { carId: string; name: string; price: string; status: string }[];
  events: { id: string; text: string; note: string | null; who: string; at: string }[];
  handovers: {
    id: string;
    text: string;
    at: string;
    offers: { who: string; text: string; at: string }[];
  }[];
};
