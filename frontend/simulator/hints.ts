import type { PhoneId } from "./people";

export type HintGroup = { phone: PhoneId; title: string; intro: string; hints: Hint[] };

/** `label` is shown, `text` lands in the message box of that phone. */
export type Hint = { label: string; text: string };

const CAR_DETAILS = "L 1847 QT | Honda Brio RS | 2021 | 189jt | 32rb | Matic | Kuning";

export const HINT_GROUPS: HintGroup[] = [
  {
    phone: "customer",
    title: "Sebagai pelanggan",
    intro: "Tanya seperti ngobrol biasa, salah ketik pun tak apa.",
    hints: [
      "Ada Avanza 2020 hitam?",
      "yg velg racing, ada fotonya?",
      "Mobil 7 seat matic di bawah 200 juta",
      "Kalau kredit DP 40 juta bisa?",
      "Bisa nego? Besok saya mau lihat",
      "Lokasinya di mana, hari ini buka?",
    ].map(asTyped),
  },
  {
    phone: "sales",
    title: "Sebagai sales",
    intro: "Lead panas datang sendiri, tinggal ambil.",
    hints: [
      { label: "1 (ambil lead)", text: "1" },
      ...["detail #A01", "lead Rina 081234500011 minat #A01", "/bot on"].map(asTyped),
    ],
  },
  {
    phone: "owner",
    title: "Sebagai pemilik",
    intro: "Unggah mobil dan atur stok tanpa buka laptop.",
    hints: [
      asTyped("/upload"),
      { label: "Data mobil: Brio RS 2021", text: CAR_DETAILS },
      ...["avanza hitam yang kemarin udah laku", "/harga #A02 178jt", "/stats hari", "/list avanza", "/help"].map(
        asTyped,
      ),
    ],
  },
];

export function hintsFor(phone: PhoneId): HintGroup | undefined {
  return HINT_GROUPS.find((group) => group.phone === phone);
}

function asTyped(text: string): Hint {
  return { label: text, text };
}
