import { type Plate, takePlate } from "./plates";
import { startScan } from "./scan";

/** Finding a plate starts over each time: a text full of them is read up to here. */
const MOST_PLATES = 40;

/** The text with every plate that `isHidden` (default: all; `before`: what stands before it) replaced. Compatibility characters become plain ones (NFKC). */
export function hidePlates(
  text: string,
  replacement: string,
  isHidden: (plate: Plate, before: string) => boolean = () => true,
): string {
  const scan = startScan(text);
  const spans: [number, number][] = [];
  for (let count = 0; count < MOST_PLATES; count++) {
    const before = [...scan.taken];
    const plate = takePlate(scan);
    if (!plate) break;
    const taken = scan.tokens.filter((_, index) => scan.taken[index] && !before[index]);
    const [first, last] = [taken[0], taken.at(-1)];
    if (first && last && isHidden(plate, scan.source.slice(0, first.start))) spans.push([first.start, last.end]);
  }
  if (spans.length === 0) return text;
  const ordered = spans.sort(([left], [right]) => right - left);
  return ordered.reduce((rest, [start, end]) => `${rest.slice(0, start)}${replacement}${rest.slice(end)}`, scan.source);
}
