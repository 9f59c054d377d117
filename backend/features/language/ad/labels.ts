import { beginsLine, isBarrier, type Scan, wordAt } from "../scan";
import type { CarAdKey } from "./car-ad";

/** A labelled line ("Warna : hitam") or a field of the pipe form; tokens `start` to `end` hold the value. */
export type Field = { key: CarAdKey | "name" | "ignored"; start: number; end: number };

const keyOf = new Map<string, Field["key"]>(
  Object.entries({
    plate: "plat,nopol,plat nomor,no polisi,nomor polisi,no pol,plate,pelat,nomor plat,no plat,tnkb",
    brand: "merk,merek,brand,make,pabrikan",
    model: "model,tipe,type,model tipe",
    name: "unit,nama,judul,kendaraan,merk tipe,merek tipe,merk model,merek model,merk type,nama unit,jenis kendaraan,jenis mobil,nama mobil,tipe mobil,tipe kendaraan,title,tipe unit,mobil",
    variant: "varian,variant,trim,varian tipe",
    year: "tahun,thn,th,year,tahun pembuatan,tahun produksi,nik,perakitan,tahun perakitan,tahun nik,model year",
    registrationYear: "faktur,tahun faktur,registrasi,reg,tahun registrasi,tahun stnk,pemakaian",
    price: "harga,hrg,price,harga cash,cash,harga jual,harga otr,rego,harga tunai,harga nett,otr,harga pas",
    priceCredit: "harga kredit,harga credit,kredit,otr kredit",
    km: "km,kilometer,odo,odometer,jarak tempuh,mileage,kilometers,tempuh",
    transmission: "transmisi,trans,transmission,gearbox,persneling,jenis transmisi,tipe transmisi",
    fuel: "bahan bakar,bb,bbm,fuel,jenis bahan bakar,tipe bahan bakar,fuel type",
    color: "warna,wrn,color,colour,warna eksterior,warna body",
    engineCc: "cc,mesin,kapasitas mesin,engine,isi silinder,kapasitas",
    taxMonth: "pajak,pjk,tax,pajak tahunan,masa berlaku pajak,pajak sampai,masa pajak",
    owners: "tangan ke,tangan,tgn,pemilik,pemilik ke,kepemilikan,tgn ke",
    downPayment: "dp,tdp,uang muka,total dp",
    instalment: "angsuran,cicilan,angs",
    tenorMonths: "tenor",
    negotiable: "nego",
    city: "lokasi,kota,posisi,lok,alamat,location",
    ignored:
      "kode stok,kode,hp,wa,whatsapp,kontak,telp,telepon,hubungi,no hp,no wa,stnk,kaleng,tipe penjual,bonus,jam buka,minus,catatan,stok,no rangka,no mesin,jenis,kondisi,ban,kir",
  } satisfies Partial<Record<Field["key"], string>>).flatMap(([key, phrases]) =>
    phrases.split(",").map((phrase): [string, Field["key"]] => [phrase, isFieldKey(key) ? key : "ignored"]),
  ),
);

/** The lines of the message that say what they are: "kunci: nilai", "Tahun - 2011", "Nopol = N 1733 TY". */
export function labelledFields(scan: Scan): Field[] {
  const fields: Field[] = [];
  for (let index = 0; index < scan.tokens.length; index++) {
    if (!beginsLine(scan, index)) continue;
    const field = labelledField(scan, index);
    if (field) fields.push(field);
  }
  return fields;
}

const pipeOrder: Field["key"][] = ["plate", "name", "year", "price", "km", "transmission", "color"];

/** The fields of a line in the form `plat | merek model | tahun | harga | km | transmisi | warna`, by place. */
export function pipeFields(scan: Scan, holdsName: (start: number, end: number) => boolean): Field[] {
  const spans = pipeSpans(scan);
  if (spans.length < 3) return [];

  const firstName = spans.findIndex(([start, end]) => holdsName(start, end));
  const next = firstName < 0 ? undefined : spans[firstName + 1];
  const nameIndex = next && holdsName(...next) ? firstName + 1 : firstName;
  const offset = nameIndex < 0 ? 0 : nameIndex - 1;
  return spans.flatMap(([start, end], place) => {
    const key = pipeOrder[place - offset];
    return key ? [{ key, start, end }] : [];
  });
}

function labelledField(scan: Scan, start: number): Field | null {
  const words: string[] = [];
  let index = skipBullets(scan, start);
  for (; words.length <= 5 && !isBarrier(scan, index); index++) {
    const text = wordAt(scan, index);
    const isSeparator = text === ":" || text === "=" || (text === "-" && words.length > 0);
    if (isSeparator && words.length > 0) {
      const key = keyOf.get(words.join(" ")) ?? keyOf.get(withoutGeneralWords(words));
      return key ? { key, start: index + 1, end: lineEnd(scan, index + 1) } : null;
    }
    if (/^\p{L}/u.test(text)) words.push(text);
    else if (text !== "/" && text !== ".") return null;
  }
  return null;
}

function withoutGeneralWords(words: string[]): string {
  return words.filter((word) => !/^(?:mobil|kendaraan|unit|nya)$/.test(word)).join(" ");
}

function skipBullets(scan: Scan, start: number): number {
  let index = start;
  while (scan.tokens[index]?.kind === "symbol" && !isBarrier(scan, index)) index += 1;
  if (/^\d$/.test(wordAt(scan, index)) && /^[.)]$/.test(wordAt(scan, index + 1))) index += 2;
  return index;
}

function lineEnd(scan: Scan, start: number): number {
  let index = start;
  while (!isBarrier(scan, index)) index += 1;
  return index;
}

function pipeSpans(scan: Scan): [number, number][] {
  const spans: [number, number][] = [];
  let start = 0;
  for (let index = 0; index <= scan.tokens.length; index++) {
    if (index < scan.tokens.length && wordAt(scan, index) !== "|") continue;
    spans.push([start, index]);
    start = index + 1;
  }
  return spans;
}

function isFieldKey(text: string): text is Field["key"] {
  return text !== "";
}
