import { Laptop, Smartphone, Terminal } from "lucide-react";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Card } from "../ui/card";
import { Ago } from "../ui/time";

export type SessionItem = {
  id: string;
  /** "Chrome di Android" */
  device: string;
  isProgram: boolean;
  address: string;
  createdAt: Date;
  lastSeenAt: Date;
  isCurrent: boolean;
};

type SessionListProps = { sessions: readonly SessionItem[]; now: Date; timezone: string };

/** Where one is logged in, each to be ended. */
export function SessionList({ sessions, now, timezone }: SessionListProps) {
  return (
    <Card
      title="Perangkat yang masuk"
      description="Sesi berakhir sendiri 24 jam setelah masuk."
      footer={sessions.length > 1 && <LeaveOthers />}
      isFlush
    >
      <ul>
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-t px-4 py-3 first:border-t-0"
          >
            <DeviceIcon session={session} />
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-x-2 font-medium text-ink">
                {session.device}
                {session.isCurrent && <Badge tone="success">Perangkat ini</Badge>}
                {session.isProgram && <Badge>Lewat API</Badge>}
              </p>
              <p className="text-[0.8125rem] text-muted">
                {session.address && <span className="num">{session.address} · </span>}
                masuk <Ago at={session.createdAt} now={now} timezone={timezone} /> · terakhir dipakai{" "}
                <Ago at={session.lastSeenAt} now={now} timezone={timezone} />
              </p>
            </div>
            {!session.isCurrent && (
              <form method="post" action={`/dashboard/pengaturan/akun/sesi/${session.id}/keluar`}>
                <Button size="sm" aria-label={`Keluarkan ${session.device}`}>
                  Keluarkan
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function DeviceIcon({ session }: { session: SessionItem }) {
  const isPhone = /Android|iPhone/.test(session.device);
  const Icon = session.isProgram ? Terminal : isPhone ? Smartphone : Laptop;
  return <Icon aria-hidden="true" className="size-5 flex-none text-muted" />;
}

function LeaveOthers() {
  return (
    <form method="post" action="/dashboard/pengaturan/akun/sesi/keluar-lainnya">
      <Button variant="danger-quiet">Keluarkan semua perangkat lain</Button>
    </form>
  );
}
