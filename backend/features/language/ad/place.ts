import { cityAt } from "../cities";
import { beginsLine, isFree, type Scan, wordAt } from "../scan";

/** The city where the car stands: after "lokasi" or "posisi", in the address, or at the end of a line or sentence. */
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
  if (beginsLine(scan, start) && isClauseEnd(scan, end)) return true;
  for (let index = start - 1; index >= Math.max(0, start - 14); index--) {
    const token = scan.tokens[index];
    if (token?.kind === "newline" && !isLabelLine(scan, index)) break;
    if (
      /^(?:lokasi|lok|posisi|alamat|jl|jln|jalan|nggone|nggon|di|nang|kota|lokasinya|unit|showroom|area|domisili|cod|📍|📌|🏠|🏢)$/u.test(
        token?.text ?? "",
      )
    )
      return true;
  }
  return isClauseEnd(scan, end) && (isNamedAlone(scan, start) || endsOffer(scan, start));
}

/** "28jt nego km 90rb Cirebon": the place right behind a sum, a distance or "nego". */
function endsOffer(scan: Scan, start: number): boolean {
  return /^(?:nego|nett|net|pas|tipis|halus|alus|dikit|jt|juta|rb|ribu|km)$|^\d[\d.,]*$/.test(wordAt(scan, start - 1));
}

const mostWordsBefore = 3;
const otherPlace =
  /^(?:kirim|antar|ke|plat|plate|pelat|nopol|servis|service|record|resmi|dari|eks|ex|asal|stnk|bpkb|pajak|samsat|mutasi|ktp|atas|an|orang|warga|luar|genap|ganjil|mobil|keluaran)$/;

/** "Jaya Motor, Gresik", "Menganti Gresik", "… 35jt nego. Blitar": a short clause that ends in the place. */
function isNamedAlone(scan: Scan, start: number): boolean {
  let words = 0;
  for (let index = start - 1; index >= 0; index--) {
    const token = scan.tokens[index];
    if (!token || token.kind === "newline" || /^(?:[,.;|)(-]|\p{Extended_Pictographic})/u.test(token.text)) return true;
    if (otherPlace.test(token.text) || token.kind !== "word" || scan.taken[index]) return false;
    words += 1;
    if (words > mostWordsBefore) return false;
  }
  return true;
}

/** The end of a line or sentence, with or without the quarter of the town ("Surabaya barat", "Jember kota"). */
function isClauseEnd(scan: Scan, end: number): boolean {
  const isQuarter = /^(?:kota|kab|kabupaten|barat|timur|utara|selatan|pusat|raya)$/.test(wordAt(scan, end));
  const token = scan.tokens[isQuarter ? end + 1 : end];
  return !token || token.kind === "newline" || /^[,.;|)(!-]$/.test(token.text);
}

function isLabelLine(scan: Scan, index: number): boolean {
  return /^(?:alamat|lokasi|:)$/.test(wordAt(scan, index - 1));
}
