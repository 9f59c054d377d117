import type { ReactNode } from "react";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger" | "hot";

export type BadgeProps = { tone?: Tone; hasDot?: boolean; icon?: ReactNode; children: ReactNode };

export function Badge({ tone = "neutral", hasDot, icon, children }: BadgeProps) {
  return (
    <span className={["badge", tone !== "neutral" && `badge-${tone}`, hasDot && "badge-dot"].filter(Boolean).join(" ")}>
      {icon}
      {children}
    </span>
  );
}

const STATUSES = {
  car: {
    draft: ["Draf", "neutral"],
    available: ["Tersedia", "success"],
    booking: ["Booking", "warning"],
    sold: ["Terjual", "info"],
  },
  lead: {
    new: ["Baru", "info"],
    warm: ["Hangat", "warning"],
    hot: ["Panas", "hot"],
    cold: ["Dingin", "neutral"],
    closed: ["Closing", "success"],
    lost: ["Batal", "neutral"],
  },
  device: {
    disconnected: ["Terputus", "danger"],
    qr: ["Menunggu scan QR", "warning"],
    connecting: ["Menyambungkan", "warning"],
    connected: ["Tersambung", "success"],
  },
  domain: {
    pending: ["Menunggu verifikasi", "warning"],
    verified: ["Terverifikasi", "success"],
    failed: ["Gagal", "danger"],
  },
  user: { active: ["Aktif", "success"], suspended: ["Nonaktif", "neutral"] },
  photo: { pending: ["Diproses", "warning"], ready: ["Siap", "success"], failed: ["Gagal", "danger"] },
} as const satisfies Record<string, Record<string, readonly [string, Tone]>>;

export type StatusKind = keyof typeof STATUSES;

/** The one way a status looks and is called: `<StatusBadge kind="lead" status="hot" />`. */
export function StatusBadge({ kind, status }: { kind: StatusKind; status: string }) {
  const [, tone] = statusOf(kind, status);
  return (
    <Badge tone={tone} hasDot>
      {statusLabel(kind, status)}
    </Badge>
  );
}

/** "hot" → "Panas"; for selects and sentences. */
export function statusLabel(kind: StatusKind, status: string): string {
  return statusOf(kind, status)[0];
}

/** All statuses of a kind as options of a select. */
export function statusOptions(kind: StatusKind): { value: string; label: string }[] {
  return Object.entries(STATUSES[kind]).map(([value, [label]]) => ({ value, label }));
}

function statusOf(kind: StatusKind, status: string): readonly [string, Tone] {
  const known: Record<string, readonly [string, Tone]> = STATUSES[kind];
  return known[status] ?? [status, "neutral"];
}
