import type { DashboardOverview, NeedsAttention, RecentLead } from "@/backend/features/insights";
import type { Actor } from "@/backend/platform/actor";
import { leadTitle } from "@/frontend/dashboard/leads/lead-texts";
import type { OverviewView, RecentLeadView } from "@/frontend/dashboard/overview/overview-view";
import { attentionGroups } from "./attention-groups";

type OverviewFacts = {
  overview: DashboardOverview;
  attention: NeedsAttention;
  actor: Actor;
  timezone: string;
  now: Date;
};

export function overviewView({ overview, attention, actor, timezone, now }: OverviewFacts): OverviewView {
  const { availableCars, bookingCars, newLeads, hotLeads } = overview.stats;
  const { soldThisMonth, conversations } = attention;
  return {
    stats: { availableCars, bookingCars, soldThisMonth, newLeads, hotLeads, waitingConversations: conversations.total },
    attention: attentionGroups(attention, timezone, now),
    recentLeads: overview.recentLeads.map(toRecentLeadView),
    trend: overview.leadsTrend.map(({ date, count }) => ({ label: weekdayOf(date), date, count })),
    today: new Intl.DateTimeFormat("id-ID", { timeZone: timezone, dateStyle: "full" }).format(now),
    timezone,
    now,
    mayEditStock: actor.type === "user" && actor.role !== "sales",
  };
}

function toRecentLeadView(lead: RecentLead): RecentLeadView {
  const { id, name, phone, status, cars, assignee, updatedAt } = lead;
  const [car = null, ...more] = cars;
  const title = leadTitle({ name, phone });
  return { id, title, status, car, moreCars: more.length, assigneeName: assignee?.name ?? null, updatedAt };
}

const weekdays = new Intl.DateTimeFormat("id-ID", { timeZone: "UTC", weekday: "short" });

/** "2026-11-20" → "Jum" */
function weekdayOf(date: string): string {
  return weekdays.format(new Date(`${date}T00:00:00Z`));
}
