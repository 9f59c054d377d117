import { Camera, CircleCheck, Clock, Flame, HelpCircle, MessageCircleWarning, Smartphone } from "lucide-react";
import { formatCount } from "../../ui/format";
import { Card } from "../ui/card";
import { EmptyState } from "../ui/feedback";
import type { AttentionGroup } from "./overview-view";

const KINDS = {
  conversations: [MessageCircleWarning, "chat menunggu tim", "text-danger"],
  "hot-leads": [Flame, "lead panas belum diambil", "text-hot"],
  questions: [HelpCircle, "pertanyaan pelanggan belum terjawab", "text-accent"],
  devices: [Smartphone, "nomor WhatsApp terputus", "text-danger"],
  photos: [Camera, "unit belum ada foto", "text-warning"],
  aged: [Clock, "unit lebih dari 60 hari", "text-warning"],
} as const;

/** What somebody should do next, the most pressing first. */
export function AttentionList({ groups }: { groups: AttentionGroup[] }) {
  if (groups.length === 0) {
    return (
      <Card title="Perlu perhatian">
        <EmptyState icon={<CircleCheck aria-hidden="true" />} title="Semua beres" headingLevel={3}>
          Tidak ada chat, lead atau unit yang menunggu Anda.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title="Perlu perhatian" isFlush>
      <ul>
        {groups.map((group) => (
          <li key={group.kind} className="border-line border-t px-4 py-3 first:border-t-0">
            <Group group={group} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Group({ group }: { group: AttentionGroup }) {
  const [Icon, noun, color] = KINDS[group.kind];
  const hidden = group.total - group.items.length;
  return (
    <section>
      <h3 className="flex items-center gap-2">
        <Icon aria-hidden="true" className={color} />
        <span>
          {formatCount(group.total)} {noun}
        </span>
      </h3>
      <ul className="mt-1 ml-[1.125rem] pl-2">
        {group.items.map((item) => (
          <li key={item.key}>
            <a
              href={item.href}
              className="flex min-h-8 items-baseline justify-between gap-3 rounded-md px-1.5 py-1 hover:bg-sunken"
            >
              <span className="min-w-0 truncate font-medium text-ink">{item.title}</span>
              <span className="max-w-[45%] shrink-0 truncate text-right text-muted">{item.detail}</span>
            </a>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <a href={group.href} className="link mt-0.5 ml-8 inline-flex min-h-6 items-center">
          Lihat semua ({formatCount(group.total)})<span className="sr-only"> {noun}</span>
        </a>
      )}
    </section>
  );
}
