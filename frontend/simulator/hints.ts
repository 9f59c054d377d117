import type { PhoneId } from "./people";

export type HintGroup = { phone: PhoneId; title: string; intro: string; hints: Hint[] };

/** `label` is shown, `text` lands in the message box of that phone. */
export type Hint = { label: string; text: string };

const CAR_DETAILS = "L 1847 QT | Honda Brio RS | 2021 | 189jt | 32rb | Matic | Kuning";

export const HINT_GROUPS: HintGroup[] = [
  {
    phone: "owner",
    title: "Sebagai pemilik",
    intro: "Mobil online dalam dua menit, lalu terjual, tanpa buka laptop.",
    hints: [
      asTyped("/upload"),
      { label: "Data mobil: Brio RS 2021", text: CAR_DETAILS },
      ...["avanza hitam yang kemarin udah laku", "/harga #A02 178jt", "/stats bulan", "/list avanza", "help"].map(
        asTyped,
      ),
    ],
  },
  {
    phone: "customer",
    title: "Sebagai pelanggan",
    intro: "Tanya seperti ngobrol biasa, salah ketik pun tak apa.",
    hints: [
      "Ada Avanza 2020 hitam?",
      "inova diesel matic 200an",
      "Mobil 7 seat di bawah 150",
      "Lokasinya di mana, hari ini buka?",
    ].map(asTyped),
  },
  {
    phone: "sales",
    title: "Sebagai sales",
    intro: "Cek stok dan catat pembeli langsung dari chat.",
    hints: ["detail #A01", "koleksi toyota", "lead Rina 081234500011"].map(asTyped),
  },
];

export function hintsFor(phone: PhoneId): HintGroup | undefined {
  return HINT_GROUPS.find((group) => group.phone === phone);
}

function asTyped(text: string): Hint {
  return { label: text, text };
}
