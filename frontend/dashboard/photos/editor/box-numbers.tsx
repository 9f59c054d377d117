import type { Box } from "./box";

const SIDES = [
  ["x", "Kiri"],
  ["y", "Atas"],
  ["width", "Lebar"],
  ["height", "Tinggi"],
] as const;

/** The box in percent of the photo, for those who cannot drag. */
export function BoxNumbers({ name, box, onChange }: { name: string; box: Box; onChange(box: Box): void }) {
  const change = (side: keyof Box, text: string) => {
    const fraction = Number(text) / 100;
    if (text === "" || !Number.isFinite(fraction)) return;
    onChange(fitting({ ...box, [side]: Math.min(Math.max(fraction, 0), 1) }));
  };
  return (
    <details className="mt-1">
      <summary className="cursor-pointer px-2 text-[0.8125rem] text-muted">Atur dengan angka (%)</summary>
      <div className="mt-2 grid grid-cols-4 gap-2">
        {SIDES.map(([side, label]) => (
          <label key={side} className="text-[0.8125rem] text-muted">
            {label}
            <input
              type="number"
              className="input"
              aria-label={`${name}: ${label.toLowerCase()}, persen`}
              min={0}
              max={100}
              step={0.5}
              value={Math.round(box[side] * 1_000) / 10}
              onChange={({ target }) => change(side, target.value)}
            />
          </label>
        ))}
      </div>
    </details>
  );
}

function fitting(box: Box): Box {
  return {
    ...box,
    width: Math.max(Math.min(box.width, 1 - box.x), 0.01),
    height: Math.max(Math.min(box.height, 1 - box.y), 0.01),
    x: Math.min(box.x, 0.99),
    y: Math.min(box.y, 0.99),
  };
}
