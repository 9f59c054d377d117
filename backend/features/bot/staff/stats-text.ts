import type { SalesStats } from "@/backend/features/cars";
import { formatRupiah } from "@/backend/platform/money";
import type { StatsPeriod } from "../flow";

const PERIOD_NAMES: Record<StatsPeriod, string> = {
  today: "Hari ini",
  week: "Minggu ini",
  month: "Bulan ini",
  year: "Tahun ini",
};

export function statsText(period: StatsPeriod, stats: SalesStats): string {
  return [
    `📊 ${PERIOD_NAMES[period]}: ${stats.soldCount} terjual · ${formatRupiah(stats.revenueRupiah)} · ${stats.newLeads} lead baru`,
    `Stok: ${stats.availableCount} tersedia, ${stats.bookingCount} booking`,
  ].join("\n");
}
