import { Button } from "../ui/button";
import { Select } from "../ui/select";
import type { Choice } from "./stock-view";

export const BULK_FORM = "bulk";

type BulkBarProps = { here: string; branches: readonly Choice[]; isAllSelected: boolean };

/** What can be done with the ticked rows; the next page shows what will happen and asks. */
export function BulkBar({ here, branches, isAllSelected }: BulkBarProps) {
  const joint = here.includes("?") ? "&" : "?";
  return (
    <form
      id={BULK_FORM}
      method="post"
      action="/dashboard/stok/massal"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2"
    >
      <input type="hidden" name="back" value={here} />
      <a className="link" href={isAllSelected ? here : `${here}${joint}select=all`}>
        {isAllSelected ? "Batal pilih semua" : "Pilih semua di halaman ini"}
      </a>
      <div className="ml-auto flex items-center gap-2">
        <Select
          name="action"
          label="Ubah yang dipilih"
          isLabelHidden
          placeholder="Ubah yang dipilih…"
          options={bulkChoices(branches)}
          required
        />
        <Button>Lanjut</Button>
      </div>
    </form>
  );
}

function bulkChoices(branches: readonly Choice[]): Choice[] {
  const toBranch = branches
    .filter(({ value }) => value !== "none")
    .map(({ value, label }) => ({ value: `branch:${value}`, label: `Pindah ke ${label}` }));
  return [
    { value: "status:available", label: "Jadikan Tersedia" },
    { value: "status:booking", label: "Jadikan Booking" },
    { value: "status:sold", label: "Jadikan Terjual" },
    { value: "status:draft", label: "Jadikan Draf" },
    { value: "featured:1", label: "Tandai unggulan" },
    { value: "featured:0", label: "Lepas dari unggulan" },
    ...toBranch,
    ...(toBranch.length > 0 ? [{ value: "branch:", label: "Lepas dari cabang" }] : []),
  ];
}
