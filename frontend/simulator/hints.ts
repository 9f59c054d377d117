import type { PhoneRole } from "./phone-setup";
import { CAR_DETAILS, INTRODUCTION, type Target } from "./stories";

/** What somebody in this role could write. */
export type HintGroup = { role: Target["role"]; title: string; intro: string; topics: HintTopic[] };

export type HintTopic = { name: string; hints: Hint[] };

/** `label` is shown, `text` lands in the message box. */
export type Hint = { label: string; text: string };

export const HINT_GROUPS: HintGroup[] = [
  {
    role: "customer",
    title: "Sebagai pelanggan",
    intro: "Tanya seperti ngobrol biasa, salah ketik pun tak apa.",
    topics: [
      topic("Dari tanya sampai nego", [
        "Ada Avanza 2020 hitam?",
        "yg velg racing",
        "ada fotonya?",
        "pajaknya kapan?",
        "bisa nego?",
      ]),
      topic("Cari mobil", [
        "inova diesel matic 200an",
        "Mobil 7 seat di bawah 150",
        "Lokasinya di mana, hari ini buka?",
      ]),
      topic("Kredit dan tukar tambah", [
        "kredit dp 30 juta cicilannya brp?",
        "syarat kreditnya apa aja?",
        "bisa tukar tambah sama Jazz 2015?",
      ]),
      topic("Bahasa lain", [
        "Do you have an automatic Avanza?",
        "Can I come and see it tomorrow?",
        "wonten Avanza matic ta?",
        "piro regane",
      ]),
      topic("Hak pelanggan", ["stop", "hapus data saya"]),
    ],
  },
  {
    role: "sales",
    title: "Sebagai sales",
    intro: "Ambil lead dan cek stok langsung dari chat.",
    topics: [
      {
        name: "Tawaran lead",
        hints: [
          { label: "1 = AMBIL", text: "1" },
          { label: "2 = SKIP", text: "2" },
          { label: "/bot on", text: "/bot on" },
        ],
      },
      topic("Stok dan pembeli", ["detail #A01", "koleksi toyota", "lead Rina 081234500011"]),
    ],
  },
  {
    role: "showroom",
    title: "Dari HP showroom",
    intro: "Begitu orang mengetik di sini, bot diam di chat itu.",
    topics: [
      {
        name: "Buka sebuah chat, lalu",
        hints: [
          { label: "Halo kak, saya Budi…", text: INTRODUCTION },
          { label: "/bot on", text: "/bot on" },
        ],
      },
    ],
  },
  {
    role: "owner",
    title: "Sebagai pemilik",
    intro: "Kelola stok tanpa buka laptop.",
    topics: [
      { name: "Pasang mobil", hints: [asTyped("/upload"), { label: "Data mobil: Brio RS 2021", text: CAR_DETAILS }] },
      topic("Sehari-hari", [
        "avanza hitam yang kemarin udah laku",
        "/harga #A02 178jt",
        "/stats bulan",
        "/list avanza",
        "/bot off",
        "help",
      ]),
    ],
  },
];

/** For a chat in which nothing has been said. */
export function startersFor(role: PhoneRole): string[] {
  return STARTERS[role];
}

const OWNER_STARTERS = ["/upload", "/list avanza", "avanza hitam yang kemarin udah laku"];

const STARTERS: Record<PhoneRole, string[]> = {
  owner: OWNER_STARTERS,
  admin: OWNER_STARTERS,
  sales: ["detail #A01", "koleksi toyota", "lead Rina 081234500011"],
  customer: ["Ada Avanza 2020 hitam?", "inova diesel matic 200an", "Mobil 7 seat di bawah 150"],
  showroom: [],
};

function topic(name: string, texts: string[]): HintTopic {
  return { name, hints: texts.map(asTyped) };
}

function asTyped(text: string): Hint {
  return { label: text, text };
}
