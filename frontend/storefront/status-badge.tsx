export type StatusBadgeProps = { status: "available" | "booking" | "sold"; className?: string };

/** BOOKED or TERJUAL; a car that is simply for sale needs no badge. */
export function StatusBadge({ status, className = "" }: StatusBadgeProps) {
  if (status === "available") return null;
  const [label, colors] =
    status === "booking"
      ? (["BOOKED", "bg-warning-tint text-warning"] as const)
      : (["TERJUAL", "bg-ink text-white"] as const);

  return (
    <span className={`rounded-full px-3 py-1 text-[0.8125rem] font-bold tracking-wider ${colors} ${className}`}>
      {label}
    </span>
  );
}
