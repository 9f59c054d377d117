import { X } from "lucide-react";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { HiddenFields } from "../ui/form";
import { INBOX, inboxHref } from "./inbox-address";
import { sendLabel } from "./inbox-texts";
import type { InboxView, OpenChatView } from "./inbox-view";

/** Search the stock and send a unit: its facts, price and link, with the cover. */
export function UnitPicker({ view, open }: { view: InboxView; open: OpenChatView }) {
  const { chat, units, unitSearch, sendKey } = open;
  const { filter, search, me } = view;
  return (
    <section aria-label="Kirim unit" className="max-h-72 overflow-y-auto border-line border-b p-3 md:px-4">
      <form method="get" action={`${INBOX}/${chat.id}`} className="mb-2 flex gap-2">
        <HiddenFields fields={{ ...(filter !== "all" && { filter }), ...(search && { cari: search }) }} />
        <input
          type="search"
          name="unit"
          aria-label="Cari unit"
          placeholder="Cari unit: avanza hitam, #A01"
          defaultValue={unitSearch ?? ""}
          className="input"
        />
        <Button>Cari</Button>
        <a
          className="btn btn-ghost"
          href={inboxHref({ chatId: chat.id, filter, search })}
          aria-label="Tutup pilihan unit"
        >
          <X aria-hidden="true" />
        </a>
      </form>
      {units.length === 0 && <p className="py-3 text-center text-muted">Tidak ada unit yang cocok.</p>}
      <ul>
        {units.map((unit) => (
          <li key={unit.carId} className="flex items-center gap-3 py-1.5">
            {unit.imageSrc ? (
              <img src={unit.imageSrc} alt="" className="size-12 flex-none rounded-md bg-sunken object-cover" />
            ) : (
              <span className="size-12 flex-none rounded-md bg-sunken" />
            )}
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium text-ink">{unit.name}</span>
              <span className="num text-muted">{unit.price}</span>{" "}
              {unit.status === "booking" && <Badge tone="warning">Booking</Badge>}
            </span>
            <form
              method="post"
              action={`${INBOX}/${chat.id}/kirim`}
              encType="multipart/form-data"
              data-unit-form={chat.id}
            >
              <HiddenFields fields={{ kunci: `${sendKey}-${unit.carId}`, unit: unit.carId, namaUnit: unit.name }} />
              <Button size="sm" aria-label={`${sendLabel(chat.speaker, me.userId)}: ${unit.name}`}>
                {sendLabel(chat.speaker, me.userId)}
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
