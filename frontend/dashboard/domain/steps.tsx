import { Check } from "lucide-react";

const STEPS = ["Isi domain", "Pasang record", "Periksa", "Aktif"];

/** Where the owner is on the way to their own address; `current` counts from 0, past the last one all are done. */
export function Steps({ current }: { current: number }) {
  return (
    <ol className="flex flex-wrap gap-x-6 gap-y-2" aria-label="Langkah memasang domain">
      {STEPS.map((name, index) => (
        <li
          key={name}
          className={`flex items-center gap-2 ${index <= current ? "font-semibold text-ink" : "text-muted"}`}
          aria-current={index === current ? "step" : undefined}
        >
          <StepMark index={index} current={current} />
          {name}
          {index < current && <span className="sr-only"> (selesai)</span>}
        </li>
      ))}
    </ol>
  );
}

function StepMark({ index, current }: { index: number; current: number }) {
  const look =
    index < current
      ? "border-success bg-success text-surface"
      : index === current
        ? "border-accent bg-accent text-surface"
        : "border-edge text-muted";
  return (
    <span
      aria-hidden="true"
      className={`grid size-6 shrink-0 place-items-center rounded-full border text-xs font-semibold ${look}`}
    >
      {index < current ? <Check className="size-3.5" /> : index + 1}
    </span>
  );
}
