import { cityAt } from "../cities";
import { beginsLine, isFree, type Scan, wordAt } from "../scan";

/** The city where the car stands: after "lokasi" or "posisi", in the address, or alone on its line. */
export function readCity(scan: Scan): string | undefined {
  let last: string | undefined;
  for (let index = 0; index < scan.tokens.length; index++) {
    const city = isFree(scan, index) ? cityAt(scan.tokens, index) : null;
    if (!city) continue;
    if (isPlaceOfCar(scan, index, city.end)) last = city.name;
    index = city.end - 1;
  }
  return last;
}

function isPlaceOfCar(scan: Scan, start: number, end: number): boolean {
  if (beginsLine(scan, start) && (end >= scan.tokens.length || scan.tokens[end]?.kind === "newline")) return true;
  for (let index = start - 1; index >= Math.max(0, start - 14); index--) {
    const token = scan.tokens[index];
    if (token?.kind === "newline" && !isLabelLine(scan, index)) return false;
    if (
      /^(?:lokasi|lok|posisi|alamat|jl|jln|jalan|nggone|nggon|di|nang|kota|lokasinya|unit|showroom|area|domisili|📍)$/.test(
        token?.text ?? "",
      )
    )
      return true;
  }
  return scan.tokens[start - 1]?.text === "," && hasAddress(scan, start);
}

function isLabelLine(scan: Scan, index: number): boolean {
  return /^(?:alamat|lokasi|:)$/.test(wordAt(scan, index - 1));
}

function hasAddress(scan: Scan, start: number): boolean {
  return /^(?:\d+|[a-z]\d+)$/.test(wordAt(scan, start - 2));
}
