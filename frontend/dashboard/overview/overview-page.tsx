import { Plus } from "lucide-react";
import { formatCount } from "../../ui/format";
import { LinkButton } from "../ui/button";
import { Card, PageHeader } from "../ui/card";
import { Stat, StatGrid } from "../ui/stat";
import { AttentionList } from "./attention-list";
import type { OverviewStats, OverviewView } from "./overview-view";
import { RecentLeads } from "./recent-leads";
import { TrendChart } from "./trend-chart";

/** The first page after logging in: how the day stands, and what to do next. */
export function OverviewPage({ overview }: { overview: OverviewView }) {
  const { stats, attention, recentLeads, trend, today, timezone, now, mayEditStock } = overview;
  return (
    <>
      <PageHeader
        title="Ringkasan"
        description={today}
        actions={
          mayEditStock && (
            <LinkButton href="/dashboard/stok/baru" variant="primary" icon={<Plus aria-hidden="true" />}>
              Tambah mobil
            </LinkButton>
          )
        }
      />
      <div className="stack">
        <Stats stats={stats} />
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <AttentionList groups={attention} />
          <Card title="Leads 7 hari terakhir" description={trendSummary(trend)}>
            <TrendChart days={trend} />
          </Card>
        </div>
        <RecentLeads leads={recentLeads} timezone={timezone} now={now} />
      </div>
    </>
  );
}

function Stats({ stats }: { stats: OverviewStats }) {
  return (
    <StatGrid>
      <Stat label="Tersedia" value={formatCount(stats.availableCars)} href="/dashboard/stok?status=available" />
      <Stat label="Booking" value={formatCount(stats.bookingCars)} href="/dashboard/stok?status=booking" />
      <Stat
        label="Terjual bulan ini"
        value={formatCount(stats.soldThisMonth)}
        href="/dashboard/stok?status=sold&sold=month"
      />
      <Stat label="Leads baru" value={formatCount(stats.newLeads)} href="/dashboard/leads?status=new" />
      <Stat label="Leads panas" value={formatCount(stats.hotLeads)} href="/dashboard/leads?status=hot" />
      <Stat
        label="Chat menunggu"
        value={formatCount(stats.waitingConversations)}
        href="/dashboard/inbox?filter=attention"
      />
    </StatGrid>
  );
}

function trendSummary(trend: OverviewView["trend"]): string {
  const total = trend.reduce((sum, { count }) => sum + count, 0);
  return total === 0 ? "Belum ada lead minggu ini" : `${formatCount(total)} lead masuk`;
}
