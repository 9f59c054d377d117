import { customerPhone, type PhoneRole, type PhoneSetup, phoneFor, showroomPhone } from "./phone-setup";
import type { WorldView } from "./world-view";

export type StoryId = "car" | "team" | "showrooms";

/** What stands in the guide: who is on the page, and what they do one after the other. */
export type Story = { id: StoryId; title: string; summary: string; steps: StoryStep[] };

/** Lands in a phone's message box. Without `text` it is the sample photos; `outcome` is what to watch for. */
export type StoryStep = Target & { label: string; text?: string; outcome: string };

/** Whose phone is meant; at which showroom of the world, at any unless said so. */
export type Target = { role: Exclude<PhoneRole, "admin">; showroom?: number };

export const CAR_DETAILS = "L 1847 QT | Honda Brio RS | 2021 | 189jt | 32rb | Matic | Kuning";

/** `{sales}` is the first name of whoever of sales has the chat; `{customer}`, elsewhere, the number of its customer. */
export const INTRODUCTION = "Halo kak, saya {sales} dari tim sales. Unitnya masih ada, kapan mau lihat?";

export const STORIES: Story[] = [
  {
    id: "car",
    title: "Mobil online",
    summary: "Pemilik memasang mobil lewat chat, pelanggan langsung bisa menemukannya.",
    steps: [
      { role: "owner", label: "Muat foto mobil contoh", outcome: "Kirim, lalu bot menghitung fotonya." },
      { ...typed("owner", CAR_DETAILS, "Satu baris cukup."), label: "Data mobil: Brio RS 2021" },
      typed("owner", "velg racing, servis rutin", "Keunggulan unit, atau SKIP."),
      typed("owner", "SKIP", "Catatan kondisi boleh dilewati."),
      typed("owner", "1", "Langsung tayang di website."),
      typed("customer", "Ada Brio RS kuning?", "Pelanggan menemukannya."),
      typed("owner", "brio kuning udah laku", "Bot mencari unitnya dan minta kepastian."),
      typed("owner", "YA", "Terjual, hilang dari website."),
    ],
  },
  {
    id: "team",
    title: "Cerita lengkap",
    summary: "Bot menjawab, lead panas ditawarkan ke sales, HP showroom mengambil alih.",
    steps: [
      typed("customer", "Ada Avanza 2020 hitam?", "Bot menyebut semua unit yang cocok."),
      typed("customer", "yg velg racing", "Unitnya terpilih dan diingat."),
      typed("customer", "ada fotonya?", "Foto unit terkirim."),
      typed("customer", "pajaknya kapan?", "Bot tahu unit mana yang dimaksud."),
      typed("customer", "bisa nego?", "Lead jadi panas, satu sales ditawari."),
      { ...typed("sales", "2", "Tawaran pindah ke sales berikutnya."), label: "2 = SKIP" },
      { ...typed("sales", "1", "Ringkasan chat diterima, bot diam."), label: "1 = AMBIL" },
      { ...typed("showroom", INTRODUCTION, "Pelanggan dibalas orang."), label: "Halo kak, saya …" },
      typed("customer", "Sabtu pagi bisa?", "Bot tetap diam, sales dikabari."),
      { ...typed("sales", "/bot on {customer}", "Chat dikembalikan ke bot."), label: "/bot on" },
      typed("customer", "Lokasinya di mana?", "Bot menjawab lagi."),
    ],
  },
  {
    id: "showrooms",
    title: "Dua showroom",
    summary: "Orang yang sama menulis ke dua showroom. Stok dan chat tidak pernah tercampur.",
    steps: [
      { ...typed("customer", "Ada Avanza?", "Jawaban dari stok showroom pertama."), showroom: 0 },
      { ...typed("customer", "Ada Avanza?", "Stok dan harga showroom kedua."), showroom: 1 },
      { ...typed("showroom", "Halo kak, ada yang bisa kami bantu?", "Hanya chat ini diambil alih."), showroom: 0 },
      { ...typed("customer", "Buka jam berapa?", "Di showroom kedua bot tetap menjawab."), showroom: 1 },
    ],
  },
];

export function findStory(id: StoryId): Story | undefined {
  return STORIES.find((story) => story.id === id);
}

/** The phones a story needs, with a customer nobody knows yet. */
export function castOf(world: WorldView, story: StoryId): PhoneSetup[] {
  const [device = "", otherDevice] = world.showrooms.flatMap(({ devices }) => devices.slice(0, 1));
  const customer = customerPhone(device);
  if (story === "showrooms" && otherDevice) {
    const sameCustomer = customerPhone(otherDevice, { name: customer.name, number: customer.number });
    return [customer, showroomPhone(device), sameCustomer, showroomPhone(otherDevice)];
  }
  if (story === "team") return [customer, ...staffOf(world, device, ["sales", "sales"]), showroomPhone(device)];
  return [...staffOf(world, device, ["owner", "sales"]), customer];
}

function staffOf(world: WorldView, device: string, roles: PhoneRole[]): PhoneSetup[] {
  const phones: PhoneSetup[] = [];
  for (const role of roles) {
    const phone = phoneFor(world, role, device, phones);
    if (phone && !phones.some((other) => isSamePerson(phone, other))) phones.push(phone);
  }
  return phones;
}

function isSamePerson(one: PhoneSetup, other: PhoneSetup): boolean {
  return one.kind === "person" && other.kind === "person" && one.number === other.number;
}

function typed(role: Target["role"], text: string, outcome: string): StoryStep {
  return { role, label: text, text, outcome };
}
