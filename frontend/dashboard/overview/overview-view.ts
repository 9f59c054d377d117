export type OverviewStats = {
  availableCars: number;
  bookingCars: number;
  soldThisMonth: number;
  newLeads: number;
  hotLeads: number;
  waitingConversations: number;
};

export type RecentLeadView = {
  id: string;
  /** The name, or the number of somebody who has not said it. */
  title: string;
  status: string;
  /** The latest unit they asked for, and how many more. */
  car: string | null;
  moreCars: number;
  assigneeName: string | null;
  updatedAt: Date;
};

export type AttentionItem = { key: string; title: string; detail: string; href: string };

/** One kind of thing to do, with the first few of it. */
export type AttentionGroup = {
  kind: "conversations" | "hot-leads" | "questions" | "devices" | "photos" | "aged";
  total: number;
  items: AttentionItem[];
  /** All of them. */
  href: string;
};

export type OverviewView = {
  stats: OverviewStats;
  attention: AttentionGroup[];
  recentLeads: RecentLeadView[];
  /** "Sen", and the whole date for screen readers. */
  trend: { label: string; date: string; count: number }[];
  /** "Jumat, 20 November 2026" */
  today: string;
  timezone: string;
  now: Date;
  mayEditStock: boolean;
};
