import { CarFront, ChartNoAxesColumn, House, MessageCircle, Settings, Users } from "lucide-react";
import type { Section } from "./shell-view";

export const SECTIONS: Record<Section, { href: string; label: string; Icon: typeof House }> = {
  ringkasan: { href: "/dashboard", label: "Ringkasan", Icon: House },
  stok: { href: "/dashboard/stok", label: "Stok", Icon: CarFront },
  leads: { href: "/dashboard/leads", label: "Leads", Icon: Users },
  inbox: { href: "/dashboard/inbox", label: "Inbox", Icon: MessageCircle },
  laporan: { href: "/dashboard/laporan", label: "Laporan", Icon: ChartNoAxesColumn },
  pengaturan: { href: "/dashboard/pengaturan", label: "Pengaturan", Icon: Settings },
};

/** "12 belum dibaca"; more than 99 is "99+". `data-unread` lets the inbox keep it current. */
export function UnreadBadge({ count }: { count: number }) {
  return (
    <span className="count-badge" data-unread={count} hidden={count === 0}>
      {count > 99 ? "99+" : count}
      <span className="sr-only"> chat belum dibaca</span>
    </span>
  );
}
