import type { LocationView } from "./showroom-view";

/** "● Buka sekarang · sampai 18.00" */
export function OpenNow({ open }: { open: NonNullable<LocationView["open"]> }) {
  return (
    <span className={`inline-flex items-center gap-2 font-semibold ${open.isOpen ? "text-open" : "text-danger"}`}>
      <span aria-hidden="true" className="size-2 rounded-full bg-current" />
      {open.label}
    </span>
  );
}
